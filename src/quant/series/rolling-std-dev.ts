import { type Aligned, requirePeriod, tooShort } from './aligned.ts';

/** Mean and population standard deviation over the same moving window. */
export interface RollingMoments {
  readonly mean: Aligned;
  readonly stdDev: Aligned;
}

/**
 * Moving mean and population standard deviation over the last `period` values.
 *
 *     stdDev = sqrt(S / period),   S = sum of (x - mean)^2 over the window
 *
 * S is slid by Welford's update, (x_new - x_old)(x_new - mean_new + x_old - mean_old), whose terms have the size of a
 * deviation and not of the squared level: the textbook sum of squares less squared sum loses eight digits on an index
 * near 5000. Each window start that is a multiple of `period` is summed afresh in two passes, so rounding cannot build
 * up; the cost stays a fixed number of operations a bar.
 *
 * @throws PreconditionError if `period` is not an integer >= 1
 * @see Chan, Golub, LeVeque (1983), The American Statistician 37(3), 242-247, doi 10.1080/00031305.1983.10483115
 */
export function rollingMoments(values: Float64Array, period: number): RollingMoments {
  requirePeriod('period', period);
  const first = period - 1;
  if (values.length <= first) return { mean: tooShort(first), stdDev: tooShort(first) };
  const means = new Float64Array(values.length - first);
  const deviations = new Float64Array(values.length - first);
  let mean = 0;
  let squares = 0;
  for (let j = 0; j < means.length; j++) {
    if (j % period === 0) {
      mean = windowMean(values, j, period);
      squares = windowSquares(values, j, period, mean);
    } else {
      const entering = values[j + first] as number;
      const leaving = values[j - 1] as number;
      const before = mean;
      mean += (entering - leaving) / period;
      squares += (entering - leaving) * (entering - mean + (leaving - before));
    }
    means[j] = mean;
    deviations[j] = Math.sqrt(Math.max(squares, 0) / period);
  }
  return { mean: { first, values: means }, stdDev: { first, values: deviations } };
}

/** Moving population standard deviation alone; see `rollingMoments`. */
export const rollingStdDev = (values: Float64Array, period: number): Aligned =>
  rollingMoments(values, period).stdDev;

/** Measured from the first value, so that a constant window has exactly that mean, and no deviation. */
function windowMean(values: Float64Array, from: number, period: number): number {
  const origin = values[from] as number;
  let sum = 0;
  for (let i = from + 1; i < from + period; i++) sum += (values[i] as number) - origin;
  return origin + sum / period;
}

function windowSquares(values: Float64Array, from: number, period: number, mean: number): number {
  let sum = 0;
  for (let i = from; i < from + period; i++) {
    const deviation = (values[i] as number) - mean;
    sum += deviation * deviation;
  }
  return sum;
}
