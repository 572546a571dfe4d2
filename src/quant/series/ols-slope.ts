import { PreconditionError, requireFinite } from '../../core/errors.ts';
import { mean, type Values } from '../stats.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { type RingState, ring } from './ring.ts';
import { requireSeries, requireValue } from './series-input.ts';
import type { Stream } from './stream.ts';

/**
 * Slope of the least-squares line through (0, x0), (1, x1) ...: units of the input per step.
 *
 * @throws PreconditionError below two values, or if one is not finite
 */
export function olsSlope(values: Values): number {
  if (values.length < 2) throw new PreconditionError('values', 'must have at least 2 entries', values.length);
  requireSeries('values', Float64Array.from(values));
  const centre = mean(values);
  const middle = (values.length - 1) / 2;
  let product = 0;
  let square = 0;
  for (let i = 0; i < values.length; i++) {
    product += (i - middle) * ((values[i] as number) - centre);
    square += (i - middle) ** 2;
  }
  return product / square;
}

/** Sum of (i - m)^2 for i = 0 ... window - 1 about their middle m. */
const squaresOfSteps = (window: number): number => (window * (window * window - 1)) / 12;

/** Sum of x - origin over the window that starts at `from`. */
function sumFrom(values: Float64Array, from: number, window: number, origin: number): number {
  let sum = 0;
  for (let i = from; i < from + window; i++) sum += (values[i] as number) - origin;
  return sum;
}

/** Sum of (i - m)(x - origin) over the window that starts at `from`. */
function productFrom(values: Float64Array, from: number, window: number, origin: number): number {
  const middle = (window - 1) / 2;
  let product = 0;
  for (let i = 0; i < window; i++) product += (i - middle) * ((values[from + i] as number) - origin);
  return product;
}

/** That product when the window moves on by one: every value that stays comes one step nearer to its start. */
const slidProduct = (
  product: number,
  entering: number,
  leaving: number,
  sum: number,
  middle: number,
): number => product + (middle * leaving + (middle + 1) * entering) - sum;

/**
 * `olsSlope` of the last `window` values at every bar, at a fixed number of operations a bar.
 *
 *     slope = P / (w (w^2 - 1) / 12),   P = sum of (i - m) x_i,  m = (w - 1) / 2
 *     P' = P + m x_leaving + (m + 1) x_entering - sum of the new window
 *
 * with x measured from the first value of a block of `window` bars, after which P is summed afresh: what is rounded
 * then has the size of the moves inside two windows, not of the level.
 *
 * @throws PreconditionError if `window` is not an integer >= 2 or a value is not finite
 */
export function rollingOlsSlope(values: Float64Array, window: number): Aligned {
  requirePeriod('window', window, 2);
  requireSeries('values', values);
  const first = window - 1;
  if (values.length <= first) return tooShort(first);
  const slopes = new Float64Array(values.length - first);
  const middle = first / 2;
  const square = squaresOfSteps(window);
  for (let block = 0; block < slopes.length; block += window) {
    const origin = values[block] as number;
    let sum = sumFrom(values, block, window, origin);
    let product = productFrom(values, block, window, origin);
    slopes[block] = product / square;
    const end = Math.min(block + window, slopes.length);
    for (let j = block + 1; j < end; j++) {
      const entering = (values[j + first] as number) - origin;
      const leaving = (values[j - 1] as number) - origin;
      sum += entering - leaving;
      product = slidProduct(product, entering, leaving, sum, middle);
      slopes[j] = product / square;
    }
  }
  return { first, values: slopes };
}

export interface OlsSlopeState {
  readonly origin: number;
  readonly sum: number;
  readonly product: number;
  readonly window: RingState;
}

/** `rollingOlsSlope` one value at a time, the same bits. @throws PreconditionError likewise, or on a foreign state */
export function olsSlopeStream(window: number, state?: OlsSlopeState): Stream<number, number, OlsSlopeState> {
  requirePeriod('window', window, 2);
  const recent = ring(window, state?.window);
  let { origin, sum, product } = state ?? { origin: 0, sum: 0, product: 0 };
  for (const [name, value] of Object.entries({ origin, sum, product })) requireFinite(`state.${name}`, value);
  const middle = (window - 1) / 2;
  const square = squaresOfSteps(window);
  const sumAfresh = (): void => {
    const values = recent.oldestFirst();
    origin = values[0] as number;
    sum = sumFrom(values, 0, window, origin);
    product = productFrom(values, 0, window, origin);
  };
  const slide = (entering: number, leaving: number): void => {
    sum += entering - leaving;
    product = slidProduct(product, entering, leaving, sum, middle);
  };
  return {
    next(value) {
      requireValue('value', value);
      const leaving = recent.push(value);
      if (!recent.isFull()) return undefined;
      if (recent.isInOrder()) sumAfresh();
      else slide(value - origin, leaving - origin);
      return product / square;
    },
    snapshot: () => ({ origin, sum, product, window: recent.snapshot() }),
  };
}
