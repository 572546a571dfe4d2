import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { BLOCK, type BlockAverageState, blockAverageStream, decays, NOTHING } from './block-average.ts';
import { outputColumn } from './output-column.ts';
import { requireSeries, requireValue } from './series-input.ts';
import { seedMean } from './smoothed-average.ts';
import type { Stream } from './stream.ts';

/** The share of the way an EMA goes in a bar: what it weighs is then as old on average as in a mean of `period`. */
export const emaWeight = (period: number): number => 2 / (period + 1);

/**
 * Exponential moving average, seeded with the mean of the first `period` values as TA-Lib does.
 *
 *     ema[i] = ema[i - 1] + k (x[i] - ema[i - 1]),   k = 2 / (period + 1)
 *
 * computed four bars at a time (see `blockAverageStream`): half the time of the plain recursion, and the same number to
 * 1e-15.
 *
 * @param from  input index at which the seed window starts
 * @param out  where to write, instead of a new column
 * @throws PreconditionError if `period` is not an integer >= 1, `from` is not an integer >= 0, a value is not finite,
 *   or `out` does not fit
 * @see TA-Lib, ta_EMA.c (TA_INT_EMA, classic compatibility)
 */
export function ema(values: Float64Array, period: number, from = 0, out?: Float64Array): Aligned {
  requirePeriod('period', period);
  requirePeriod('from', from, 0);
  requireSeries('values', values);
  const first = from + period - 1;
  if (values.length <= first) return tooShort(first);
  const averages = outputColumn('out', values.length - first, out, [values]);
  averages[0] = seedMean(values, from, period);
  continueEma(values.subarray(first), emaWeight(period), averages);
  return { first, values: averages };
}

/** Fills `averages` from its second entry; its first is the seed. */
function continueEma(values: Float64Array, k: number, averages: Float64Array): void {
  const [d, d2, d3, d4] = decays(k);
  let average = averages[0] as number;
  let last = BLOCK;
  for (; last < averages.length; last += BLOCK) {
    const p1 = k * (values[last - 3] as number);
    const p2 = k * (values[last - 2] as number) + d * p1;
    const p3 = k * (values[last - 1] as number) + d * p2;
    const p4 = k * (values[last] as number) + d * p3;
    averages[last - 3] = d * average + p1;
    averages[last - 2] = d2 * average + p2;
    averages[last - 1] = d3 * average + p3;
    average = d4 * average + p4;
    averages[last] = average;
  }
  let p = NOTHING;
  let j = last - 3;
  for (const left of [d, d2, d3].slice(0, averages.length - j)) {
    p = k * (values[j] as number) + d * p;
    averages[j] = left * average + p;
    j += 1;
  }
}

export type EmaState = BlockAverageState;

/** `ema` one value at a time, the same bits. @throws PreconditionError as `ema`, or if `state` is of another period */
export function emaStream(period: number, state?: EmaState): Stream<number, number, EmaState> {
  requirePeriod('period', period);
  const { next, snapshot } = blockAverageStream(period, emaWeight(period), state);
  return {
    next(value) {
      requireValue('value', value);
      return next(value);
    },
    snapshot,
  };
}
