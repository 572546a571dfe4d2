import type { Values } from '../stats.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { lastValues } from './last-values.ts';
import { type RingState, ring } from './ring.ts';
import { requireSeries, requireValue } from './series-input.ts';
import type { Stream } from './stream.ts';

const rankOf = (below: number, equal: number, window: number): number => (100 * (below + equal / 2)) / window;

/**
 * Rank of the newest value among the last `window` values (itself among them), 0 to 100, ties counted half:
 *
 *     100 (below + equal / 2) / window
 *
 * so a constant series ranks 50. The `pctN` of methodology.md 1. Undefined when there are fewer than `window` values.
 *
 * @throws PreconditionError if one of them is not finite
 */
export function percentileRankOfLast(values: Values, window: number): number | undefined {
  const recent = lastValues(values, window);
  const last = recent?.[recent.length - 1];
  if (recent === undefined || last === undefined) return undefined;
  requireSeries('values', recent);
  let below = 0;
  let equal = 0;
  for (const value of recent) {
    if (value < last) below += 1;
    else if (value === last) equal += 1;
  }
  return rankOf(below, equal, recent.length);
}

/** Place of the first of `count` ascending entries that is >= `value`, or > `value` where `orEqual`. */
function placeOf(sorted: Float64Array, count: number, value: number, orEqual: boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = sorted[middle] as number;
    if (entry < value || (orEqual && entry === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts `entering` in where `leaving` goes out; what lies between them moves up or down by one. */
function exchange(sorted: Float64Array, leaving: number, entering: number): void {
  const from = placeOf(sorted, sorted.length, leaving, false);
  const to = placeOf(sorted, sorted.length, entering, false);
  if (from < to) {
    sorted.copyWithin(from, from + 1, to);
    sorted[to - 1] = entering;
  } else {
    sorted.copyWithin(to + 1, to, from);
    sorted[to] = entering;
  }
}

function insert(sorted: Float64Array, count: number, entering: number): void {
  const to = placeOf(sorted, count, entering, false);
  sorted.copyWithin(to + 1, to, count);
  sorted[to] = entering;
}

/**
 * `percentileRankOfLast` at every bar. The window is kept sorted, so a bar costs two searches and one move of memory,
 * not a look at every value.
 *
 * @throws PreconditionError if `window` is not an integer >= 1 or a value is not finite
 */
export function rollingPercentileRank(values: Float64Array, window: number): Aligned {
  const { next } = percentileRankStream(window);
  requireSeries('values', values);
  const first = window - 1;
  if (values.length <= first) return tooShort(first);
  const ranks = new Float64Array(values.length - first);
  for (let i = 0; i < values.length; i++) {
    const rank = next(values[i] as number);
    if (rank !== undefined) ranks[i - first] = rank;
  }
  return { first, values: ranks };
}

/**
 * `rollingPercentileRank` one value at a time; it remembers its window and no more.
 *
 * @throws PreconditionError likewise, or if `state` is of another window
 */
export function percentileRankStream(window: number, state?: RingState): Stream<number, number, RingState> {
  requirePeriod('window', window);
  const recent = ring(window, state);
  const kept = Float64Array.from(state?.slots.slice(0, state.seen) ?? []).sort();
  const sorted = new Float64Array(window);
  sorted.set(kept);
  let count = kept.length;
  return {
    next(value) {
      requireValue('value', value);
      const leaving = recent.push(value);
      if (count === window) {
        exchange(sorted, leaving, value);
      } else {
        insert(sorted, count, value);
        count += 1;
      }
      if (count < window) return undefined;
      const below = placeOf(sorted, window, value, false);
      const notAbove = placeOf(sorted, window, value, true);
      return rankOf(below, notAbove - below, window);
    },
    snapshot: recent.snapshot,
  };
}
