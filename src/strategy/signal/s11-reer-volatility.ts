import { percentileRankOfLast } from '../../quant/series/percentile-rank.ts';
import { rollingStdDev } from '../../quant/series/rolling-std-dev.ts';
import { logReturns } from '../../quant/stats.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { releasesOf } from './releases.ts';
import type { Reading } from './signal.ts';

const VOL_MONTHS = 12;
const RANK_MONTHS = 120;
const BARS = RANK_MONTHS + VOL_MONTHS;
/** BIS publishes six to seven weeks after a month begins; past 120 days it is neither low nor high (3.0, resolution 2). */
const MAX_AGE_DAYS = 120;

function scored(percentile: number): readonly [number, string] {
  if (percentile < 33) return [0.5, 'low'];
  return percentile > 67 ? [-0.5, 'high'] : [0, 'ordinary'];
}

/**
 * S11: is the dollar quiet (C13)? Volatility of the broad real effective exchange rate: standard deviation of 12
 * monthly log changes, ranked in 10 years. Below the 33rd percentile +0.5, above the 67th -0.5.
 *
 * Input `reerVolPct`, 0 to 100, also permits nearer strikes (R-C3): low < 33, high > 67, absent is neither.
 */
export function reerVolatility(context: SignalContext): Reading {
  const reer = releasesOf(context, { name: 'RBUSBIS', bars: BARS, maxAgeDays: MAX_AGE_DAYS });
  if (!reer.ok) return absent('S11', context, reer.failure);
  const { asOf, tags } = reer.value;
  const vols = rollingStdDev(logReturns(reer.value.values), VOL_MONTHS).values;
  const reerVolPct = percentileRankOfLast(vols, RANK_MONTHS) ?? 50;
  const reerVol = (vols.at(-1) ?? 0) * Math.sqrt(VOL_MONTHS / (VOL_MONTHS - 1));
  const [value, words] = scored(reerVolPct);
  const evidence = `REER moves ${(100 * reerVol).toFixed(2)} % a month over a year, above ${reerVolPct.toFixed(0)} % of 10 years: ${words}`;
  return present('S11', context, { value, evidence, inputs: { reerVol, reerVolPct }, asOf, tags });
}
