import { PreconditionError } from './errors.ts';
import type { IsoDate } from './units.ts';

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** 0 = Sunday ... 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Days since 1970-01-01; the integer every loop over dates uses. */
export type DayNumber = number;

/** True when `text` is `YYYY-MM-DD` and names a day that exists. */
export function isIsoDate(text: string): text is IsoDate {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** @throws PreconditionError unless `text` is a real `YYYY-MM-DD` date */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new PreconditionError('date', 'must be a real date YYYY-MM-DD', text);
  return text;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** From parts; undefined when the day does not exist (31 April). */
export function dateFromParts(year: number, month: number, day: number): IsoDate | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isIsoDate(text) ? text : undefined;
}

export const dayNumber = (date: IsoDate): DayNumber => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
export const dateOfDay = (day: DayNumber): IsoDate =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate;
export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDay(dayNumber(date) + days);
/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);
export const weekdayOf = (date: IsoDate): Weekday => ((((dayNumber(date) + 4) % 7) + 7) % 7) as Weekday;
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));

/** The n-th (1-based) given weekday of a month. */
export function nthWeekday(year: number, month: number, weekday: Weekday, n: number): IsoDate {
  const first = isoDate(`${pad(year, 4)}-${pad(month, 2)}-01`);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

/** The last given weekday of a month. */
export function lastWeekday(year: number, month: number, weekday: Weekday): IsoDate {
  const nextMonth =
    month === 12 ? isoDate(`${pad(year + 1, 4)}-01-01`) : isoDate(`${pad(year, 4)}-${pad(month + 1, 2)}-01`);
  const last = addDays(nextMonth, -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}
