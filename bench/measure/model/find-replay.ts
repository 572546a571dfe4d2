import { monthOf, yearOf } from '../../../src/core/dates.ts';
import type { ReplayId, StageId } from '../../../src/portfolio/scenario/replays.ts';
import type { IndexDay } from './index-days.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Sessions before the worst close among which the last high is sought: the life of a monthly condor. */
const LOOK_BACK = 20;
/** Sessions after the worst close in which a lower index close still belongs to the storm. */
const LOOK_AHEAD = 10;
const WEEK = 5;
/** VIX close below which a session counts as calm. */
export const CALM_BELOW = 20;

/** First and last session of a stage, as places in the days. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type FoundStages = Readonly<Partial<Record<StageId, Span>>>;

const inclusive = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => from + i);

/** Where `of` is largest; the latest on ties; undefined where nowhere. */
const largest = (places: readonly number[], of: (place: number) => number): number | undefined =>
  places.reduce<number | undefined>(
    (best, place) => (best === undefined || of(place) >= of(best) ? place : best),
    undefined,
  );

/** Places of the sessions in the month a replay is named after. */
function monthNamed(days: readonly IndexDay[], id: ReplayId): readonly number[] {
  const [name = '', year = ''] = id.split('-');
  const isIn = ({ date }: IndexDay): boolean =>
    yearOf(date) === Number(year) && monthOf(date) === MONTHS.indexOf(name) + 1;
  return [...days.keys()].filter((place) => days.slice(place, place + 1).some(isIn));
}

/** Sessions of every stage of a replay by the rules of `StageId`, so that none was picked for effect. */
export function findReplay(days: readonly IndexDay[], id: ReplayId): FoundStages {
  const spx = (place: number): number => days[place]?.spx ?? Number.NaN;
  const vix = (place: number): number | undefined => days[place]?.vix;
  const month = monthNamed(days, id);
  const hasVix = month.some((place) => vix(place) !== undefined);
  const worst = largest(month, (place) => (hasVix ? (vix(place) ?? 0) : -spx(place)));
  if (worst === undefined) return {};
  const high = largest(inclusive(worst - LOOK_BACK, worst - 1), spx) ?? worst;
  const fall = (sessions: number) => (place: number) => -spx(place + sessions) / spx(place);
  const dayBefore = largest(inclusive(high, worst - 1), fall(1));
  const calm = inclusive(high, worst - WEEK).filter((place) => (vix(place) ?? CALM_BELOW) < CALM_BELOW);
  const week = largest(calm, fall(WEEK));
  const low = largest(inclusive(worst, worst + LOOK_AHEAD), (place) => -spx(place)) ?? worst;
  return {
    ...(dayBefore === undefined ? {} : { 'worst-day': { from: dayBefore, to: dayBefore + 1 } }),
    ...(week === undefined ? {} : { 'calm-week': { from: week, to: week + WEEK } }),
    ...(hasVix ? { peak: { from: high, to: worst } } : {}),
    ...(low > worst || !hasVix ? { trough: { from: high, to: low } } : {}),
  };
}
