import { requireFinite } from '../../core/errors.ts';

/**
 * Sharpe ratio less what fat left tails cost an investor with exponential utility.
 *
 *     ASR = SR [1 + (skewness/6) SR - ((kurtosis - 3)/24) SR^2]
 *
 * All three of one horizon: returns of longer periods are less skewed, so an annualised SR beside the skewness of days
 * (as some libraries have it) charges the tail many times over. Compute per period, then multiply by sqrt(perYear).
 *
 * @param kurtosis  plain, 3 for a normal law
 * @throws PreconditionError if one is not finite
 * @see Pezier and White (2006), ICMA Centre Discussion Paper 2006-10
 */
export function adjustedSharpe(sharpe: number, skewness: number, kurtosis: number): number {
  requireFinite('sharpe', sharpe);
  requireFinite('skewness', skewness);
  requireFinite('kurtosis', kurtosis);
  return sharpe * (1 + (skewness / 6) * sharpe - ((kurtosis - 3) / 24) * sharpe ** 2);
}
