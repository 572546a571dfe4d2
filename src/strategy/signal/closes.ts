import { type DayNumber, dateOfDay, dayNumber } from '../../core/dates.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import type { Series, SeriesTag } from '../../market/history.ts';
import { isSession, sessionsBetween } from '../../market/session-calendar.ts';
import type { SignalContext } from './context.ts';

/** The last values of one daily series, on exchange sessions only, oldest first. */
export interface Closes {
  readonly name: string;
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly asOf: IsoDate;
  readonly tags: readonly SeriesTag[];
}

/**
 * Oldest a daily value may be, in sessions: a vendor that misses the day, and the day after a holiday on which
 * breadth files skip a row, still leave a reading; after three sessions an RSI describes another market.
 */
const MAX_AGE_SESSIONS = 3;
/** No run of closures is longer than this many calendar days, so an older value need not be counted in sessions. */
const SURELY_STALE_DAYS = 30;

const sessionByDay = new Map<DayNumber, boolean>();

/** `isSession` by day number, remembered: a signal asks for the same days every evening. */
function isSessionDay(day: DayNumber): boolean {
  const known = sessionByDay.get(day);
  if (known !== undefined) return known;
  const answer = isSession(dateOfDay(day));
  sessionByDay.set(day, answer);
  return answer;
}

/** True when a daily value of `asOf` is too old to be read on `session`. */
export function isStaleDaily(asOf: IsoDate, session: IsoDate): boolean {
  const days = dayNumber(session) - dayNumber(asOf);
  return days > SURELY_STALE_DAYS || (days > 0 && sessionsBetween(asOf, session) > MAX_AGE_SESSIONS);
}

/** Indices of the last `bars` sessions of a series up to a day; VIX prints on holidays too, and those are left out. */
function lastSessions({ days }: Series, through: DayNumber, bars: number): number[] {
  const kept: number[] = [];
  for (let i = days.length - 1; i >= 0 && kept.length < bars; i--) {
    const day = days[i] ?? 0;
    if (day <= through && isSessionDay(day)) kept.push(i);
  }
  return kept.reverse();
}

/**
 * The last `bars` session closes of a series.
 *
 * @param bars     how many, at most
 * @param atLeast  fewer than this is a failure
 * @returns the closes, or why there are none, as a clause a trader reads: `NYAD.close: no value since 2025-07-09`
 */
export function closesOf(
  { past, session }: SignalContext,
  name: string,
  bars: number,
  atLeast = 1,
): Result<Closes, string> {
  const series = past.series(name);
  if (series === undefined) return fail(`${name}: no data by ${session}`);
  const kept = lastSessions(series, dayNumber(session), bars);
  const days = Int32Array.from(kept, (i) => series.days[i] ?? 0);
  const asOf = dateOfDay(days.at(-1) ?? 0);
  if (days.length === 0) return fail(`${name}: no session value by ${session}`);
  if (isStaleDaily(asOf, session)) return fail(`${name}: no value since ${asOf}`);
  if (days.length < atLeast) return fail(`${name}: ${days.length} sessions of history, ${atLeast} needed`);
  return ok({
    name,
    days,
    values: Float64Array.from(kept, (i) => series.values[i] ?? 0),
    asOf,
    tags: series.tags,
  });
}
