import { requireNonNegative } from '../../core/errors.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { outputColumn } from './output-column.ts';
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

/** The bands: `Aligned` series of a batch, numbers of one bar, columns to write to. */
export interface Bands<T> {
  readonly upper: T;
  readonly middle: T;
  readonly lower: T;
}

/**
 * Bollinger bands: the moving mean, and `width` population standard deviations either side of it.
 *
 * The sums of `rollingMoments`, made for speed: the bands are written in the same pass, products with 1/period stand
 * for the divisions, and S is slid through four windows before it is summed afresh.
 *
 * @param width  in standard deviations, 2 by custom
 * @param out  where to write, instead of new columns
 * @throws PreconditionError if `period` is not an integer >= 1, `width` is < 0, a value is not finite, or `out` does
 *   not fit
 * @see Bollinger (2001), Bollinger on Bollinger Bands: population, not sample, standard deviation
 */
export function bollinger(
  values: Float64Array,
  period = 20,
  width = 2,
  out?: Bands<Float64Array>,
): Bands<Aligned> {
  requirePeriod('period', period);
  requireNonNegative('width', width);
  requireSeries('values', values);
  const first = period - 1;
  if (values.length <= first) {
    const none = tooShort(first);
    return { upper: none, middle: none, lower: none };
  }
  const count = values.length - first;
  const upper = outputColumn('out.upper', count, out?.upper, [values]);
  const middle = outputColumn('out.middle', count, out?.middle, [values, upper]);
  const lower = outputColumn('out.lower', count, out?.lower, [values, upper, middle]);
  writeBands(values, period, width, upper, middle, lower);
  return {
    upper: { first, values: upper },
    middle: { first, values: middle },
    lower: { first, values: lower },
  };
}

/** Windows through which S is slid before it is summed afresh; eighty roundings are 1e-15 of the level. */
const WINDOWS = 4;

const stepped = (mean: number, entering: number, leaving: number, share: number): number =>
  mean + (entering - leaving) * share;

/** Columns one by one: taken out of an object they make the loop slower. */
function writeBands(
  values: Float64Array,
  period: number,
  width: number,
  upper: Float64Array,
  middle: Float64Array,
  lower: Float64Array,
): void {
  const share = 1 / period;
  const stride = WINDOWS * period;
  for (let block = 0; block < middle.length; block += stride) {
    let mean = windowMean(values, block, period);
    let squares = windowSquares(values, block, period, mean);
    let turned = squares;
    const band = width * Math.sqrt(squares * share);
    middle[block] = mean;
    upper[block] = mean + band;
    lower[block] = mean - band;
    const end = Math.min(block + stride, middle.length);
    for (let j = block + 1; j < end; j++) {
      const entering = values[j + period - 1] as number;
      const leaving = values[j - 1] as number;
      const before = mean;
      mean = stepped(mean, entering, leaving, share);
      const gained = squaresGained(entering, leaving, mean, before);
      squares += gained;
      turned += Math.abs(gained);
      if (isWornOut(squares, turned)) {
        mean = windowMean(values, j, period);
        squares = windowSquares(values, j, period, mean);
        turned = squares;
      }
      const band = width * Math.sqrt(squares * share);
      middle[j] = mean;
      upper[j] = mean + band;
      lower[j] = mean - band;
    }
  }
}

/** `bollinger` one value at a time, the same bits. @throws PreconditionError as `bollinger`, or on a foreign state */
export function bollingerStream(
  period = 20,
  width = 2,
  state?: SquaresState,
): Stream<number, Bands<number>, SquaresState> {
  requirePeriod('period', period);
  requireNonNegative('width', width);
  const share = 1 / period;
  const stepMean = (mean: number, entering: number, leaving: number): number =>
    stepped(mean, entering, leaving, share);
  const { next, snapshot } = squaresStream(period, { stepMean, windows: WINDOWS }, state);
  return {
    next(value) {
      const window = next(value);
      if (window === undefined) return undefined;
      const band = width * Math.sqrt(window.squares * share);
      return { upper: window.mean + band, middle: window.mean, lower: window.mean - band };
    },
    snapshot,
  };
}
