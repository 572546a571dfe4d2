import { dayNumber } from '../../core/dates.ts';
import { PreconditionError } from '../../core/errors.ts';
import { normalDraw, type Random } from '../../core/random.ts';
import type { IsoDate } from '../../core/units.ts';
import { availabilityColumn } from '../../market/availability.ts';
import { checkedSeries, type Series } from '../../market/history.ts';
import { seriesFacts } from '../../market/series-catalogue.ts';

/** Dates a simulated process runs over, and from which of them on its values are wanted. */
export interface ColumnDates {
  readonly dates: readonly IsoDate[];
  readonly from: number;
}

/** Day numbers of such dates, worked out once for all the series on them. */
const numbered = new WeakMap<readonly IsoDate[], Map<number, Int32Array>>();

function daysOf({ dates, from }: ColumnDates): Int32Array {
  const known = numbered.get(dates) ?? new Map<number, Int32Array>();
  const days = known.get(from) ?? Int32Array.from(dates.slice(from), dayNumber);
  numbered.set(dates, known.set(from, days));
  return days;
}

/**
 * A series of the catalogue, with the availability and tags every reader would give it.
 *
 * @param value  of the i-th of `dates`, asked for from `from` on only
 */
export function column(name: string, when: ColumnDates, value: (index: number) => number): Series {
  const facts = seriesFacts(name);
  if (facts === undefined) throw new PreconditionError('name', 'must be in the series catalogue', name);
  const days = daysOf(when);
  return checkedSeries({
    name,
    days,
    values: Float64Array.from(days, (_, i) => value(when.from + i)),
    availableAt: availabilityColumn(facts.availability, days),
    tags: facts.tags,
  });
}

/** All of some dates. */
export const allOf = (dates: readonly IsoDate[]): ColumnDates => ({ dates, from: 0 });

/** Cumulative sum of a step: the shape of a price, a breadth line, an output. */
export function walk(length: number, start: number, step: (index: number) => number): Float64Array {
  let level = start;
  return Float64Array.from({ length }, (_, i) => {
    level += step(i);
    return level;
  });
}

/**
 * A level that returns to its mean: z' = z e^{-1/memory} + sqrt(1 - e^{-2/memory}) g, times `sd`.
 *
 * @param memory  steps after which 1/e of a deviation is left
 */
export function returning(
  random: Random,
  length: number,
  { mean, sd, memory }: { readonly mean: number; readonly sd: number; readonly memory: number },
): Float64Array {
  const kept = Math.exp(-1 / memory);
  const fresh = Math.sqrt(1 - kept * kept);
  let z = normalDraw(random);
  return Float64Array.from({ length }, () => {
    z = kept * z + fresh * normalDraw(random);
    return mean + sd * z;
  });
}
