import { isoDate } from '../../../src/core/dates.ts';
import { sessionsIn } from '../../../src/market/session-calendar.ts';
import type { FactorState, TwoFactorModel } from '../../../src/model/two-factor.ts';
import {
  INDEX_DAYS,
  type VarianceWindow,
  varianceWindow,
  volIndexAt,
} from '../../../src/model/variance-window.ts';
import { vixLaw, vvixOf } from '../../../src/model/vix-law.ts';
import { restingState, type World } from '../../../src/model/worlds/world.ts';
import { type WorldPath, worldPath } from '../../../src/model/worlds/world-path.ts';
import { worldPlan } from '../../../src/model/worlds/world-plan.ts';
import type { MarketColumns } from './market-columns.ts';

/** 35 years of sessions; the world's years are not those years, but they have as many sessions. */
const SESSIONS = sessionsIn(isoDate('1990-01-02'), isoDate('2024-12-31'));
/** Three years before them, dropped: what is left of the start is then e^{-2.7} of it. */
const BEFORE = SESSIONS.slice(0, 3 * 252 + 1);
/** First seeds of the paths and of the years before them: the search for the world's parameters used none of either. */
const PATH_SEEDS = 20_000;
const BEFORE_SEEDS = 2_000_000;

/** VVIX takes hundreds of times as long as VIX, and three percentiles of it need no more: every tenth session. */
const VVIX_EVERY = 10;
const VVIX_YEARS = INDEX_DAYS.vix / 365;

/** From which session on each young index exists, so that a path knows no more of it than history does. */
export interface IndexStarts {
  readonly vix3m: number;
  readonly vix6m: number;
  readonly vvix: number;
}

const firstHeld = (column: Float64Array): number => column.findIndex((value) => !Number.isNaN(value));

export const indexStarts = ({ vix3m, vix6m, vvix }: MarketColumns): IndexStarts => ({
  vix3m: firstHeld(vix3m),
  vix6m: firstHeld(vix6m),
  vvix: firstHeld(vvix),
});

type OfState = (state: FactorState) => number;

function valuesFrom(path: WorldPath, first: number, of: OfState, every = 1): Float64Array {
  return path.xClose.map((x, i) => {
    const isAsked = i >= first && (i - first) % every === 0;
    return isAsked ? of({ x, y: path.yClose[i] as number }) : Number.NaN;
  });
}

/** Paths of a world from a long-run start each, as the columns history has; each from seeds of its own. */
export function worldColumns(
  world: World,
  model: TwoFactorModel,
  starts: IndexStarts,
  paths: number,
): readonly MarketColumns[] {
  const plan = worldPlan(world, model, SESSIONS);
  const before = worldPlan(world, model, BEFORE);
  const window = varianceWindow(model, INDEX_DAYS.vix);
  const [window3m, window6m] = [
    varianceWindow(model, INDEX_DAYS.vix3m),
    varianceWindow(model, INDEX_DAYS.vix6m),
  ];
  const indexOf =
    (own: VarianceWindow): OfState =>
    ({ x, y }) =>
      volIndexAt(own, x, y);
  return Array.from({ length: paths }, (_, n) => {
    const warm = worldPath(before, { spx: 100, ...restingState(world) }, BEFORE_SEEDS + n);
    const last = BEFORE.length - 1;
    const start = { spx: 100, x: warm.xClose[last] as number, y: warm.yClose[last] as number };
    const path = worldPath(plan, start, PATH_SEEDS + n);
    const vvix: OfState = (state) => vvixOf(vixLaw(model, window, state, VVIX_YEARS));
    return {
      spx: path.spxClose,
      vix: valuesFrom(path, 0, indexOf(window)),
      vix3m: valuesFrom(path, starts.vix3m, indexOf(window3m)),
      vix6m: valuesFrom(path, starts.vix6m, indexOf(window6m)),
      vvix: valuesFrom(path, starts.vvix, vvix, VVIX_EVERY),
    };
  });
}
