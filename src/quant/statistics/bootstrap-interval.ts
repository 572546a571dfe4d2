import { fail, ok, type Result } from '../../core/result.ts';
import { normalCdf, normalQuantile } from '../normal.ts';
import { percentile } from '../stats.ts';
import type { Bootstrap } from './bootstrap.ts';
import { requireShare } from './observations.ts';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Percentile interval: what the middle share of the resamples shows. Never leaves the statistic's own range.
 *
 * @param level  0.95, in (0, 1)
 * @throws PreconditionError unless 0 < level < 1
 * @see Efron and Tibshirani (1993), An Introduction to the Bootstrap, section 13.3
 */
export function percentileInterval({ replicates }: Bootstrap, level: number): Interval {
  requireShare('level', level);
  return {
    lower: percentile(replicates, (1 - level) / 2),
    upper: percentile(replicates, (1 + level) / 2),
  };
}

/**
 * Basic interval: the percentile interval reflected in the estimate, [2t - upper, 2t - lower]. Takes the error of a
 * resample about the estimate for the error of the estimate about the truth.
 *
 * @throws PreconditionError unless 0 < level < 1
 * @see Davison and Hinkley (1997), Bootstrap Methods and Their Application, equation 5.6
 */
export function basicInterval(bootstrap: Bootstrap, level: number): Interval {
  const { lower, upper } = percentileInterval(bootstrap, level);
  return { lower: 2 * bootstrap.estimate - upper, upper: 2 * bootstrap.estimate - lower };
}

/** `one-sided`: the resamples lie all on one side of the estimate; `too-skewed`: the acceleration reverses the tail. */
export interface BcaFailure {
  readonly code: 'one-sided' | 'too-skewed';
}

/**
 * Bias-corrected and accelerated interval: percentiles moved for a median bias z0 and a skewness a of the statistic.
 *
 *     share = N[ z0 + (z0 + z)/(1 - a (z0 + z)) ],   z0 = N^-1[share of resamples below t],   z = N^-1[(1 -+ level)/2]
 *
 * Resamples equal to the estimate count half below it.
 *
 * @param acceleration  see `jackknifeAcceleration`; 0 corrects the bias alone
 * @throws PreconditionError unless 0 < level < 1
 * @see Efron (1987), J. Am. Statistical Assoc. 82(397), 171-185, doi 10.1080/01621459.1987.10478410
 */
export function bcaInterval(
  { estimate, replicates }: Bootstrap,
  acceleration: number,
  level: number,
): Result<Interval, BcaFailure> {
  requireShare('level', level);
  let below = 0;
  for (const figure of replicates) below += figure < estimate ? 1 : figure === estimate ? 0.5 : 0;
  if (below === 0 || below === replicates.length) return fail({ code: 'one-sided' });
  const z0 = normalQuantile(below / replicates.length);
  const [low, high] = [(1 - level) / 2, (1 + level) / 2].map((share) => {
    const w = z0 + normalQuantile(share);
    const slowing = 1 - acceleration * w;
    return slowing > 0 ? normalCdf(z0 + w / slowing) : undefined;
  });
  if (low === undefined || high === undefined) return fail({ code: 'too-skewed' });
  return ok({ lower: percentile(replicates, low), upper: percentile(replicates, high) });
}
