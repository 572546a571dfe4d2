import { addDays, dateFromParts, nthWeekday, type Weekday, weekdayOf, yearOf } from '../core/dates.ts';
import { clock } from '../core/new-york.ts';
import type { IsoDate } from '../core/units.ts';
import { scheduledHoliday } from './holidays.ts';

const THURSDAY = 4;
const FRIDAY = 5;

/** Half days outside every rule. Source: exchange_calendars XNYS special closes. */
const EXCEPTIONS: ReadonlySet<string> = new Set(['1997-12-26', '1999-12-31', '2003-12-26']);

/** The day after Thanksgiving, a half day since 1992. */
const isDayAfterThanksgiving = (date: IsoDate, year: number): boolean =>
  year >= 1992 && date.startsWith('11', 5) && date === addDays(nthWeekday(year, 11, THURSDAY, 4), 1);

/** 24 December from Monday to Thursday; on a Friday it is the observed holiday itself. */
const isChristmasEve = (date: IsoDate, weekday: Weekday): boolean =>
  date.endsWith('-12-24') && weekday >= 1 && weekday <= THURSDAY;

/**
 * Around 4 July, since 1995. Until 2012 a Thursday holiday was followed by a half Friday; from 2013 the half day is
 * the Wednesday before.
 */
function isNearIndependenceDay(date: IsoDate, year: number, weekday: Weekday): boolean {
  if (year < 1995) return false;
  if (date.endsWith('-07-05')) return weekday === FRIDAY && year < 2013;
  if (!date.endsWith('-07-03')) return false;
  return weekday === 1 || weekday === 2 || weekday === THURSDAY || (weekday === 3 && year >= 2013);
}

/**
 * Minutes after New York midnight at which stocks stop trading when that is before 16:00; undefined on full days.
 * 13:00, and 14:00 until 1992. Only meaningful on a session.
 */
export function earlyCloseMinutes(date: IsoDate): number | undefined {
  const year = yearOf(date);
  const weekday = weekdayOf(date);
  const early =
    EXCEPTIONS.has(date) ||
    isDayAfterThanksgiving(date, year) ||
    isChristmasEve(date, weekday) ||
    isNearIndependenceDay(date, year, weekday);
  if (!early || scheduledHoliday(date) !== undefined) return undefined;
  return year <= 1992 ? clock(14) : clock(13);
}

/** Every half day of one year, ascending. */
export function earlyClosesOf(year: number): readonly IsoDate[] {
  const candidates = [
    dateFromParts(year, 7, 3),
    dateFromParts(year, 7, 5),
    addDays(nthWeekday(year, 11, THURSDAY, 4), 1),
  ];
  const december = [24, 26, 31].map((day) => dateFromParts(year, 12, day));
  return [...candidates, ...december].filter(
    (date): date is IsoDate => date !== undefined && earlyCloseMinutes(date) !== undefined,
  );
}
