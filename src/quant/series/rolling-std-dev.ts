import type { Aligned } from './aligned.ts';
import { momentsStream, rollingMoments } from './rolling-moments.ts';
import type { SquaresState } from './sliding-squares.ts';
import type { Stream } from './stream.ts';

/** Moving population standard deviation alone; see `rollingMoments`. */
export const rollingStdDev = (values: Float64Array, period: number): Aligned =>
  rollingMoments(values, period).stdDev;

/** `rollingStdDev` one value at a time, the same bits. */
export function stdDevStream(period: number, state?: SquaresState): Stream<number, number, SquaresState> {
  const { next, snapshot } = momentsStream(period, state);
  return { next: (value) => next(value)?.stdDev, snapshot };
}
