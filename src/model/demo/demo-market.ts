import { PreconditionError } from '../../core/errors.ts';
import type { IsoDate } from '../../core/units.ts';
import type { Series, VxCurve } from '../../market/history.ts';
import type { Snapshot } from '../../market/snapshot.ts';
import { jointModel } from '../joint-model.ts';
import { bankSeries } from './bank-series.ts';
import { DEMO_END, type DemoPath, demoPath } from './demo-path.ts';
import { demoSnapshot } from './demo-snapshot.ts';
import type { DemoWorldName } from './demo-world.ts';
import { type DemoYears, demoYears } from './demo-years.ts';
import { settlementSeries, skewSeries, volatilitySeries } from './index-series.ts';
import { breadthSeries, fundSeries, volumeSeries, yieldSeries } from './market-series.ts';
import { monthlySeries, outputSeries } from './monthly-series.ts';
import { valuationSeries } from './valuation-series.ts';
import { vxCurves } from './vx-curves.ts';

/**
 * Chosen among the first 700 for ten years that could be real ones, a calm last month, a middling RSI, and both a condor and a
 * hedge to show on its last day. Any other seed is as valid.
 */
export const DEMO_SEED = 329;

/** Which of the markets that never were. */
export interface DemoChoice {
  /** Integer in [0, 2^32); any is as valid as the default. */
  readonly seed?: number;
  /** `p` looks like history, `q` is the pricing law itself, `p-q-jumps` lies between. */
  readonly world?: DemoWorldName;
}

/** Ten simulated years of everything the workbench reads. Deterministic in seed and world; no chain is stored. */
export interface DemoMarket {
  readonly seed: number;
  readonly world: DemoWorldName;
  /** The ten years, ascending. */
  readonly sessions: readonly IsoDate[];
  /** Every series the signals read, from before the ten years as far as any of them looks back. */
  readonly series: Map<string, Series>;
  /** Ascending by session, from three years before the ten. */
  readonly vx: readonly VxCurve[];
  /** @throws PreconditionError for a day that is no session of the ten years */
  readonly snapshotOn: (session: IsoDate) => Snapshot;
}

function seriesOf(path: DemoPath, years: DemoYears): Map<string, Series> {
  const slow = { ...path, seed: years.seed };
  const all = [
    ...volatilitySeries(years),
    skewSeries(years),
    ...settlementSeries(years),
    ...fundSeries(years),
    volumeSeries(years),
    breadthSeries(years),
    yieldSeries(years),
    ...monthlySeries(slow),
    outputSeries(slow),
    ...valuationSeries(slow),
    ...bankSeries(slow),
  ];
  return new Map(all.map((one) => [one.name, one]));
}

/** @param since  the look-back of this session and all after it; of the whole ten years when absent */
function marketSince({ seed = DEMO_SEED, world = 'p' }: DemoChoice, since?: IsoDate): DemoMarket {
  const path = demoPath(seed, world);
  const sessions = path.sessions.slice(path.first);
  const known = new Set(sessions);
  const requireKnown = (session: IsoDate): void => {
    if (!known.has(session))
      throw new PreconditionError('session', `must be one from ${sessions[0]} to ${DEMO_END}`, session);
  };
  if (since !== undefined) requireKnown(since);
  const years = demoYears(path, jointModel(), seed, since);
  const series = seriesOf(path, years);
  // VX settles come with the closes of their session.
  const vx = vxCurves(years, series.get('SPX.close')?.availableAt ?? new Float64Array());
  const facts = { seed, world, series, vx };
  return {
    ...facts,
    sessions,
    snapshotOn: (session) => {
      requireKnown(session);
      return demoSnapshot(years, facts, session);
    },
  };
}

/**
 * Ten simulated years of SPX, VIX, VX, option chains and everything else a signal reads, ending 2026-11-19: for a newcomer
 * who has no data, and for tests that need a market whose truth is known.
 *
 * Index and factors come from `worldPath`; the VIX family, VX and both option chains are the pricing model's at each close.
 * What no model makes (breadth, funds, statistics) follows simple processes, each said where it is made.
 * No number from it is evidence of anything about a real market.
 *
 * @throws PreconditionError for a seed that is no integer in [0, 2^32)
 */
export const demoMarket = (choice: DemoChoice = {}): DemoMarket => marketSince(choice);

/** One day of a demo market, in the shape a decision takes. */
export interface DemoDay {
  readonly snapshot: Snapshot;
  readonly series: Map<string, Series>;
  readonly vx: readonly VxCurve[];
}

/**
 * A day of a demo market, its last one unless told otherwise: the same values, series no longer than its look-back, for
 * less work.
 *
 * @throws PreconditionError as `demoMarket`, and for a day that is no session of the ten years
 */
export function demoDay(choice: DemoChoice = {}, session: IsoDate = DEMO_END): DemoDay {
  const { snapshotOn, series, vx } = marketSince(choice, session);
  return { snapshot: snapshotOn(session), series, vx };
}
