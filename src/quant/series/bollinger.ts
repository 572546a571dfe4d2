import { requireNonNegative } from '../../core/errors.ts';
import type { Aligned } from './aligned.ts';
import { rollingMoments } from './rolling-std-dev.ts';

export interface Bollinger {
  readonly upper: Aligned;
  readonly middle: Aligned;
  readonly lower: Aligned;
}

/**
 * Bollinger bands: the moving mean, and `width` population standard deviations either side of it.
 *
 * @param width  in standard deviations, 2 by custom
 * @throws PreconditionError if `period` is not an integer >= 1 or `width` is < 0
 * @see Bollinger (2001), Bollinger on Bollinger Bands: population, not sample, standard deviation
 */
export function bollinger(values: Float64Array, period = 20, width = 2): Bollinger {
  requireNonNegative('width', width);
  const { mean, stdDev } = rollingMoments(values, period);
  const band = (side: number): Aligned => ({
    first: mean.first,
    values: mean.values.map((middle, j) => middle + side * width * (stdDev.values[j] as number)),
  });
  return { upper: band(1), middle: mean, lower: band(-1) };
}
