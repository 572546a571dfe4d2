import { PreconditionError } from '../../core/errors.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';

/** Daily bars, one column each, all of one length. */
export interface Bars {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * Wilder's average true range, in the units of the input.
 *
 *     true range = max(high, previous close) - min(low, previous close)
 *     atr[i] = (atr[i - 1] (period - 1) + range[i]) / period
 *
 * seeded with the plain mean of the first `period` true ranges; the first bar has none, so the first value is at
 * index `period`.
 *
 * @throws PreconditionError if the columns differ in length or `period` is not an integer >= 1
 * @see Wilder (1978), New Concepts in Technical Trading Systems, section III
 */
export function atr({ high, low, close }: Bars, period = 14): Aligned {
  requirePeriod('period', period);
  for (const [name, column] of [
    ['high', high],
    ['low', low],
  ] as const) {
    if (column.length !== close.length)
      throw new PreconditionError(name, `must have ${close.length} entries`, column.length);
  }
  if (close.length <= period) return tooShort(period);
  const out = new Float64Array(close.length - period);
  let average = 0;
  for (let i = 1; i < close.length; i++) {
    const before = close[i - 1] as number;
    const range = Math.max(high[i] as number, before) - Math.min(low[i] as number, before);
    if (i <= period) average += range / period;
    else average = (average * (period - 1) + range) / period;
    if (i >= period) out[i - period] = average;
  }
  return { first: period, values: out };
}
