import { closesOf } from './closes.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { lastRsi, RSI_BARS, RSI_MIN_BARS } from './rsi-reading.ts';
import type { Reading } from './signal.ts';

/** +0.5 inside 40-60, 0 in 30-40 and 60-70, -0.5 beyond; borders belong to the calmer band. */
function scored(rsi: number): readonly [number, string] {
  if (rsi >= 40 && rsi <= 60) return [0.5, 'in 40-60: neither stretched up nor down'];
  if (rsi >= 30 && rsi <= 70) return [0, rsi > 60 ? 'in 60-70: leaning up' : 'in 30-40: leaning down'];
  return [-0.5, rsi > 70 ? 'above 70: stretched up' : 'below 30: stretched down'];
}

/**
 * S02: is the index stretched? Wilder's RSI over 14 sessions of SPX closes (C06).
 *
 * Input `rsiSpx` also moves strikes and wings (R-C3, R-W1).
 * @see Wilder (1978), New Concepts in Technical Trading Systems
 */
export function spxRsi(context: SignalContext): Reading {
  const spx = closesOf(context, 'SPX.close', RSI_BARS, RSI_MIN_BARS);
  if (!spx.ok) return absent('S02', context, spx.failure);
  const rsiSpx = lastRsi(spx.value.values);
  const [value, words] = scored(rsiSpx);
  const evidence = `RSI14(SPX) ${rsiSpx.toFixed(1)}, ${words}`;
  return present('S02', context, { value, evidence, inputs: { rsiSpx }, asOf: spx.value.asOf });
}
