import { SLOPE_KNOT, SLOPE_POWERS } from '../../../src/portfolio/scenario/slope-beta.ts';
import { median } from '../../../src/quant/stats.ts';
import { countEpisodes } from './conditional-vix-facts.ts';
import { type Fact, fact } from './fact.ts';
import type { IndexDay } from './index-days.ts';
import { BY_SIZE, KNOT_FITS, type KnotRow, type SizeRow } from './slope-evidence.ts';
import { slopeLawFacts } from './slope-law-facts.ts';
import {
  atLevel,
  fitKnot,
  LARGE,
  powerOf,
  regressionSlope,
  risesFrom,
  type SlopeMove,
  slopeMoves,
} from './slope-moves.ts';

/** Rises below 2 % of VIX make a ratio of logs meaningless. */
const LEAST_LOG = 0.02;

function sizeFacts(days: readonly IndexDay[], row: SizeRow): readonly Fact[] {
  const { index, sessions, from, below } = row;
  const inside = slopeMoves(days, index, sessions).filter(
    ({ vix, after, lnVix }) => after - vix >= from && after - vix < below && lnVix > LEAST_LOG,
  );
  const id = `slope.${index}.${sessions}d.from ${from}`;
  return [
    fact(`${id}.n`, row.n, inside.length, 0),
    fact(
      `${id}.episodes`,
      row.episodes,
      countEpisodes(
        inside.map(({ start }) => start),
        sessions,
      ),
      0,
    ),
    fact(`${id}.power`, row.power, powerOf(inside), 2),
    fact(`${id}.median`, row.median, median(inside.map(({ lnLonger, lnVix }) => lnLonger / lnVix)), 2),
  ];
}

function movesOf(
  days: readonly IndexDay[],
  { index, sessions, moves }: Omit<KnotRow, 'n' | 'below' | 'above'>,
): readonly SlopeMove[] {
  const all = slopeMoves(days, index, sessions);
  if (moves === 'falls') return all.filter(({ vix, after }) => vix - after >= LARGE);
  const rises = risesFrom(all, LARGE);
  return moves === 'rises' ? rises : rises.filter(({ isOf2020 }) => !isOf2020);
}

function knotFacts(days: readonly IndexDay[], row: KnotRow): readonly Fact[] {
  const moves = movesOf(days, row);
  const fit = fitKnot(moves, atLevel(SLOPE_KNOT));
  const id = `slope.${row.index}.${row.sessions}d.${row.moves}`;
  return [
    fact(`${id}.n`, row.n, moves.length, 0),
    fact(`${id}.below`, row.below, fit.below, 2),
    fact(`${id}.above`, row.above, fit.above, 2),
  ];
}

/** The powers themselves: the daily regression below the knot, the mean of one and five sessions above. */
function powerFacts(days: readonly IndexDay[]): readonly Fact[] {
  return (['vix3m', 'vix6m'] as const).flatMap((index) => {
    const above = (moves: 'rises' | 'falls'): number =>
      ([1, 5] as const)
        .map((sessions) => fitKnot(movesOf(days, { index, sessions, moves }), atLevel(SLOPE_KNOT)).above)
        .reduce((sum, power) => sum + power / 2, 0);
    const { below, rising, falling } = SLOPE_POWERS[index];
    return [
      fact(`slope.${index}.below`, below, regressionSlope(slopeMoves(days, index, 1)), 2),
      fact(`slope.${index}.rising`, rising, above('rises'), 2),
      fact(`slope.${index}.falling`, falling, above('falls'), 2),
    ];
  });
}

/** Every number behind the slope rule, found again in the closes. */
export function slopeFacts(days: readonly IndexDay[]): readonly Fact[] {
  return [
    ...powerFacts(days),
    ...BY_SIZE.flatMap((row) => sizeFacts(days, row)),
    ...KNOT_FITS.flatMap((row) => knotFacts(days, row)),
    ...slopeLawFacts(days),
  ];
}
