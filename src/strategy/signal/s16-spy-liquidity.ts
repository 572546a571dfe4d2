import { percentileRankOfLast } from '../../quant/series/percentile-rank.ts';
import { sma } from '../../quant/series/sma.ts';
import { closePair } from './aligned.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import type { Reading } from './signal.ts';

const SMOOTHING = 20;
const YEAR = 252;
/** A year of 20-day means of daily values, the first of which needs a return. */
const BARS = YEAR + SMOOTHING;

/**
 * Amihud's illiquidity of each day after the first: |return| per billion dollars traded. A day without volume moved
 * nothing for nothing and counts as 0.
 */
function amihud(closes: Float64Array, volumes: Float64Array): Float64Array {
  return closes.subarray(1).map((close, i) => {
    const traded = (close * (volumes[i + 1] ?? 0)) / 1e9;
    return traded > 0 ? Math.abs(close / (closes[i] ?? close) - 1) / traded : 0;
  });
}

/**
 * S16: is the market easy to trade (C34, amended by E9)?  s = 1 - 2 x percentile in a year of the 20-day mean of
 * Amihud's illiquidity of SPY. The mean comes first because one day's value is mostly noise. Dollars traded use the
 * dividend-adjusted close: inside a year the adjustment moves them by a dividend yield, far below a percentile.
 *
 * @see Amihud (2002), J. Financial Markets 5, 31-56, doi 10.1016/S1386-4181(01)00024-6
 */
export function spyLiquidity(context: SignalContext): Reading {
  const both = closePair(context, ['SPY.adjClose', 'SPY.volume'], BARS, BARS);
  if (!both.ok) return absent('S16', context, both.failure);
  const smooth = sma(amihud(both.value.left, both.value.right), SMOOTHING).values;
  const amihudPct = percentileRankOfLast(smooth, YEAR) ?? 50;
  const amihud20 = smooth.at(-1) ?? 0;
  const evidence = `SPY moves ${(1e4 * amihud20).toFixed(1)} bp per $1bn traded (20-day mean), more than on ${amihudPct.toFixed(0)} % of its year`;
  const inputs = { amihud20, amihudPct };
  return present('S16', context, { value: 1 - amihudPct / 50, evidence, inputs, asOf: both.value.asOf });
}
