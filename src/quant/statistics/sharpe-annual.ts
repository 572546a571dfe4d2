import { autocorrelations } from './autocorrelation.ts';
import { requireCount, type Values } from './observations.ts';
import { sharpeRatio } from './sharpe.ts';

/**
 * Sharpe ratio over q periods when returns are autocorrelated.
 *
 *     SR(q) = eta(q) SR,   eta(q) = q / sqrt(q + 2 sum_{k=1}^{q-1} (q - k) rho_k)
 *
 * sqrt(q) is right only for uncorrelated returns; smoothed marks (rho > 0) make it flatter the strategy. Lo sums every
 * lag to q - 1. Over daily returns and q = 252 the far ones are noise, so the sum stops at `lags`.
 *
 * @param excessReturns  decimal per period, risk-free rate already taken off
 * @param q  periods in the horizon: 12 for monthly returns to a year
 * @param lags  the last autocorrelation used; q - 1 is Lo's own choice
 * @returns undefined when all returns are equal, or the estimated variance of the q-period return is not > 0
 * @throws PreconditionError unless q >= 1 and 0 <= lags < excessReturns.length, or if a return is not finite
 * @see Lo (2002), Financial Analysts Journal 58(4), 36-52, doi 10.2469/faj.v58.n4.2453, equation 20
 */
export function loAnnualisedSharpe(excessReturns: Values, q: number, lags: number): number | undefined {
  requireCount('q', q, 1);
  const sharpe = sharpeRatio(excessReturns);
  const rho = autocorrelations(excessReturns, lags);
  if (sharpe === undefined || rho === undefined) return undefined;
  let variance = q;
  for (let k = 1; k <= Math.min(lags, q - 1); k++) variance += 2 * (q - k) * (rho[k] as number);
  return variance > 0 ? (q / Math.sqrt(variance)) * sharpe : undefined;
}
