import { PreconditionError, requirePositive } from '../../core/errors.ts';
import type { EssviParams } from './essvi.ts';

/** The three numbers that make all slices of an SSVI surface from their total variance at the money. */
export interface SsviParams {
  /** In (-1, 1). */
  readonly rho: number;
  /** > 0, at most 2 / sqrt(1 + |rho|). */
  readonly eta: number;
  /** In (0, 1/2]. */
  readonly gamma: number;
}

/** Largest eta without butterfly arbitrage at any theta. */
export const mostEta = (rho: number): number => 2 / Math.sqrt(1 + Math.abs(rho));

/**
 * The slice of an SSVI surface with power-law phi whose total variance at the money is theta.
 *
 *     phi(theta) = eta / [theta^gamma (1 + theta)^(1 - gamma)],   psi = theta phi = eta [theta/(1 + theta)]^(1 - gamma)
 *
 * For gamma <= 1/2, theta phi^2 <= eta^2 and psi <= eta, so eta^2 (1 + |rho|) <= 4 keeps butterfly arbitrage out; psi rises
 * and phi falls with theta, which keeps out calendar arbitrage.
 *
 * @throws PreconditionError if theta is not > 0 or the parameters are outside their range
 * @see Gatheral and Jacquier (2014), section 4
 */
export function ssviSlice({ rho, eta, gamma }: SsviParams, theta: number): EssviParams {
  requirePositive('theta', theta);
  if (!(Math.abs(rho) < 1)) throw new PreconditionError('rho', 'must be between -1 and 1', rho);
  if (!(eta > 0 && eta <= mostEta(rho)))
    throw new PreconditionError('eta', `must be > 0 and <= ${mostEta(rho)}`, eta);
  if (!(gamma > 0 && gamma <= 0.5)) throw new PreconditionError('gamma', 'must be > 0 and <= 1/2', gamma);
  return { theta, rho, psi: eta * (theta / (1 + theta)) ** (1 - gamma) };
}
