import { dateOfDay, dayNumber, lastWeekday, nthWeekday, yearOf } from './dates.ts';
import { type EpochMs, epochMs, type IsoDate, MS_PER_MINUTE } from './units.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const SUNDAY = 0;

const remembered = new Map<number, readonly [start: IsoDate, end: IsoDate]>();

/** First day of daylight time and first day of standard time after it. */
function daylightDates(year: number): readonly [start: IsoDate, end: IsoDate] {
  let dates = remembered.get(year);
  if (dates === undefined) {
    dates =
      year >= 2007
        ? [nthWeekday(year, 3, SUNDAY, 2), nthWeekday(year, 11, SUNDAY, 1)]
        : [nthWeekday(year, 4, SUNDAY, 1), lastWeekday(year, 10, SUNDAY)];
    remembered.set(year, dates);
  }
  return dates;
}

/**
 * True when New York clocks read UTC-4 at noon of `date`. US rules: 15 U.S.C. 260a as amended by the Energy Policy
 * Act of 2005 (second Sunday of March to first of November, from 2007) and before it Public Law 99-359 (first Sunday
 * of April to last of October, 1987-2006). Written out because a time-zone library costs ~10 us a conversion and
 * chains need one per contract; checked against `Intl` for every day of 1990-2030 in the tests.
 */
export function isDaylightTime(date: IsoDate): boolean {
  const [start, end] = daylightDates(yearOf(date));
  return date >= start && date < end;
}

/** The instant of a New York wall-clock time, given in minutes after midnight; good for any time outside 00:00-03:00. */
export function newYorkInstant(date: IsoDate, minutes: number): EpochMs {
  const offsetHours = isDaylightTime(date) ? 4 : 5;
  return epochMs(dayNumber(date) * MS_PER_DAY + minutes * MS_PER_MINUTE + offsetHours * MS_PER_HOUR);
}

/** The instants at which New York clocks go forward (02:00 standard time) and back (02:00 daylight time) in a year. */
function isDaylightInstant(instant: EpochMs, year: number): boolean {
  const [start, end] = daylightDates(year);
  return (
    instant >= dayNumber(start) * MS_PER_DAY + 7 * MS_PER_HOUR &&
    instant < dayNumber(end) * MS_PER_DAY + 6 * MS_PER_HOUR
  );
}

/** New York calendar date and minutes after midnight of an instant; exact at every instant of 1987 and later. */
export function newYorkClock(instant: EpochMs): { readonly date: IsoDate; readonly minutes: number } {
  const standard = instant - 5 * MS_PER_HOUR;
  const year = yearOf(dateOfDay(Math.floor(standard / MS_PER_DAY)));
  const local = isDaylightInstant(instant, year) ? instant - 4 * MS_PER_HOUR : standard;
  const day = Math.floor(local / MS_PER_DAY);
  return { date: dateOfDay(day), minutes: (local - day * MS_PER_DAY) / MS_PER_MINUTE };
}

/** `2019-05-09 16:15 ET`, the form every sheet shows an instant in. */
export function showInstant(instant: EpochMs): string {
  const { date, minutes } = newYorkClock(instant);
  const whole = Math.floor(minutes);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${date} ${pad(Math.floor(whole / 60))}:${pad(whole % 60)} ET`;
}

/** Minutes after midnight of `HH:MM`. */
export const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;
