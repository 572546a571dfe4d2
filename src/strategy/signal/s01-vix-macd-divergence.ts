import { dateOfDay } from '../../core/dates.ts';
import { type Aligned, alignedAt } from '../../quant/series/aligned.ts';
import { type Divergence, type DivergenceRule, newestDivergence } from '../../quant/series/divergence.ts';
import { macd } from '../../quant/series/macd.ts';
import { stdDev } from '../../quant/stats.ts';
import { type Closes, closesOf } from './closes.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import type { Reading } from './signal.ts';

/** A year of histogram, and 450 bars before it: what came earlier weighs (25/27)^450 = 1e-15 in a 26-bar EMA. */
const BARS = 252 + 450;
const HISTOGRAM_BARS = 252;
/** 26 bars to the slow EMA, 8 more to its signal line, then a year. */
const MIN_BARS = 25 + 8 + HISTOGRAM_BARS;
/** C05: pivots with three bars on each side, the second 5 to 40 bars after the first. */
const DIVERGENCE: DivergenceRule = { confirmation: 3, nearest: 5, farthest: 40 };
/** A divergence fades to nothing over this many bars. */
const FADE_BARS = 10;

interface Momentum {
  readonly prices: Float64Array;
  readonly days: Int32Array;
  readonly line: Aligned;
  readonly histogram: number;
  /** Standard deviation of the last year of histogram; 0 for a series that never moved. */
  readonly scale: number;
}

function momentumOf({ values, days }: Closes): Momentum {
  const { line, histogram } = macd(values);
  return {
    prices: values,
    days,
    line,
    histogram: histogram.values.at(-1) ?? 0,
    scale: stdDev(histogram.values.subarray(-HISTOGRAM_BARS)),
  };
}

function divergenceEvidence(found: Divergence, age: number, { prices, line, days }: Momentum): string {
  const pivot = (i: number): string =>
    `${(prices[i] ?? 0).toFixed(2)} on ${dateOfDay(days[i] ?? 0)} (MACD ${(alignedAt(line, i) ?? 0).toFixed(2)})`;
  const story =
    found.at === 'highs'
      ? 'VIX made a higher high on less momentum, volatility is tiring'
      : 'VIX made a lower low on more momentum, volatility is coiling';
  return `${story}: ${pivot(found.first)}, then ${pivot(found.second)}; confirmed ${age} bars ago`;
}

/**
 * S01: does the momentum of VIX agree with VIX itself (C05)?
 *
 *     MACD = EMA12 - EMA26,  H = MACD - EMA9(MACD)
 *     a divergence: +1 (higher VIX high, lower MACD high) or -1 (lower low, higher MACD low), times 1 - age/10
 *     none:         -0.5 tanh(H / sd252(H))
 *
 * A divergence is dated at its second pivot plus three bars, the first day it could be known.
 *
 * @see Appel (2005), Technical Analysis, for MACD
 */
export function vixMacdDivergence(context: SignalContext): Reading {
  const vix = closesOf(context, 'VIX.close', BARS, MIN_BARS);
  if (!vix.ok) return absent('S01', context, vix.failure);
  const momentum = momentumOf(vix.value);
  const { histogram, scale, prices } = momentum;
  const asOf = vix.value.asOf;
  const found = newestDivergence(prices, momentum.line, DIVERGENCE, FADE_BARS - 1);
  if (found !== undefined) {
    const age = prices.length - 1 - found.confirmedAt;
    const sign = found.at === 'highs' ? 1 : -1;
    const evidence = divergenceEvidence(found, age, momentum);
    return present('S01', context, {
      value: sign * (1 - age / FADE_BARS),
      evidence,
      inputs: { histogram, age },
      asOf,
    });
  }
  const score = scale > 0 ? histogram / scale : 0;
  const evidence = `no divergence; MACD histogram of VIX ${histogram.toFixed(2)}, ${score.toFixed(1)} sd of its year`;
  return present('S01', context, {
    value: -0.5 * Math.tanh(score),
    evidence,
    inputs: { histogram, score },
    asOf,
  });
}
