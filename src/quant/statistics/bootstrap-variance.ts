import { PreconditionError } from '../../core/errors.ts';
import { mean } from '../stats.ts';
import { isConstant, requireObservations, type Values } from './observations.ts';

/**
 * n times the variance that the stationary bootstrap gives the mean of a series, without drawing a resample.
 *
 *     w^2 = C(0) + 2 sum_{i=1}^{n-1} (1 - i/n) rho^i C(i),   rho = 1 - 1/block
 *
 * C(i) the circular autocovariance (past the last value on to the first), the same sum as Politis and Romano's over
 * ordinary ones. Instead of n^2/2 products, two running sums from the end,
 *
 *     A_t = sum_{i=1}^{n-1} rho^i x_{t+i},   B_t = sum_{i=1}^{n-1} i rho^i x_{t+i},
 *     A_t = rho (x_{t+1} + A_{t+1}) - rho^n x_t,   B_t = rho (x_{t+1} + A_{t+1} + B_{t+1}) - n rho^n x_t,
 *
 * give it in n steps as mean{ x_t [x_t + 2 (A_t - B_t/n)] }.
 *
 * @param block  mean block length, from 1 to the number of values
 * @returns 0 when all values are equal
 * @throws PreconditionError below two values, if one is not finite, or unless 1 <= block <= values.length
 * @see Politis and Romano (1994), J. Am. Statistical Assoc. 89(428), 1303-1313, lemma 1
 */
export function bootstrapVariance(values: Values, block: number): number {
  requireObservations('values', values, 2);
  const n = values.length;
  if (!(block >= 1 && block <= n)) throw new PreconditionError('block', `must lie in [1, ${n}]`, block);
  if (isConstant(values)) return 0;
  const centre = mean(values);
  const x = Float64Array.from(values, (value) => value - centre);
  const rho = 1 - 1 / block;
  const around = rho ** n;
  let a = 0;
  let b = 0;
  for (let i = 1, power = rho; i < n; i++, power *= rho) {
    a += power * (x[i - 1] as number);
    b += i * power * (x[i - 1] as number);
  }
  let sum = 0;
  for (let t = n - 1; t >= 0; t--) {
    const here = x[t] as number;
    sum += here * (here + 2 * (a - b / n));
    // Now those of t - 1, for which x_t is the next value.
    const before = x[Math.max(t - 1, 0)] as number;
    b = rho * (here + a + b) - n * around * before;
    a = rho * (here + a) - around * before;
  }
  return sum / n;
}
