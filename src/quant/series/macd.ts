import { PreconditionError } from '../../core/errors.ts';
import { type Aligned, requirePeriod } from './aligned.ts';
import { ema } from './ema.ts';

export interface MacdPeriods {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

/** All three series start at the same input index: slow + signal - 2, which is 33 for (12, 26, 9). */
export interface Macd {
  /** EMA(fast) less EMA(slow). */
  readonly line: Aligned;
  /** EMA(signal) of the line. */
  readonly signal: Aligned;
  /** Line less signal. */
  readonly histogram: Aligned;
}

/** Appel's periods, those of methodology.md C05. */
const APPEL: MacdPeriods = { fast: 12, slow: 26, signal: 9 };

/**
 * Moving average convergence/divergence, in the units of the input.
 *
 * Both averages speak first at the same bar, so the fast one is seeded on the last `fast` values before it (values
 * 14..25 for 12/26), not on the first ones: TA-Lib's convention, and what the reference vectors hold.
 *
 * @throws PreconditionError unless periods are integers >= 1 and fast < slow
 * @see TA-Lib, ta_MACD.c (TA_INT_MACD)
 */
export function macd(values: Float64Array, periods: MacdPeriods = APPEL): Macd {
  for (const [name, period] of Object.entries(periods)) requirePeriod(name, period);
  if (periods.fast >= periods.slow) {
    throw new PreconditionError('fast', `must be < slow (${periods.slow})`, periods.fast);
  }
  const slow = ema(values, periods.slow);
  const fast = ema(values, periods.fast, periods.slow - periods.fast);
  const whole = difference(fast.values, slow.values);
  const signal = ema(whole, periods.signal);
  const line = whole.subarray(Math.min(signal.first, whole.length));
  const first = slow.first + signal.first;
  const aligned = (series: Float64Array): Aligned => ({ first, values: series });
  return {
    line: aligned(line),
    signal: aligned(signal.values),
    histogram: aligned(difference(line.subarray(0, signal.values.length), signal.values)),
  };
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) - (b[i] as number);
  return out;
}
