import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { rollingStdDev } from '../../quant/series/rolling-std-dev.ts';
import { zScoreOfLast } from '../../quant/series/z-score.ts';
import { clip, logReturns } from '../../quant/stats.ts';
import { closePair } from './aligned.ts';
import { closesOf } from './closes.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import type { Reading } from './signal.ts';

const YEAR = 252;
const RV_WINDOW = 20;
/** A year of premiums, each of which needs 20 returns. */
const BARS = YEAR + RV_WINDOW;

/** Everything the premium is made of, in vol points; variances are vol points squared. */
interface Premium {
  readonly vix: number;
  readonly rv20: number;
  readonly vrp: number;
  readonly z: number;
  readonly asOf: IsoDate;
}

function premiumOf(context: SignalContext): Result<Premium, string> {
  const both = closePair(context, ['SPX.close', 'VIX.close'], BARS, BARS);
  if (!both.ok) return both;
  const { left: spx, right: vix, asOf } = both.value;
  const population = rollingStdDev(logReturns(spx), RV_WINDOW);
  const unbiased = (YEAR * RV_WINDOW) / (RV_WINDOW - 1);
  const variance = population.values.map((sd) => 1e4 * sd * sd * unbiased);
  const premiums = variance.map((rv, j) => (vix[population.first + 1 + j] ?? 0) ** 2 - rv);
  const z = zScoreOfLast(premiums, YEAR);
  if (z === undefined) return fail('SPX.close and VIX.close: no variation in a year of variance premiums');
  return ok({
    vix: vix.at(-1) ?? 0,
    rv20: Math.sqrt(variance.at(-1) ?? 0),
    vrp: premiums.at(-1) ?? 0,
    z,
    asOf,
  });
}

/** Nine-day VIX; VIX itself stands in where it is not there (Cboe publishes it from 2011). */
function vix9dOf(
  context: SignalContext,
  vix: number,
): { readonly value: number; readonly tags: readonly string[] } {
  const vix9d = closesOf(context, 'VIX9D.close', 1);
  const value = vix9d.ok ? vix9d.value.values[0] : undefined;
  return value === undefined ? { value: vix, tags: ['vix-for-vix9d'] } : { value, tags: [] };
}

/**
 * S06: is variance dear against what was realised?
 *
 *     s = clip(z252(VIX^2 - RV20^2) / 2, -1, 1)
 *
 * RV20 is the sample standard deviation of 20 log returns, annualised by sqrt(252). Inputs in vol points: `vix`,
 * `rv20`, `vix9d`; `vrp` in vol points squared (press throttle R-P1); `edr`, the expected daily range in percent,
 * (0.6 VIX9D + 0.4 RV20) / sqrt(252) (rolls and short-dated strikes), which is not scored: it is nearly VIX again.
 */
export function variancePremium(context: SignalContext): Reading {
  const premium = premiumOf(context);
  if (!premium.ok) return absent('S06', context, premium.failure);
  const { vix, rv20, vrp, z, asOf } = premium.value;
  const vix9d = vix9dOf(context, vix);
  const edr = (0.6 * vix9d.value + 0.4 * rv20) / Math.sqrt(YEAR);
  const evidence = `VIX ${vix.toFixed(2)} against 20-day realised ${rv20.toFixed(2)}: premium ${vrp.toFixed(0)} points squared, ${z.toFixed(2)} sd of its year`;
  const inputs = { vix, rv20, vrp, z, vix9d: vix9d.value, edr };
  return present('S06', context, { value: clip(z / 2, -1, 1), evidence, inputs, asOf, tags: vix9d.tags });
}
