import { requireFinite } from '../../core/errors.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { outputColumn } from './output-column.ts';
import { type RingState, ring } from './ring.ts';
import { requireSeries, requireValue } from './series-input.ts';
import type { Stream } from './stream.ts';

function windowSum(values: Float64Array, from: number, period: number): number {
  let sum = 0;
  for (let i = from; i < from + period; i++) sum += values[i] as number;
  return sum;
}

/**
 * Simple moving average: the mean of the last `period` values.
 *
 *     sma[i] = (x[i - period + 1] + ... + x[i]) / period
 *
 * One addition and one subtraction a bar. The running sum is rebuilt every `period` bars, so rounding never builds up
 * over more than one window however long the series.
 *
 * @param out  where to write, instead of a new column
 * @throws PreconditionError if `period` is not an integer >= 1, a value is not finite, or `out` does not fit
 */
export function sma(values: Float64Array, period: number, out?: Float64Array): Aligned {
  requirePeriod('period', period);
  requireSeries('values', values);
  const first = period - 1;
  if (values.length <= first) return tooShort(first);
  const means = outputColumn('out', values.length - first, out, [values]);
  for (let block = 0; block < means.length; block += period) {
    let sum = windowSum(values, block, period);
    means[block] = sum / period;
    const end = Math.min(block + period, means.length);
    for (let j = block + 1; j < end; j++) {
      sum += (values[j + first] as number) - (values[j - 1] as number);
      means[j] = sum / period;
    }
  }
  return { first, values: means };
}

export interface SmaState {
  readonly sum: number;
  readonly window: RingState;
}

/** `sma` one value at a time, the same bits. @throws PreconditionError as `sma`, or if `state` is of another period */
export function smaStream(period: number, state?: SmaState): Stream<number, number, SmaState> {
  requirePeriod('period', period);
  const window = ring(period, state?.window);
  let sum = state?.sum ?? 0;
  requireFinite('state.sum', sum);
  return {
    next(value) {
      requireValue('value', value);
      const leaving = window.push(value);
      if (window.isInOrder()) sum = windowSum(window.oldestFirst(), 0, period);
      else if (window.isFull()) sum += value - leaving;
      return window.isFull() ? sum / period : undefined;
    },
    snapshot: () => ({ sum, window: window.snapshot() }),
  };
}
