import { dateFromParts, monthOf, yearOf } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import type { DemoPath } from './demo-path.ts';

/** A path with the seed of what does not follow from it. */
export interface SeededPath extends DemoPath {
  readonly seed: number;
}

/** First days of the periods of so many months that lie wholly inside the path. */
export function periods({ sessions }: DemoPath, months: number): IsoDate[] {
  const dates: IsoDate[] = [];
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined) return dates;
  const end = yearOf(last) * 12 + monthOf(last) - 1;
  for (let index = yearOf(first) * 12; index + months <= end; index += months) {
    const date = dateFromParts(Math.floor(index / 12), (index % 12) + 1, 1);
    if (date !== undefined) dates.push(date);
  }
  return dates;
}

/** Mean close of each month. */
export function monthlyMeans({ sessions, close }: DemoPath, months: readonly IsoDate[]): Float64Array {
  const place = new Map(months.map((month, i) => [month.slice(0, 7), i]));
  const [sums, counts] = [new Float64Array(months.length), new Float64Array(months.length)];
  sessions.forEach((session, i) => {
    const month = place.get(session.slice(0, 7));
    if (month === undefined) return;
    sums[month] = (sums[month] ?? 0) + (close[i] ?? 0);
    counts[month] = (counts[month] ?? 0) + 1;
  });
  return sums.map((sum, i) => sum / (counts[i] ?? 1));
}
