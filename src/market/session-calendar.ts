import { type DayNumber, dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import type { EpochMs, IsoDate } from '../core/units.ts';
import { earlyCloseMinutes, earlyClosesOf } from './early-closes.ts';
import { scheduledHoliday, scheduledHolidays } from './holidays.ts';
import { UNSCHEDULED_CLOSURES } from './holidays-unscheduled.ts';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2030;
const FIRST_DAY = dayNumber(isoDate(`${FIRST_YEAR}-01-01`));
const LAST_DAY = dayNumber(isoDate(`${LAST_YEAR}-12-31`));
/** The first day the calendar knows. */
export const CALENDAR_FIRST: IsoDate = dateOfDay(FIRST_DAY);
const SPAN = `must lie in the session calendar, ${FIRST_YEAR}-01-01 to ${LAST_YEAR}-12-31`;

const OPEN = clock(9, 30);
const REGULAR_CLOSE = clock(16);
/** Index options trade a quarter of an hour longer than stocks, on half days too (16:15 and 13:15). */
const OPTIONS_EXTRA_MINUTES = 15;

export type SessionStatus =
  | { readonly kind: 'session'; readonly earlyClose: boolean }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'unknown' };

/** One entry per calendar day since FIRST_DAY. */
interface Table {
  /** Minutes after midnight of the stock close; 0 when there is no session. */
  readonly close: Uint16Array;
  /** Sessions on or before the day. */
  readonly count: Int32Array;
  /** Day number of each session, ascending. */
  readonly sessions: Int32Array;
}

let table: Table | undefined;

/** Built once, on first use: 14,975 days in about ten milliseconds. */
function buildTable(): Table {
  const length = LAST_DAY - FIRST_DAY + 1;
  const close = new Uint16Array(length);
  for (let i = 0; i < length; i++) close[i] = ((FIRST_DAY + i + 4) % 7) % 6 === 0 ? 0 : REGULAR_CLOSE;
  const set = (date: IsoDate, minutes: number): void => {
    close[dayNumber(date) - FIRST_DAY] = minutes;
  };
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const date of scheduledHolidays(year).keys()) set(date, 0);
    for (const date of earlyClosesOf(year)) set(date, earlyCloseMinutes(date) ?? REGULAR_CLOSE);
  }
  for (const date of UNSCHEDULED_CLOSURES.keys()) set(date, 0);
  const count = new Int32Array(length);
  const sessions: DayNumber[] = [];
  close.forEach((minutes, i) => {
    if (minutes > 0) sessions.push(FIRST_DAY + i);
    count[i] = sessions.length;
  });
  return { close, count, sessions: Int32Array.from(sessions) };
}

function calendar(): Table {
  table ??= buildTable();
  return table;
}

/** Stock close in minutes; 0 when shut; undefined outside the calendar. */
const closeMinutes = (date: IsoDate): number | undefined => calendar().close[dayNumber(date) - FIRST_DAY];

/** @throws PreconditionError outside the calendar */
function sessionsThrough(date: IsoDate): number {
  const count = calendar().count[dayNumber(date) - FIRST_DAY];
  if (count === undefined) throw new PreconditionError('date', SPAN, date);
  return count;
}

function sessionAt(index: number, near: IsoDate): IsoDate {
  const day = calendar().sessions[index];
  if (day === undefined) throw new PreconditionError('date', `and the session asked for ${SPAN}`, near);
  return dateOfDay(day);
}

/** What kind of day a date is for US stocks and Cboe's regular session; `unknown` outside 1990-2030. */
export function sessionStatus(date: IsoDate): SessionStatus {
  const close = closeMinutes(date);
  if (close === undefined) return { kind: 'unknown' };
  if (close > 0) return { kind: 'session', earlyClose: close < REGULAR_CLOSE };
  const name = scheduledHoliday(date) ?? UNSCHEDULED_CLOSURES.get(date);
  return name === undefined ? { kind: 'weekend' } : { kind: 'holiday', name };
}

/** True on a session; false on any other day, days outside the calendar included. */
export const isSession = (date: IsoDate): boolean => (closeMinutes(date) ?? 0) > 0;

/** The first session strictly after a date. @throws PreconditionError when it would lie outside the calendar */
export const nextSession = (date: IsoDate): IsoDate => sessionAt(sessionsThrough(date), date);

/** The last session strictly before a date. @throws PreconditionError when it would lie outside the calendar */
export const previousSession = (date: IsoDate): IsoDate =>
  sessionAt(sessionsThrough(date) - (isSession(date) ? 2 : 1), date);

/**
 * The n-th session after (n > 0) or before (n < 0) a date, the date itself not counted.
 *
 * @throws PreconditionError when n is not an integer, when n is 0 and the date is no session, or outside the calendar
 */
export function addSessions(date: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n)) throw new PreconditionError('n', 'must be an integer', n);
  if (n === 0) {
    if (!isSession(date)) throw new PreconditionError('date', 'must be a session when n is 0', date);
    return date;
  }
  const through = sessionsThrough(date);
  if (n > 0) return sessionAt(through + n - 1, date);
  return sessionAt(through + n - (isSession(date) ? 1 : 0), date);
}

/**
 * The last `count` sessions strictly before a date, ascending; fewer where the calendar begins.
 *
 * @throws PreconditionError outside the calendar
 */
export function sessionsBefore(date: IsoDate, count: number): readonly IsoDate[] {
  const before = sessionsThrough(date) - (isSession(date) ? 1 : 0);
  return Array.from(calendar().sessions.subarray(Math.max(before - count, 0), before), dateOfDay);
}

/** Sessions in (from, to]; negative when `to` is earlier. @throws PreconditionError outside the calendar */
export const sessionsBetween = (from: IsoDate, to: IsoDate): number =>
  sessionsThrough(to) - sessionsThrough(from);

/** Every session from `from` to `to`, both included. @throws PreconditionError outside the calendar */
export function sessionsIn(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const first = sessionsThrough(from) - (isSession(from) ? 1 : 0);
  return Array.from(calendar().sessions.subarray(first, sessionsThrough(to)), dateOfDay);
}

/** @throws PreconditionError on a day known to have no session; regular hours are assumed outside the calendar */
function closeOf(date: IsoDate): number {
  const close = closeMinutes(date) ?? REGULAR_CLOSE;
  if (close === 0) throw new PreconditionError('date', 'must be a session', date);
  return close;
}

/**
 * When stocks stop trading: 16:00 New York, 13:00 on half days (14:00 until 1992). Like its two siblings it throws
 * PreconditionError on a weekend or holiday, and assumes regular hours for dates outside the calendar.
 */
export const stockClose = (date: IsoDate): EpochMs => newYorkInstant(date, closeOf(date));
/** When index options that do not expire stop trading: 16:15 New York, 13:15 on half days. */
export const optionsClose = (date: IsoDate): EpochMs =>
  newYorkInstant(date, closeOf(date) + OPTIONS_EXTRA_MINUTES);

/** When stocks open: 09:30 New York. */
export function sessionOpen(date: IsoDate): EpochMs {
  closeOf(date);
  return newYorkInstant(date, OPEN);
}
