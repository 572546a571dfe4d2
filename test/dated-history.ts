import { dayNumber, isoDate } from '../src/core/dates.ts';
import { clock, newYorkInstant } from '../src/core/new-york.ts';
import type { EpochMs } from '../src/core/units.ts';
import {
  checkedSeries,
  type History,
  historyThrough,
  type Series,
  type VxCurve,
} from '../src/market/history.ts';
import { availableAt } from '../src/market/series-catalogue.ts';

/** Values by date, ascending; each is available when the catalogue says its series is. */
export type Dated = Readonly<Record<string, number>>;

function seriesOf(name: string, dated: Dated): Series {
  const dates = Object.keys(dated).map(isoDate);
  return checkedSeries({
    name,
    days: Int32Array.from(dates, dayNumber),
    values: Float64Array.from(Object.values(dated)),
    availableAt: Float64Array.from(dates, (date) => availableAt(name, date) ?? 0),
    tags: [],
  });
}

/** What is known at 17:00 New York time of a date. */
export function historyAt(
  date: string,
  series: Readonly<Record<string, Dated>>,
  vx: readonly VxCurve[] = [],
): History {
  const all = new Map(Object.entries(series).map(([name, dated]) => [name, seriesOf(name, dated)]));
  return historyThrough(all, vx, eveningOf(date));
}

export const eveningOf = (date: string): EpochMs => newYorkInstant(isoDate(date), clock(17));
