import {
  CONDITIONAL_VIX,
  type ConditionalVix,
  START_VIX,
  type VixBucket,
} from '../../../src/portfolio/scenario/conditional-vix-table.ts';
import { percentile } from '../../../src/quant/stats.ts';
import { type Fact, fact } from './fact.ts';
import type { IndexDay } from './index-days.ts';

/** One window: where it starts, what SPX did, what VIX did. */
interface VixMove {
  readonly start: number;
  readonly spx: number;
  readonly vix: number;
}

/** Every window of so many sessions that begins with VIX in the covered range. */
function vixMoves(days: readonly IndexDay[], sessions: number): readonly VixMove[] {
  return days.flatMap((day, start) => {
    const end = days[start + sessions];
    if (day.vix === undefined || end?.vix === undefined) return [];
    if (day.vix < START_VIX.lowest || day.vix > START_VIX.highest) return [];
    return [{ start, spx: end.spx / day.spx - 1, vix: end.vix - day.vix }];
  });
}

/** Windows taken from the first on, each starting where the last one taken has ended or later. */
export function countEpisodes(starts: readonly number[], sessions: number): number {
  let count = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const start of starts) {
    if (start < free) continue;
    count++;
    free = start + sessions;
  }
  return count;
}

/** A bucket measured again from the windows that fall into it. */
export function measuredBucket(
  moves: readonly VixMove[],
  sessions: number,
  from: number,
  below: number,
): VixBucket {
  const inside = moves.filter(({ spx }) => spx >= from && spx < below);
  const vix = inside.map((move) => move.vix);
  return {
    below,
    centre: percentile(
      inside.map(({ spx }) => spx),
      0.5,
    ),
    n: inside.length,
    episodes: countEpisodes(
      inside.map(({ start }) => start),
      sessions,
    ),
    p10: percentile(vix, 0.1),
    median: percentile(vix, 0.5),
    p90: percentile(vix, 0.9),
  };
}

function bucketFacts(table: ConditionalVix, moves: readonly VixMove[], place: number): readonly Fact[] {
  const { sessions, buckets } = table;
  const bucket = buckets[place];
  if (bucket === undefined) return [];
  const from = buckets[place - 1]?.below ?? Number.NEGATIVE_INFINITY;
  const again = measuredBucket(moves, sessions, from, bucket.below);
  const id = `vix.${sessions}d.below ${bucket.below}`;
  return [
    fact(`${id}.centre`, bucket.centre, again.centre, 4),
    fact(`${id}.n`, bucket.n, again.n, 0),
    fact(`${id}.episodes`, bucket.episodes, again.episodes, 0),
    fact(`${id}.p10`, bucket.p10, again.p10, 2),
    fact(`${id}.median`, bucket.median, again.median, 2),
    fact(`${id}.p90`, bucket.p90, again.p90, 2),
  ];
}

/** Every number of the conditional presets, found again in the closes. */
export function conditionalVixFacts(days: readonly IndexDay[]): readonly Fact[] {
  return Object.values(CONDITIONAL_VIX).flatMap((table) => {
    const moves = vixMoves(days, table.sessions);
    const spx = moves.map((move) => move.spx);
    return [
      fact(`vix.${table.sessions}d.lowest`, table.lowest, Math.min(...spx), 4),
      fact(`vix.${table.sessions}d.highest`, table.highest, Math.max(...spx), 4),
      ...table.buckets.flatMap((_, place) => bucketFacts(table, moves, place)),
    ];
  });
}
