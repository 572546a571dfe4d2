import { PreconditionError } from '../../core/errors.ts';
import { mean } from '../stats.ts';
import { isConstant, requireCount, requireObservations, type Values } from './observations.ts';

/**
 * Autocovariances R(0) .. R(lags) of a series.
 *
 *     R(k) = (1/n) sum_{t=k}^{n-1} (x_t - mean)(x_{t-k} - mean)
 *
 * Divisor n at every lag, not n - k: only so is the sequence positive semi-definite, and every variance built from it
 * non-negative.
 *
 * @throws PreconditionError unless 0 <= lags < values.length, or if a value is not finite
 * @see Priestley (1981), Spectral Analysis and Time Series, section 5.3.3
 */
export function autocovariances(values: Values, lags: number): Float64Array {
  requireObservations('values', values, 1);
  requireCount('lags', lags, 0);
  if (lags >= values.length)
    throw new PreconditionError('lags', `must be below the ${values.length} entries of values`, lags);
  const centre = mean(values);
  const centred = Float64Array.from(values, (value) => value - centre);
  const n = centred.length;
  const out = new Float64Array(lags + 1);
  for (let k = 0; k <= lags; k++) {
    let sum = 0;
    for (let t = k; t < n; t++) sum += (centred[t] as number) * (centred[t - k] as number);
    out[k] = sum / n;
  }
  return out;
}

/**
 * Autocorrelations rho(0) = 1, rho(1) .. rho(lags): R(k) / R(0).
 *
 * @returns undefined when all values are equal
 * @throws PreconditionError as `autocovariances`
 */
export function autocorrelations(values: Values, lags: number): Float64Array | undefined {
  const covariances = autocovariances(values, lags);
  const variance = covariances[0] as number;
  if (isConstant(values) || !(variance > 0)) return undefined;
  return covariances.map((covariance) => covariance / variance);
}
