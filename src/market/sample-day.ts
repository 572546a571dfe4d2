import { dateOfDay, isoDate } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import { seededRandom } from '../core/random.ts';
import { type IsoDate, points } from '../core/units.ts';
import type { Chain, ChainSnapshot, QuoteColumns } from './chain.ts';
import { checkChain, type QuoteCounts } from './chain-check.ts';
import type { Series, VxCurve } from './history.ts';
import type { ChainPassport, SeriesAge } from './passport.ts';
import { sampleChains } from './sample-chain.ts';
import { type SampleClose, samplePath } from './sample-path.ts';
import { sampleCurves, sampleSeries } from './sample-series.ts';
import { addSessions, optionsClose, sessionsBetween, sessionsIn } from './session-calendar.ts';
import type { Snapshot } from './snapshot.ts';

/** A market nobody traded, for a newcomer who has no data yet. */
export interface SampleMarket {
  readonly snapshot: Snapshot;
  readonly series: Map<string, Series>;
  readonly vx: VxCurve[];
}

/** The day the sample ends on: an ordinary Thursday with Thanksgiving, Christmas and New Year inside its expirations. */
const SAMPLE_SESSION: IsoDate = isoDate('2026-11-19');
/** Enough for a 252-session rank of a 60-session return, with a quarter to spare. */
const SESSIONS = 420;
/** Chosen among the first 3,000 for a calm last month and a middling RSI; any other seed is as valid. */
const SAMPLE_SEED = 2554;

const DECISION_MINUTES = clock(17);

function countQuotes(chains: readonly Chain[]): QuoteCounts {
  let [contracts, usable, oneSided, empty] = [0, 0, 0, 0];
  const count = ({ bid, ask }: QuoteColumns): void => {
    bid.forEach((b, i) => {
      contracts += 1;
      if ((ask[i] ?? 0) <= 0) empty += 1;
      else if (b > 0) usable += 1;
      else oneSided += 1;
    });
  };
  for (const { call, put } of chains) {
    count(call);
    count(put);
  }
  return { contracts, expirations: chains.length, usable, oneSided, empty, crossed: 0, duplicates: 0 };
}

const ages = (series: ReadonlyMap<string, Series>, session: IsoDate): SeriesAge[] =>
  [...series.values()].map(({ name, days }) => {
    const last = dateOfDay(days.at(-1) ?? 0);
    return { name, last, ageSessions: sessionsBetween(last, session) };
  });

function snapshotOf(
  spxChain: ChainSnapshot,
  passport: ChainPassport,
  series: ReadonlyMap<string, Series>,
): Snapshot {
  const { session, spot } = spxChain;
  if (spot === undefined) throw new PreconditionError('spot', 'must be set on the sample chain', spot);
  return {
    session,
    asOf: newYorkInstant(session, DECISION_MINUTES),
    quotes: 'simulated',
    spx: spot,
    spxChain,
    passport: { session, chain: passport, series: ages(series, session), conflicts: [] },
  };
}

function sampleChainSnapshot(seed: number, { session, spx, vix }: SampleClose): ChainSnapshot {
  const asOf = optionsClose(session);
  return {
    underlying: 'SPX',
    session,
    asOf,
    timeRecorded: true,
    spot: points(spx),
    quotes: 'simulated',
    chains: sampleChains(seededRandom(seed), { session, asOf, spx, vix }),
    source: 'simulated',
  };
}

/**
 * A small simulated market that ends on 2026-11-19: 420 sessions of every series the signals read, VX curves, and an
 * SPX chain at the last close. Deterministic in the seed; everything in it says `simulated`.
 *
 * It shows what the workbench does, not what a market does: the path is calibrated to nothing, one variance curve makes
 * the whole VIX family, and no number from it may be held up as evidence.
 */
export function sampleMarket(seed: number = SAMPLE_SEED): SampleMarket {
  const sessions = sessionsIn(addSessions(SAMPLE_SESSION, 1 - SESSIONS), SAMPLE_SESSION);
  const path = samplePath(seededRandom(seed), sessions);
  const last = path.at(-1);
  if (last === undefined) throw new PreconditionError('sessions', 'must not be empty', sessions.length);
  // Each part draws from a stream of its own, so that a change to one leaves the others as they were.
  const series = sampleSeries(seededRandom(seed + 1_000_003), path);
  const spxChain = sampleChainSnapshot(seed + 2_000_003, last);
  const { passport } = checkChain(spxChain, countQuotes(spxChain.chains), 'simulated sample day');
  return {
    snapshot: snapshotOf(spxChain, passport, series),
    series,
    vx: sampleCurves(seededRandom(seed + 3_000_003), path),
  };
}
