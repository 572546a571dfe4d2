import { addDays, isoDate, monthOf, nthWeekday, weekdayOf, yearOf } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import type { IsoDate } from '../core/units.ts';
import { isScheduledTradingDay, scheduledOnOrBefore } from './trading-days.ts';

const WEDNESDAY = 3;
const FRIDAY = 5;
const DAYS_TO_SPX_EXPIRATION = 30;
/** The first VX contract settled in May 2004. */
const FIRST_YEAR = 2004;

/**
 * The months whose settlement followed an older rule, by the Wednesday today's rule gives. Read off the last prices in
 * the CFE files of those contracts.
 */
const OLD_RULE: ReadonlyMap<IsoDate, IsoDate> = new Map([
  [isoDate('2004-07-21'), isoDate('2004-07-14')],
  [isoDate('2004-10-20'), isoDate('2004-10-13')],
]);

/**
 * Listed expirations that fell on an unscheduled closure. The settlement moved forward, while scheduled holidays move
 * it back; the last trading day stayed. Source: Cboe notice C2018120300.
 */
const MOVED: ReadonlyMap<IsoDate, IsoDate> = new Map([[isoDate('2018-12-05'), isoDate('2018-12-06')]]);

/**
 * Final settlement date of the VIX contract that belongs to a Wednesday:
 * that Wednesday, or the business day before when it or the Friday 30 days later is a holiday.
 *
 * @see CFE rulebook chapter 12, rule 1202 "Final Settlement Date"
 */
function settlementOf(wednesday: IsoDate): IsoDate {
  const exception = OLD_RULE.get(wednesday) ?? MOVED.get(wednesday);
  if (exception !== undefined) return exception;
  const fridayTrades = isScheduledTradingDay(addDays(wednesday, DAYS_TO_SPX_EXPIRATION));
  return scheduledOnOrBefore(fridayTrades ? wednesday : addDays(wednesday, -1));
}

function requireMonth(year: number, month: number): void {
  if (!(Number.isInteger(month) && month >= 1 && month <= 12))
    throw new PreconditionError('month', 'must be 1 to 12', month);
  if (!(Number.isInteger(year) && year >= FIRST_YEAR))
    throw new PreconditionError('year', `must be ${FIRST_YEAR} or later`, year);
}

/** The Wednesday 30 days before the third Friday of the month after. */
function monthlyWednesday(year: number, month: number): IsoDate {
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(nthWeekday(y, m, FRIDAY, 3), -DAYS_TO_SPX_EXPIRATION);
}

/**
 * Expiration (final settlement, VRO) of the monthly VIX options and VX future of a contract month.
 *
 * @throws PreconditionError for a month that is none or a year before 2004
 */
export function vixMonthlyExpiration(year: number, month: number): IsoDate {
  requireMonth(year, month);
  return settlementOf(monthlyWednesday(year, month));
}

/** Monthly expirations from `from` to `to`, both included, ascending. */
export function vixMonthlyExpirations(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const dates: IsoDate[] = [];
  for (let year = Math.max(yearOf(from), FIRST_YEAR); year <= yearOf(to); year++) {
    for (let month = 1; month <= 12; month++) dates.push(vixMonthlyExpiration(year, month));
  }
  return dates.filter((date) => date >= from && date <= to);
}

/** True when the monthly VIX contracts settle on that date. */
export const isVixMonthly = (date: IsoDate): boolean =>
  yearOf(date) >= FIRST_YEAR && vixMonthlyExpiration(yearOf(date), monthOf(date)) === date;

/** Expirations that belong to the Wednesdays from `from` to `to`, monthly ones included, ascending. */
export function vixWeeklyExpirations(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const dates: IsoDate[] = [];
  const first = addDays(from, (WEDNESDAY - weekdayOf(from) + 7) % 7);
  for (let wednesday = first; wednesday <= to; wednesday = addDays(wednesday, 7))
    dates.push(settlementOf(wednesday));
  return dates;
}

/** Where a VIX or VX contract dated `expiration` settles; another day only where an unscheduled closure moved it. */
export const vixSettlementDate = (expiration: IsoDate): IsoDate => MOVED.get(expiration) ?? expiration;
