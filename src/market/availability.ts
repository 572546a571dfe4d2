import {
  addDays,
  type DayNumber,
  dateFromParts,
  dateOfDay,
  monthOf,
  weekdayOf,
  yearOf,
} from '../core/dates.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import type { EpochMs, IsoDate } from '../core/units.ts';
import { nextSession, sessionStatus } from './session-calendar.ts';

/**
 * When a value that describes `asOf` could first be read. Every rule ends at 17:00 New York time, the hour of the
 * decision (methodology 3.1), so a value is either in time for a day's decision or waits for the next one.
 *
 * - `same-day`: final by 17:00 of the day itself (index and ETF closes, VX settlements).
 * - `next-session`: published overnight or the next day.
 * - `days-after`: calendar days after the date (weekly series dated by their last day).
 * - `after-period`: `asOf` is the first day of a period of so many months; the lag counts from the period's last day.
 */
export type Availability =
  | { readonly kind: 'same-day' }
  | { readonly kind: 'next-session' }
  | { readonly kind: 'days-after'; readonly days: number }
  | { readonly kind: 'after-period'; readonly months: number; readonly days: number };

const DECISION_HOUR = clock(17);
const SATURDAY = 6;
const SUNDAY = 0;

/** The next session; outside the calendar's years the next weekday, which no holiday of those years can betray. */
function sessionAfter(date: IsoDate): IsoDate {
  if (sessionStatus(date).kind !== 'unknown') return nextSession(date);
  let next = addDays(date, 1);
  while (weekdayOf(next) === SATURDAY || weekdayOf(next) === SUNDAY) next = addDays(next, 1);
  return next;
}

/** Last day of a period of `months` that begins at `start`. */
function periodEnd(start: IsoDate, months: number): IsoDate {
  const index = yearOf(start) * 12 + (monthOf(start) - 1) + months;
  const next = dateFromParts(Math.floor(index / 12), (index % 12) + 1, 1);
  return next === undefined ? start : addDays(next, -1);
}

function publicationDate(rule: Availability, asOf: IsoDate): IsoDate {
  switch (rule.kind) {
    case 'same-day':
      return asOf;
    case 'next-session':
      return sessionAfter(asOf);
    case 'days-after':
      return addDays(asOf, rule.days);
    case 'after-period':
      return addDays(periodEnd(asOf, rule.months), rule.days);
  }
}

/** The instant from which a value of `asOf` may be read. */
export const availableFrom = (rule: Availability, asOf: IsoDate): EpochMs =>
  newYorkInstant(publicationDate(rule, asOf), DECISION_HOUR);

/** Seen answers, by rule and day: a pure function's cache, because an ETF file asks the same 6,000 days six times. */
const known = new Map<string, Map<DayNumber, EpochMs>>();

/** `availableFrom` for a whole column of days. */
export function availabilityColumn(rule: Availability, days: Int32Array): Float64Array {
  const key = JSON.stringify(rule);
  const seen = known.get(key) ?? new Map<DayNumber, EpochMs>();
  known.set(key, seen);
  return Float64Array.from(days, (day) => {
    const before = seen.get(day);
    if (before !== undefined) return before;
    const instant = availableFrom(rule, dateOfDay(day));
    seen.set(day, instant);
    return instant;
  });
}
