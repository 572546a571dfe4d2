import { isoDate } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import { sessionsIn } from '../../market/session-calendar.ts';
import { type FactorState, JOINT_MODEL } from '../two-factor.ts';
import { worldPath } from '../worlds/world-path.ts';
import { worldPlan } from '../worlds/world-plan.ts';
import { type DemoWorldName, demoWorld } from './demo-world.ts';

/** The last day: an ordinary Thursday with Thanksgiving, Christmas and New Year inside its expirations. */
export const DEMO_END: IsoDate = isoDate('2026-11-19');
/** The first session of the ten years. */
export const DEMO_START: IsoDate = isoDate('2016-11-21');
/** Twenty years of months before the ten, for the percentiles of slow series, and some for their publication. */
const PATH_START: IsoDate = isoDate('1995-01-03');
/** Where the index ends, whatever the seed, so that strikes and premiums look like the year's. */
const LAST_SPX = 7126.35;
/** The path starts at rest; by the ten years nothing of that is left. */
const AT_REST: FactorState = { x: -0.3, y: -0.9 };

/** One simulated history of the index and the two volatility factors; columns by session. */
export interface DemoPath {
  /** From 1995; the demo market's ten years are the last of them. */
  readonly sessions: readonly IsoDate[];
  /** Index of the first session of the ten years. */
  readonly first: number;
  /** SPX at the opening auction and at the close, cents. */
  readonly open: Float64Array;
  readonly close: Float64Array;
  readonly xOpen: Float64Array;
  readonly yOpen: Float64Array;
  readonly xClose: Float64Array;
  readonly yClose: Float64Array;
}

export const hundredths = (x: number): number => Math.round(100 * x) / 100;

/**
 * @throws PreconditionError naming `seed` unless it is an integer in [0, 2^32), or `world` unless there is one of that name
 */
export function demoPath(seed: number, world: DemoWorldName): DemoPath {
  const sessions = sessionsIn(PATH_START, DEMO_END);
  const plan = worldPlan(demoWorld(world), JOINT_MODEL, sessions);
  const { spxOpen, spxClose, xOpen, yOpen, xClose, yClose } = worldPath(plan, { spx: 1, ...AT_REST }, seed);
  const scale = LAST_SPX / (spxClose.at(-1) ?? 1);
  const first = sessions.indexOf(DEMO_START);
  return {
    sessions,
    first,
    open: spxOpen.map((level) => hundredths(scale * level)),
    close: spxClose.map((level) => hundredths(scale * level)),
    xOpen,
    yOpen,
    xClose,
    yClose,
  };
}
