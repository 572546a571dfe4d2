import { closesOf } from './closes.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { lastRsi, RSI_BARS, RSI_MIN_BARS } from './rsi-reading.ts';
import type { Reading } from './signal.ts';

/** 35-55 +0.5; 55-70 and 30-35 0; above 70 -1; below 30 -0.5; borders belong to the calmer band. */
function scored(rsi: number): readonly [number, string] {
  if (rsi >= 35 && rsi <= 55) return [0.5, 'in 35-55: quiet'];
  if (rsi > 70) return [-1, 'above 70: volatility is being bid up'];
  if (rsi < 30) return [-0.5, 'below 30: volatility is sold out and due a rebound'];
  return [0, rsi > 55 ? 'in 55-70: firming' : 'in 30-35: soft'];
}

/**
 * S03: is volatility stretched? Wilder's RSI over 14 sessions of VIX closes (C06).
 *
 * Input `rsiVix` also moves strikes, wings and hedge depth (R-C3, R-W1, 3.6).
 */
export function vixRsi(context: SignalContext): Reading {
  const vix = closesOf(context, 'VIX.close', RSI_BARS, RSI_MIN_BARS);
  if (!vix.ok) return absent('S03', context, vix.failure);
  const rsiVix = lastRsi(vix.value.values);
  const [value, words] = scored(rsiVix);
  const evidence = `RSI14(VIX) ${rsiVix.toFixed(1)}, ${words}`;
  return present('S03', context, { value, evidence, inputs: { rsiVix }, asOf: vix.value.asOf });
}
