import { autocovariances } from './autocorrelation.ts';
import { isConstant, requireCount, type Values } from './observations.ts';

/**
 * Long-run variance of a series: n times the variance of its mean when its values are autocorrelated.
 *
 *     S = R(0) + 2 sum_{k=1}^{L} [1 - k/(L + 1)] R(k)
 *
 * The Bartlett weights keep it from going below 0; with `lags` 0 it is the variance (divisor n).
 *
 * @param lags  L, an integer from 0 to values.length - 1; see `neweyWestLags`
 * @throws PreconditionError as `autocovariances`
 * @see Newey and West (1987), Econometrica 55(3), 703-708, doi 10.2307/1913610
 */
export function longRunVariance(values: Values, lags: number): number {
  const covariances = autocovariances(values, lags);
  let sum = covariances[0] as number;
  for (let k = 1; k <= lags; k++) sum += 2 * (1 - k / (lags + 1)) * (covariances[k] as number);
  return sum;
}

/**
 * The customary number of lags, floor[4 (n/100)^(2/9)]: 4 at 100 values, 8 at 2,520. It knows nothing of the data:
 * where trades overlap, give at least the length of the overlap instead.
 *
 * @see Newey and West (1994), Rev. Econ. Studies 61(4), 631-653, doi 10.2307/2297912
 */
export function neweyWestLags(observations: number): number {
  requireCount('observations', observations, 1);
  return Math.min(Math.floor(4 * (observations / 100) ** (2 / 9)), observations - 1);
}

/**
 * How many independent values would fix the mean as well as these do: n R(0) / S. Below n when gains follow gains.
 *
 * @returns undefined when all values are equal, or S is 0
 * @throws PreconditionError as `autocovariances`
 */
export function effectiveSampleSize(values: Values, lags: number): number | undefined {
  const longRun = longRunVariance(values, lags);
  if (isConstant(values) || !(longRun > 0)) return undefined;
  return (values.length * longRunVariance(values, 0)) / longRun;
}
