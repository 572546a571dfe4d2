import { dateOfDay, dayNumber, daysBetween } from '../../core/dates.ts';
import { newYorkClock } from '../../core/new-york.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { epochMs, type IsoDate } from '../../core/units.ts';
import type { Closes } from './closes.ts';
import type { SignalContext } from './context.ts';

/** The last values of a weekly, monthly or quarterly series, oldest first; `days` are the periods described. */
export interface Releases extends Closes {
  /** New York date on which the newest value could first be read. */
  readonly releasedOn: IsoDate;
}

/** What a signal asks of a slow series. */
interface Wanted {
  readonly name: string;
  readonly bars: number;
  /** Oldest the newest value may be, in calendar days from the start of the period it describes. */
  readonly maxAgeDays: number;
  readonly atLeast?: number;
}

/** The last values of a slow series, or why there are none. */
export function releasesOf({ past, session }: SignalContext, wanted: Wanted): Result<Releases, string> {
  const { name, bars, maxAgeDays, atLeast = bars } = wanted;
  const series = past.series(name);
  if (series === undefined) return fail(`${name}: no data by ${session}`);
  const today = dayNumber(session);
  let end = series.days.length;
  while (end > 0 && (series.days[end - 1] ?? 0) > today) end -= 1;
  const from = Math.max(0, end - bars);
  const days = series.days.subarray(from, end);
  const asOf = dateOfDay(days.at(-1) ?? 0);
  if (days.length === 0) return fail(`${name}: no value by ${session}`);
  if (daysBetween(asOf, session) > maxAgeDays) return fail(`${name}: no value since ${asOf}`);
  if (days.length < atLeast) return fail(`${name}: ${days.length} values of history, ${atLeast} needed`);
  const releasedOn = newYorkClock(epochMs(series.availableAt[end - 1] ?? 0)).date;
  return ok({ name, days, values: series.values.subarray(from, end), asOf, tags: series.tags, releasedOn });
}
