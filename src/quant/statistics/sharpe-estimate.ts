import { PreconditionError, requireFinite } from '../../core/errors.ts';
import { kurtosis, skewness } from './moments.ts';
import { requireCount, type Values } from './observations.ts';
import { sharpeRatio } from './sharpe.ts';

/** A Sharpe ratio and what its precision depends on. All per period: never an annualised ratio beside daily moments. */
export interface SharpeEstimate {
  readonly sharpe: number;
  readonly observations: number;
  readonly skewness: number;
  /** Plain, 3 for a normal law. */
  readonly kurtosis: number;
}

/** Sample moments of a two-valued series lie on Pearson's bound itself, give or take their last bits. */
const PEARSON_SLACK = 1e-9;

/**
 * The estimate of a series of returns in excess of the risk-free rate.
 *
 * @returns undefined when all returns are equal
 * @throws PreconditionError below two returns, or if one is not finite
 */
export function sharpeEstimate(excessReturns: Values): SharpeEstimate | undefined {
  const sharpe = sharpeRatio(excessReturns);
  const third = skewness(excessReturns);
  const fourth = kurtosis(excessReturns);
  if (sharpe === undefined || third === undefined || fourth === undefined) return undefined;
  return { sharpe, observations: excessReturns.length, skewness: third, kurtosis: fourth };
}

/**
 * Standard error of an estimated Sharpe ratio, for returns that are not normal.
 *
 *     s.e. = sqrt{ [1 - g3 SR + (g4 - 1)/4 SR^2] / (T - 1) }
 *
 * With g3 = 0 and g4 = 3 this is Lo's (1 + SR^2/2)/T but for the divisor, T - 1 as Bailey and Lopez de Prado have it.
 * Assumes that returns are not autocorrelated; where they are, see `robustSharpeError`.
 *
 * @returns per period; 0 only for a two-valued series at one value of SR
 * @throws PreconditionError below two observations, if a field is not finite, or if kurtosis < 1 + skewness^2, which
 *   no distribution has and which a kurtosis in excess of 3 may be taken for
 * @see Mertens (2002), Comments on variance of the IID estimator in Lo (2002)
 * @see Bailey and Lopez de Prado (2012), J. Risk 15(2), 3-44, doi 10.21314/JOR.2012.255
 */
export function sharpeStandardError(estimate: SharpeEstimate): number {
  requireEstimate(estimate);
  return Math.sqrt(sharpeVariance(estimate) / (estimate.observations - 1));
}

/** T - 1 times the squared standard error; not below 0 by Pearson's bound, save for rounding. */
export const sharpeVariance = ({ sharpe, skewness: g3, kurtosis: g4 }: SharpeEstimate): number =>
  Math.max(1 - g3 * sharpe + ((g4 - 1) / 4) * sharpe ** 2, 0);

/** @throws PreconditionError as `sharpeStandardError` */
export function requireEstimate(estimate: SharpeEstimate): void {
  requireFinite('sharpe', estimate.sharpe);
  requireFinite('skewness', estimate.skewness);
  requireFinite('kurtosis', estimate.kurtosis);
  requireCount('observations', estimate.observations, 2);
  const least = 1 + estimate.skewness ** 2;
  if (estimate.kurtosis < least * (1 - PEARSON_SLACK))
    throw new PreconditionError(
      'kurtosis',
      `must be plain and >= 1 + skewness^2 = ${least}`,
      estimate.kurtosis,
    );
}
