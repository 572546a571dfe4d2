import { mean } from '../stats.ts';
import { longRunVariance } from './long-run-variance.ts';
import { isConstant, requireObservations, type Values } from './observations.ts';

/**
 * Standard error of an estimated Sharpe ratio for returns that may be skewed, fat-tailed and autocorrelated.
 *
 *     s.e. = sqrt[S(psi) / T],   psi_t = z_t - (SR/2)(z_t^2 - 1),   z_t = (r_t - mean) / sigma
 *
 * psi is the influence of one return on the ratio (Lo's delta method on mean and variance, written as one series), S
 * its Newey-West long-run variance. With `lags` 0 it is Mertens's formula with sample moments, and divisor T.
 *
 * @param excessReturns  decimal per period, risk-free rate already taken off
 * @param lags  see `neweyWestLags`
 * @returns per period; undefined when all returns are equal
 * @throws PreconditionError below two returns, if one is not finite, or unless 0 <= lags < excessReturns.length
 * @see Lo (2002), Financial Analysts Journal 58(4), 36-52, doi 10.2469/faj.v58.n4.2453, appendix A
 */
export function robustSharpeError(excessReturns: Values, lags: number): number | undefined {
  requireObservations('excessReturns', excessReturns, 2);
  const centre = mean(excessReturns);
  const sigma = Math.sqrt(longRunVariance(excessReturns, 0));
  if (isConstant(excessReturns) || !(sigma > 0)) return undefined;
  const influence = Float64Array.from(excessReturns, (r) => {
    const z = (r - centre) / sigma;
    return z - (centre / sigma / 2) * (z * z - 1);
  });
  return Math.sqrt(longRunVariance(influence, lags) / excessReturns.length);
}
