import { requirePositive } from '../../core/errors.ts';
import { mean, stdDev } from '../stats.ts';
import { isConstant, requireLength, requireObservations, type Values } from './observations.ts';

/**
 * Sharpe ratio of a series of returns in excess of the risk-free rate.
 *
 *     SR = mean(r) / s(r) sqrt(perYear),   s with divisor n - 1
 *
 * @param excessReturns  decimal per period, risk-free rate already taken off
 * @param perYear  periods in a year (252, 12); 1 leaves the ratio per period, as everything that infers from it wants
 * @returns undefined when all returns are equal: there is no risk to divide by
 * @throws PreconditionError below two returns, if one is not finite, or unless perYear > 0
 * @see Sharpe (1994), J. Portfolio Management 21(1), 49-58, doi 10.3905/jpm.1994.409501
 */
export function sharpeRatio(excessReturns: Values, perYear = 1): number | undefined {
  requireObservations('excessReturns', excessReturns, 2);
  requirePositive('perYear', perYear);
  if (isConstant(excessReturns)) return undefined;
  const deviation = stdDev(excessReturns);
  return deviation > 0 ? (mean(excessReturns) / deviation) * Math.sqrt(perYear) : undefined;
}

/**
 * Information ratio: the Sharpe ratio of the returns in excess of a benchmark's, period by period.
 *
 * @returns undefined when the difference never changes
 * @throws PreconditionError as `sharpeRatio`, or if the two differ in length
 */
export function informationRatio(returns: Values, benchmark: Values, perYear = 1): number | undefined {
  requireObservations('returns', returns, 2);
  requireObservations('benchmark', benchmark, 2);
  requireLength('benchmark', benchmark, returns.length);
  return sharpeRatio(
    Float64Array.from(returns, (r, i) => r - (benchmark[i] as number)),
    perYear,
  );
}
