import { addDays, monthOf, nthWeekday, weekdayOf, yearOf } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import { scheduledOnOrBefore } from './trading-days.ts';

const FRIDAY = 5;
const SATURDAY = 6;

/**
 * The standard monthly expiration of SPX, XSP and SPY: the third Friday, or the business day before when that Friday is
 * a holiday. For SPX this is the day SET is computed. Before February 2015 the legal date was the Saturday after;
 * here the Friday is the contract's identity throughout.
 *
 * @see Cboe SPX product specification
 */
export const spxMonthlyExpiration = (year: number, month: number): IsoDate =>
  scheduledOnOrBefore(nthWeekday(year, month, FRIDAY, 3));

/** True when the standard monthly options settle on that date. */
export const isSpxMonthly = (date: IsoDate): boolean =>
  spxMonthlyExpiration(yearOf(date), monthOf(date)) === date;

/**
 * The identity of an expiration as vendors date it. A Saturday (the legal date of standard monthlies before February
 * 2015) and a scheduled holiday become the business day before; every other date is returned as it is, an unscheduled
 * closure included, because contracts keep the date they were listed with. A Sunday is nobody's convention: returned
 * unchanged, for the caller to refuse.
 */
export function normaliseExpiration(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date);
  if (weekday === 0) return date;
  return scheduledOnOrBefore(weekday === SATURDAY ? addDays(date, -1) : date);
}
