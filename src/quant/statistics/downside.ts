import { requireFinite, requirePositive } from '../../core/errors.ts';
import { mean } from '../stats.ts';
import { requireObservations, type Values } from './observations.ts';

/**
 * Downside deviation about a target: sqrt[(1/n) sum min(r - target, 0)^2].
 *
 * Divisor n over all returns, not over those below the target: dividing by the losers alone would call a strategy
 * riskier for losing seldom.
 *
 * @throws PreconditionError without returns, or if a value is not finite
 * @see Sortino and van der Meer (1991), J. Portfolio Management 17(4), 27-31, doi 10.3905/jpm.1991.409343
 */
export function downsideDeviation(returns: Values, target = 0): number {
  requireObservations('returns', returns, 1);
  requireFinite('target', target);
  let squares = 0;
  for (let i = 0; i < returns.length; i++) squares += Math.min((returns[i] as number) - target, 0) ** 2;
  return Math.sqrt(squares / returns.length);
}

/**
 * Sortino ratio: mean return above the target, per unit of downside deviation about it, times sqrt(perYear).
 *
 * @param target  decimal per period
 * @returns undefined when no return lies below the target
 * @throws PreconditionError as `downsideDeviation`, or unless perYear > 0
 */
export function sortinoRatio(returns: Values, target = 0, perYear = 1): number | undefined {
  const deviation = downsideDeviation(returns, target);
  requirePositive('perYear', perYear);
  return deviation > 0 ? ((mean(returns) - target) / deviation) * Math.sqrt(perYear) : undefined;
}

/**
 * Omega: what was made above a threshold over what was lost below it.
 *
 *     Omega = sum max(r - L, 0) / sum max(L - r, 0)
 *
 * 1 where the threshold is the mean.
 *
 * @param threshold  L, decimal per period
 * @returns undefined when no return lies below the threshold
 * @throws PreconditionError as `downsideDeviation`
 * @see Keating and Shadwick (2002), J. Performance Measurement 6(3), 59-84
 */
export function omegaRatio(returns: Values, threshold = 0): number | undefined {
  requireObservations('returns', returns, 1);
  requireFinite('threshold', threshold);
  let above = 0;
  let below = 0;
  for (let i = 0; i < returns.length; i++) {
    const gap = (returns[i] as number) - threshold;
    if (gap > 0) above += gap;
    else below -= gap;
  }
  return below > 0 ? above / below : undefined;
}
