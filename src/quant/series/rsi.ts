import { type Aligned, requirePeriod, tooShort } from './aligned.ts';

/** With no move at all in the window neither side is stronger; Wilder's ratio is 0/0 there. */
const NEUTRAL = 50;

/**
 * Wilder's relative strength index, 0 to 100.
 *
 *     rsi = 100 G / (G + L)
 *
 * with G and L the averages of gains and losses, seeded with the plain mean of the first `period` changes and then
 * smoothed with weight 1/period. Equal to 100 - 100/(1 + G/L), and defined when L = 0 (100) or both are (50).
 *
 * @throws PreconditionError if `period` is not an integer >= 1
 * @see Wilder (1978), New Concepts in Technical Trading Systems, section VI
 */
export function rsi(values: Float64Array, period = 14): Aligned {
  requirePeriod('period', period);
  if (values.length <= period) return tooShort(period);
  const out = new Float64Array(values.length - period);
  let gain = 0;
  let loss = 0;
  for (let i = 1; i <= period; i++) {
    const change = (values[i] as number) - (values[i - 1] as number);
    if (change > 0) gain += change;
    else loss -= change;
  }
  gain /= period;
  loss /= period;
  out[0] = strength(gain, loss);
  for (let i = period + 1; i < values.length; i++) {
    const change = (values[i] as number) - (values[i - 1] as number);
    gain = (gain * (period - 1) + (change > 0 ? change : 0)) / period;
    loss = (loss * (period - 1) + (change < 0 ? -change : 0)) / period;
    out[i - period] = strength(gain, loss);
  }
  return { first: period, values: out };
}

const strength = (gain: number, loss: number): number =>
  gain + loss === 0 ? NEUTRAL : (100 * gain) / (gain + loss);
