import type { IsoDate } from '../../core/units.ts';
import type { Series } from '../../market/history.ts';
import { isSpxMonthly } from '../../market/spx-expirations.ts';
import { vixWeeklyExpirations } from '../../market/vix-expirations.ts';
import type { JointModel } from '../joint-model.ts';
import { type VarianceWindow, volIndexAt } from '../variance-window.ts';
import { allOf, column, returning } from './demo-column.ts';
import { hundredths } from './demo-path.ts';
import type { DemoYears } from './demo-years.ts';
import { namedStream } from './named-stream.ts';
import { vixMoments } from './vix-moments.ts';

const VVIX_YEARS = 30 / 365;

/** 100 sqrt(2/T (ln E[VIX_T] - E[ln VIX_T])) at 30 days: what a strip of the model's VIX options measures. */
function vvixAt(model: JointModel, x: number, y: number): number {
  const { future, meanLog } = vixMoments(model, { x, y }, VVIX_YEARS);
  return 100 * Math.sqrt((2 / VVIX_YEARS) * (Math.log(future) - meanLog));
}

/**
 * SPX closes, and the VIX family as the model's own indices of each close's factors: no noise, so that VIX and VIX3M say
 * exactly where the market stands.
 */
export function volatilitySeries(years: DemoYears): Series[] {
  const { model, close, x, y, vix } = years;
  const index = (name: string, window: VarianceWindow): Series =>
    column(name, years, (i) => hundredths(volIndexAt(window, x[i] ?? 0, y[i] ?? 0)));
  return [
    column('SPX.close', years, (i) => close[i] ?? 0),
    column('VIX.close', years, (i) => vix[i] ?? 0),
    index('VIX9D.close', model.vix9d),
    index('VIX3M.close', model.vix3m),
    index('VIX6M.close', model.vix6m),
    column('VVIX.close', years, (i) => hundredths(vvixAt(model, x[i] ?? 0, y[i] ?? 0))),
  ];
}

/** ln VIX and SKEW go opposite ways: calm markets fear the jump. What is left wanders for a month. */
const SKEW = { level: 138, perLogVix: -9, atVix: 17, own: 4.5, memory: 20 } as const;

/** SKEW: falls as VIX rises, with a life of its own; the model's smile would make it all but constant. */
export function skewSeries(years: DemoYears): Series {
  const random = namedStream(years.seed, 'SKEW.close');
  const own = returning(random, years.dates.length, { mean: SKEW.level, sd: SKEW.own, memory: SKEW.memory });
  return column('SKEW.close', years, (i) => {
    const fear = SKEW.perLogVix * Math.log((years.vix[i] ?? 0) / SKEW.atVix);
    return hundredths(Math.max((own[i] ?? 0) + fear, 101));
  });
}

/**
 * What opening settlements settle on: SET, SPX at the open of third Fridays; VRO, VIX of the factors at the open of each
 * morning VIX options expire on, weeklies too.
 */
export function settlementSeries({ model, dates, from, open, xOpen, yOpen }: DemoYears): Series[] {
  const shown = dates.slice(from);
  const at = new Map(shown.map((date, i) => [date, from + i]));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const thirdFridays = shown.filter(isSpxMonthly);
  const wednesdays = vixWeeklyExpirations(first, last).filter((date) => at.has(date));
  const placeOf = (among: readonly IsoDate[], i: number): number => at.get(among[i] ?? first) ?? 0;
  return [
    column('SET', allOf(thirdFridays), (i) => open[placeOf(thirdFridays, i)] ?? 0),
    column('VRO', allOf(wednesdays), (i) => {
      const place = placeOf(wednesdays, i);
      return hundredths(volIndexAt(model.vix, xOpen[place] ?? 0, yOpen[place] ?? 0));
    }),
  ];
}
