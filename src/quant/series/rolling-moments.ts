import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { requireSeries } from './series-input.ts';
import {
  isWornOut,
  type SquaresState,
  squaresGained,
  squaresStream,
  windowMean,
  windowSquares,
} from './sliding-squares.ts';
import type { Stream } from './stream.ts';

/** Mean and population standard deviation over the same moving window: series of a batch, numbers of one bar. */
export interface Moments<T> {
  readonly mean: T;
  readonly stdDev: T;
}

const stepped = (mean: number, entering: number, leaving: number, period: number): number =>
  mean + (entering - leaving) / period;

/**
 * Moving mean and population standard deviation over the last `period` values.
 *
 *     stdDev = sqrt(S / period),   S = sum of (x - mean)^2 over the window
 *
 * S is slid by Welford's update, (x_new - x_old)(x_new - mean_new + x_old - mean_old): the textbook sum of squares less
 * squared sum loses eight digits on an index near 5000. Each window start that is a multiple of `period` is summed
 * afresh in two passes, so rounding cannot build up; the cost stays a fixed number of operations a bar.
 *
 * @throws PreconditionError if `period` is not an integer >= 1 or a value is not finite
 * @see Chan, Golub, LeVeque (1983), The American Statistician 37(3), 242-247, doi 10.1080/00031305.1983.10483115
 */
export function rollingMoments(values: Float64Array, period: number): Moments<Aligned> {
  requirePeriod('period', period);
  requireSeries('values', values);
  const first = period - 1;
  if (values.length <= first) return { mean: tooShort(first), stdDev: tooShort(first) };
  const means = new Float64Array(values.length - first);
  const deviations = new Float64Array(values.length - first);
  for (let block = 0; block < means.length; block += period) {
    let mean = windowMean(values, block, period);
    let squares = windowSquares(values, block, period, mean);
    let turned = squares;
    means[block] = mean;
    deviations[block] = Math.sqrt(squares / period);
    const end = Math.min(block + period, means.length);
    for (let j = block + 1; j < end; j++) {
      const entering = values[j + first] as number;
      const leaving = values[j - 1] as number;
      const before = mean;
      mean = stepped(mean, entering, leaving, period);
      const gained = squaresGained(entering, leaving, mean, before);
      squares += gained;
      turned += Math.abs(gained);
      if (isWornOut(squares, turned)) {
        mean = windowMean(values, j, period);
        squares = windowSquares(values, j, period, mean);
        turned = squares;
      }
      means[j] = mean;
      deviations[j] = Math.sqrt(squares / period);
    }
  }
  return { mean: { first, values: means }, stdDev: { first, values: deviations } };
}

/** `rollingMoments` one value at a time, the same bits. @throws PreconditionError likewise, or on a foreign state */
export function momentsStream(
  period: number,
  state?: SquaresState,
): Stream<number, Moments<number>, SquaresState> {
  requirePeriod('period', period);
  const stepMean = (mean: number, entering: number, leaving: number): number =>
    stepped(mean, entering, leaving, period);
  const { next, snapshot } = squaresStream(period, { stepMean, windows: 1 }, state);
  return {
    next(value) {
      const window = next(value);
      if (window === undefined) return undefined;
      return { mean: window.mean, stdDev: Math.sqrt(window.squares / period) };
    },
    snapshot,
  };
}
