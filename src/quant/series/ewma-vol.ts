import { PreconditionError, requireNonNegative, requirePositive } from '../../core/errors.ts';
import { type Vol, vol } from '../../core/units.ts';
import type { Values } from '../stats.ts';
import type { Aligned } from './aligned.ts';
import { requireSeries, requireValue } from './series-input.ts';
import { requireSame, type Stream } from './stream.ts';

const decayed = (variance: number, lambda: number, r: number): number =>
  lambda * variance + (1 - lambda) * (r * r);

/**
 * Annualised exponentially weighted volatility after the last return, mean taken as zero:
 *
 *     v[i] = lambda v[i - 1] + (1 - lambda) r[i]^2,   v[0] = r[0]^2
 *
 * @param lambda  decay in [0, 1); 0.94 for daily returns
 * @param perYear  returns in a year, 252 for daily ones
 * @throws PreconditionError of no returns, of one that is not finite, or if lambda is outside [0, 1)
 * @see RiskMetrics Technical Document, 4th ed. (1996), section 5.2
 */
export function ewmaVol(returns: Values, lambda: number, perYear = 252): Vol {
  requireDecay(lambda, perYear);
  if (returns.length === 0) throw new PreconditionError('returns', 'must have at least 1 entry', 0);
  requireSeries('returns', Float64Array.from(returns));
  const first = returns[0] as number;
  let variance = first * first;
  for (let i = 1; i < returns.length; i++) variance = decayed(variance, lambda, returns[i] as number);
  return vol(Math.sqrt(variance * perYear));
}

/** `ewmaVol` after every return. @throws PreconditionError likewise, but no returns are no error */
export function ewmaVolSeries(returns: Float64Array, lambda: number, perYear = 252): Aligned {
  requireDecay(lambda, perYear);
  requireSeries('returns', returns);
  const vols = new Float64Array(returns.length);
  let variance = 0;
  for (let i = 0; i < vols.length; i++) {
    const r = returns[i] as number;
    variance = i === 0 ? r * r : decayed(variance, lambda, r);
    vols[i] = Math.sqrt(variance * perYear);
  }
  return { first: 0, values: vols };
}

export interface EwmaVolState {
  readonly lambda: number;
  /** Per return; absent before the first. */
  readonly variance?: number;
}

/** `ewmaVol` one return at a time, the same bits. @throws PreconditionError likewise, or on a state of another lambda */
export function ewmaVolStream(
  lambda: number,
  perYear = 252,
  state: EwmaVolState = { lambda },
): Stream<number, Vol, EwmaVolState> {
  requireDecay(lambda, perYear);
  requireSame('state.lambda', state.lambda, lambda);
  let { variance } = state;
  if (variance !== undefined) requireNonNegative('state.variance', variance);
  return {
    next(r) {
      requireValue('return', r);
      variance = variance === undefined ? r * r : decayed(variance, lambda, r);
      return vol(Math.sqrt(variance * perYear));
    },
    snapshot: () => (variance === undefined ? { lambda } : { lambda, variance }),
  };
}

function requireDecay(lambda: number, perYear: number): void {
  requireNonNegative('lambda', lambda);
  requirePositive('1 - lambda', 1 - lambda);
  requirePositive('perYear', perYear);
}
