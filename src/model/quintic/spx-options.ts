import { PreconditionError, requirePositive } from '../../core/errors.ts';
import type { Result } from '../../core/result.ts';
import type { Vol } from '../../core/units.ts';
import { otmPremium } from '../../quant/black76.ts';
import { type IvFailure, impliedVol } from '../../quant/implied-vol.ts';
import type { SpotPaths } from './spot-paths.ts';

/** A Monte Carlo mean. The two paths of a pair depend on each other, so the error is that of the means of pairs. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

export interface SpxOption {
  readonly right: 'call' | 'put';
  /** Share of the forward. */
  readonly strike: number;
}

/** The forward the paths give, 1 but for the draw. */
export const simulatedForward = ({ forwards }: SpotPaths): Estimate =>
  estimate(forwards.length, (i) => forwards[i] ?? 0);

/**
 * Undiscounted premium of an SPX option as a share of the forward: the mean over paths of Black's formula at each path's
 * own forward and variance.
 *
 * @throws PreconditionError unless the strike is finite and > 0, or if there are no paths
 */
export function spxOption({ forwards, variances }: SpotPaths, { right, strike }: SpxOption): Estimate {
  requirePositive('strike', strike);
  const sign = right === 'call' ? 1 : -1;
  return estimate(forwards.length, (i) => {
    const forward = forwards[i] ?? 0;
    return Math.max(sign * (forward - strike), 0) + otmPremium(forward, strike, Math.sqrt(variances[i] ?? 0));
  });
}

/**
 * The Black-76 vol of that premium, from whichever of call and put is out of the money.
 *
 * @throws PreconditionError unless the strike is finite and > 0, or if there are no paths
 */
export function spxImpliedVol(paths: SpotPaths, strike: number): Result<Vol, IvFailure> {
  const right = strike >= 1 ? 'call' : 'put';
  const premium = spxOption(paths, { right, strike }).mean;
  return impliedVol({ right, premium, forward: 1, strike, expiry: paths.expiry, discount: 1 });
}

function estimate(count: number, valueAt: (path: number) => number): Estimate {
  if (count < 2) throw new PreconditionError('paths', 'must hold at least one pair', count);
  const pairs = count / 2;
  let mean = 0;
  let squares = 0; // of the distances from the running mean (Welford 1962)
  for (let pair = 0; pair < pairs; pair++) {
    const value = (valueAt(2 * pair) + valueAt(2 * pair + 1)) / 2;
    const gap = value - mean;
    mean += gap / (pair + 1);
    squares += gap * (value - mean);
  }
  return { mean, standardError: Math.sqrt(squares / Math.max(pairs - 1, 1) / pairs) };
}
