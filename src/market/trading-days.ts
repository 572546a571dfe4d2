import { addDays, weekdayOf } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import { scheduledHoliday } from './holidays.ts';
import { UNSCHEDULED_CLOSURES } from './holidays-unscheduled.ts';

const isWeekend = (date: IsoDate): boolean => weekdayOf(date) % 6 === 0;

/**
 * A weekday without a scheduled holiday. What a contract was listed against: closures nobody could foresee do not
 * move an expiration date. Rules only, so it reaches past the session calendar (long-dated listings do too).
 */
export const isScheduledTradingDay = (date: IsoDate): boolean =>
  !isWeekend(date) && scheduledHoliday(date) === undefined;

/** A day on which the market did open, unscheduled closures counted. */
export const isTradingDay = (date: IsoDate): boolean =>
  isScheduledTradingDay(date) && !UNSCHEDULED_CLOSURES.has(date);

function walk(from: IsoDate, step: 1 | -1, accept: (date: IsoDate) => boolean): IsoDate {
  let date = from;
  while (!accept(date)) date = addDays(date, step);
  return date;
}

/** The date itself when scheduled to trade, else the nearest earlier one that is. */
export const scheduledOnOrBefore = (date: IsoDate): IsoDate => walk(date, -1, isScheduledTradingDay);
/** The date itself when scheduled to trade, else the nearest later one that is. */
export const scheduledOnOrAfter = (date: IsoDate): IsoDate => walk(date, 1, isScheduledTradingDay);
/** The nearest day strictly before on which the market opened. */
export const tradingDayBefore = (date: IsoDate): IsoDate => walk(addDays(date, -1), -1, isTradingDay);
/** The nearest day strictly after on which the market opened. */
export const tradingDayAfter = (date: IsoDate): IsoDate => walk(addDays(date, 1), 1, isTradingDay);
