import {
  addDays,
  dateFromParts,
  lastWeekday,
  nthWeekday,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import type { IsoDate } from '../core/units.ts';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

type Named = readonly [IsoDate, string];

function fixed(year: number, month: number, day: number): IsoDate {
  const date = dateFromParts(year, month, day);
  if (date === undefined) throw new PreconditionError('date', 'must exist', `${year}-${month}-${day}`);
  return date;
}

/** A fixed-date holiday as the exchange keeps it: Saturday on the Friday before, Sunday on the Monday after. */
function nearestWeekday(date: IsoDate, name: string): Named {
  const weekday = weekdayOf(date);
  if (weekday === SATURDAY) return [addDays(date, -1), `${name} (observed)`];
  if (weekday === SUNDAY) return [addDays(date, 1), `${name} (observed)`];
  return [date, name];
}

/** New Year's Day on a Saturday is not made up for: the Friday closes the accounting year (NYSE Rule 7.2). */
function newYear(year: number): readonly Named[] {
  const date = fixed(year, 1, 1);
  return weekdayOf(date) === SATURDAY ? [] : [nearestWeekday(date, "New Year's Day")];
}

/**
 * Two days before Easter Sunday of the Gregorian calendar.
 *
 * @see Butcher's algorithm as printed in Meeus, Astronomical Algorithms (1991), chapter 8
 */
export function goodFriday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return addDays(fixed(year, Math.floor(n / 31), (n % 31) + 1), -2);
}

const floating = (year: number, month: number, weekday: Weekday, n: number, name: string): Named => [
  nthWeekday(year, month, weekday, n),
  name,
];

/** Full-day closures by rule. NYSE first kept Martin Luther King Day in 1998 and Juneteenth in 2022. */
function holidaysByRule(year: number): readonly Named[] {
  return [
    ...newYear(year),
    ...(year >= 1998 ? [floating(year, 1, MONDAY, 3, 'Martin Luther King Jr. Day')] : []),
    floating(year, 2, MONDAY, 3, "Washington's Birthday / Presidents' Day"),
    [goodFriday(year), 'Good Friday'],
    [lastWeekday(year, 5, MONDAY), 'Memorial Day'],
    ...(year >= 2022 ? [nearestWeekday(fixed(year, 6, 19), 'Juneteenth')] : []),
    nearestWeekday(fixed(year, 7, 4), 'Independence Day'),
    floating(year, 9, MONDAY, 1, 'Labor Day'),
    floating(year, 11, THURSDAY, 4, 'Thanksgiving Day'),
    nearestWeekday(fixed(year, 12, 25), 'Christmas Day'),
  ];
}

const remembered = new Map<number, ReadonlyMap<IsoDate, string>>();

/**
 * The scheduled full-day closures of NYSE and of Cboe's regular session in one year, by date, with their names.
 * Rules as of 1990 and later; unscheduled closures are in holidays-unscheduled.ts.
 *
 * @see exchange_calendars (Apache-2.0) exchange_calendar_xnys.py for the eras; equal to its session list 1990-2023
 */
export function scheduledHolidays(year: number): ReadonlyMap<IsoDate, string> {
  let holidays = remembered.get(year);
  if (holidays === undefined) {
    holidays = new Map(holidaysByRule(year));
    remembered.set(year, holidays);
  }
  return holidays;
}

/** Name of the scheduled holiday on a date; undefined when there is none. */
export const scheduledHoliday = (date: IsoDate): string | undefined =>
  scheduledHolidays(yearOf(date)).get(date);
