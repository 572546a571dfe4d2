import { type Aligned, requirePeriod, tooShort } from './aligned.ts';

/**
 * Simple moving average: the mean of the last `period` values.
 *
 *     sma[i] = (x[i - period + 1] + ... + x[i]) / period
 *
 * One addition and one subtraction a bar. The running sum is rebuilt every `period` bars, so rounding never builds up
 * over more than one window however long the series.
 *
 * @throws PreconditionError if `period` is not an integer >= 1
 */
export function sma(values: Float64Array, period: number): Aligned {
  requirePeriod('period', period);
  const first = period - 1;
  if (values.length <= first) return tooShort(first);
  const out = new Float64Array(values.length - first);
  let sum = 0;
  for (let j = 0; j < out.length; j++) {
    if (j % period === 0) sum = windowSum(values, j, period);
    else sum += (values[j + first] as number) - (values[j - 1] as number);
    out[j] = sum / period;
  }
  return { first, values: out };
}

function windowSum(values: Float64Array, from: number, period: number): number {
  let sum = 0;
  for (let i = from; i < from + period; i++) sum += values[i] as number;
  return sum;
}
