import { type Aligned, requirePeriod, tooShort } from './aligned.ts';

/**
 * Exponential moving average, seeded with the mean of the first `period` values as TA-Lib does.
 *
 *     ema[i] = ema[i - 1] + k (x[i] - ema[i - 1]),   k = 2 / (period + 1)
 *
 * @param from  input index at which the seed window starts; MACD starts its fast average late, see `macd`
 * @throws PreconditionError if `period` is not an integer >= 1, or `from` is not an integer >= 0
 * @see TA-Lib, ta_EMA.c (TA_INT_EMA, classic compatibility)
 */
export function ema(values: Float64Array, period: number, from = 0): Aligned {
  requirePeriod('period', period);
  requirePeriod('from', from, 0);
  const first = from + period - 1;
  if (values.length <= first) return tooShort(first);
  const out = new Float64Array(values.length - first);
  let average = 0;
  for (let i = from; i <= first; i++) average += values[i] as number;
  average /= period;
  out[0] = average;
  const k = 2 / (period + 1);
  for (let j = 1; j < out.length; j++) {
    average += ((values[first + j] as number) - average) * k;
    out[j] = average;
  }
  return { first, values: out };
}
