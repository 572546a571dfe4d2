import { requireFinite } from '../../core/errors.ts';
import { type RingState, ring } from './ring.ts';
import { requireValue } from './series-input.ts';
import type { Stream } from './stream.ts';

/** Mean of the window that starts at `from`, measured from its first value: exact on a constant. */
export function windowMean(values: Float64Array, from: number, period: number): number {
  const origin = values[from] as number;
  let sum = 0;
  for (let i = from + 1; i < from + period; i++) sum += (values[i] as number) - origin;
  return origin + sum / period;
}

/** S of the window that starts at `from`: the sum of squared deviations from `mean`. */
export function windowSquares(values: Float64Array, from: number, period: number, mean: number): number {
  let sum = 0;
  for (let i = from; i < from + period; i++) {
    const deviation = (values[i] as number) - mean;
    sum += deviation * deviation;
  }
  return sum;
}

/**
 * What S gains when the window moves on by one and its mean goes from `before` to `mean`: Welford's update, whose terms
 * have the size of a deviation and not of the squared level.
 */
export const squaresGained = (entering: number, leaving: number, mean: number, before: number): number =>
  (entering - leaving) * (entering - mean + (leaving - before));

/**
 * Whether S has shrunk so far below all that went into and out of it since it was last summed (`turned`) that rounding
 * would show in its tenth digit: a wild value has left the window. Then S is summed afresh.
 */
export const isWornOut = (squares: number, turned: number): boolean => !(squares >= 1e-6 * turned);

/** Mean of a window, and S. */
export interface MeanAndSquares {
  readonly mean: number;
  readonly squares: number;
}

export interface SquaresState extends MeanAndSquares {
  readonly turned: number;
  readonly window: RingState;
}

/** Where the batch forms that share these sums differ. */
export interface SlidingRule {
  /** The mean when `entering` takes the place of `leaving`. */
  readonly stepMean: (mean: number, entering: number, leaving: number) => number;
  /** S is summed afresh whenever it has been slid through so many windows. */
  readonly windows: number;
}

/**
 * Mean and S of the last `period` values, one value at a time: the operations of `rollingMoments` and `bollinger`.
 *
 * @throws PreconditionError if a value is not finite, or `state` is of another period
 */
export function squaresStream(
  period: number,
  { stepMean, windows }: SlidingRule,
  state?: SquaresState,
): Stream<number, MeanAndSquares, SquaresState> {
  const window = ring(period, state?.window);
  let { mean, squares, turned } = state ?? { mean: 0, squares: 0, turned: 0 };
  for (const [name, value] of Object.entries({ mean, squares, turned }))
    requireFinite(`state.${name}`, value);
  const sumAfresh = (): void => {
    const values = window.oldestFirst();
    mean = windowMean(values, 0, period);
    squares = windowSquares(values, 0, period, mean);
    turned = squares;
  };
  const slide = (entering: number, leaving: number): void => {
    const before = mean;
    mean = stepMean(mean, entering, leaving);
    const gained = squaresGained(entering, leaving, mean, before);
    squares += gained;
    turned += Math.abs(gained);
    if (isWornOut(squares, turned)) sumAfresh();
  };
  return {
    next(value) {
      requireValue('value', value);
      const leaving = window.push(value);
      if (!window.isFull()) return undefined;
      const slides = window.seen() - period;
      if (slides % (windows * period) === 0) sumAfresh();
      else slide(value, leaving);
      return { mean, squares };
    },
    snapshot: () => ({ mean, squares, turned, window: window.snapshot() }),
  };
}
