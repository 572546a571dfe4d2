import { fail, ok, type Result } from '../../core/result.ts';
import { clip } from '../../quant/stats.ts';
import { type AlignedPair, pair } from './aligned.ts';
import { closesOf } from './closes.ts';
import { constantMaturityCloses } from './constant-maturity-closes.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { lastRsi, RSI_BARS, RSI_MIN_BARS } from './rsi-reading.ts';
import type { Reading } from './signal.ts';

/** CM30 and VIX on the sessions both have. */
function curveAndSpot(context: SignalContext): Result<AlignedPair, string> {
  const curve = constantMaturityCloses(context, RSI_BARS, RSI_MIN_BARS);
  if (!curve.ok) return curve;
  const vix = closesOf(context, 'VIX.close', RSI_BARS, RSI_MIN_BARS);
  if (!vix.ok) return vix;
  const both = pair(curve.value, vix.value);
  if (both.days.length >= RSI_MIN_BARS) return ok(both);
  return fail(`VX curve and VIX.close: ${both.days.length} common sessions, ${RSI_MIN_BARS} needed`);
}

function words(difference: number): string {
  if (difference >= 5) return 'the curve is firmer than spot';
  return difference <= -5 ? 'spot outran the curve, which expects it back' : 'curve and spot agree';
}

/**
 * S04: do VIX futures believe the move in VIX (C07, amended by E7)?
 *
 *     D = RSI14(CM30) - RSI14(VIX),   s = -0.5 clip(D/10, -1, 1)
 *
 * Both RSIs run over the sessions both series have. A step at +-10 would be 0 on 98 % of days. Absent without VX
 * quotes: CM30 proxied from spot would compare VIX with itself. Inputs `dRsi` and `rsiCm30` also decide the hedge
 * window and depth (3.6); `rsiVixPaired` is the VIX side on the common sessions.
 */
export function curveRsi(context: SignalContext): Reading {
  const both = curveAndSpot(context);
  if (!both.ok) return absent('S04', context, both.failure);
  const rsiCm30 = lastRsi(both.value.left);
  const rsiVixPaired = lastRsi(both.value.right);
  const dRsi = rsiCm30 - rsiVixPaired;
  const evidence = `RSI14(CM30) ${rsiCm30.toFixed(1)} less RSI14(VIX) ${rsiVixPaired.toFixed(1)} = ${dRsi.toFixed(1)}, ${words(dRsi)}`;
  const value = -0.5 * clip(dRsi / 10, -1, 1);
  return present('S04', context, {
    value,
    evidence,
    inputs: { dRsi, rsiCm30, rsiVixPaired },
    asOf: both.value.asOf,
  });
}
