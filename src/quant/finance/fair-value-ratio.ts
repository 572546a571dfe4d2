import { requirePositive } from '../../core/errors.ts';
import { median } from '../stats.ts';

/**
 * Model value over price; above 1 the market is cheap by the model.
 *
 * @throws PreconditionError unless both are finite and > 0
 */
export function fairValueRatio(value: number, price: number): number {
  requirePositive('value', value);
  requirePositive('price', price);
  return value / price;
}

/**
 * A fair value ratio against its own history.
 *
 *     q~ = q / median(q over the last ten years)
 *
 * The level of a dividend model says little: r - gL divides it, and dividends alone put it far below spot. What such a
 * factor cancels out of is the ratio to its own median.
 *
 * @param history  ratios of the trailing window, the newest included or not
 * @returns undefined without history
 * @throws PreconditionError if a ratio is not finite and > 0
 * @see methodology C20 and 3.7.5
 */
export function ratioToOwnMedian(ratio: number, history: ArrayLike<number>): number | undefined {
  requirePositive('ratio', ratio);
  for (let i = 0; i < history.length; i++) requirePositive(`history[${i}]`, history[i] as number);
  return history.length === 0 ? undefined : ratio / median(history);
}
