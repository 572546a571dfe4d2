import { normalCdf, normalQuantile } from '../normal.ts';
import type { PValueAdjustment } from './adjusted-p-values.ts';
import { requireCount, requireObservations, type Values } from './observations.ts';

/**
 * Haircut Sharpe ratios: what is left of each trial's ratio once its p-value pays for all the other trials.
 *
 *     p = 2 N(-|SR| sqrt(T)),   SR_haircut = sign(SR) N^-1(1 - p~/2) / sqrt(T),   p~ adjusted
 *
 * The haircut falls hardest on middling ratios and spares outstanding ones, unlike the customary half off everything.
 * Harvey and Liu draw the p-values of unknown trials from a model; here every trial is known and brings its own.
 *
 * @param sharpes  of all trials, per period, over the same T observations
 * @param observations  T
 * @param adjust  `bonferroni` and `holm` against even one false discovery, `benjaminiYekutieli` (their BHY) or
 *   `benjaminiHochberg` against too large a share of them
 * @returns per period, in the order of the trials; 0 where nothing is left
 * @throws PreconditionError if a ratio is not finite, or unless observations is an integer >= 2
 * @see Harvey and Liu (2015), Backtesting, J. Portfolio Management 42(1), 13-28, doi 10.3905/jpm.2015.42.1.013
 */
export function haircutSharpes(
  sharpes: Values,
  observations: number,
  adjust: PValueAdjustment,
): Float64Array {
  requireObservations('sharpes', sharpes, 1);
  requireCount('observations', observations, 2);
  const root = Math.sqrt(observations);
  const adjusted = adjust(Float64Array.from(sharpes, (sharpe) => twoSided(sharpe * root)));
  return adjusted.map((p, i) => {
    const sharpe = sharpes[i] as number;
    if (p >= 1) return 0;
    // Beyond 38 standard errors the p-value is no double; no number of trials explains such a ratio.
    if (p === 0) return sharpe;
    return (Math.sign(sharpe) * -normalQuantile(p / 2)) / root;
  });
}

/** N(0) may round to just above one half. */
const twoSided = (t: number): number => Math.min(2 * normalCdf(-Math.abs(t)), 1);
