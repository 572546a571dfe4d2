import { normalDraw, type Random } from '../../core/random.ts';
import type { ModelUnderlying } from './listed-expirations.ts';

/** Open contracts at the money, and how fast they thin out with the distance from it, as a share of the level. */
const CROWD: Readonly<Record<ModelUnderlying, { readonly most: number; readonly thinning: number }>> = {
  SPX: { most: 900, thinning: 6 },
  VIX: { most: 12_000, thinning: 1.5 },
};
/** Traders meet at round strikes; one is round from so many points up. */
const ROUND: Readonly<Record<ModelUnderlying, readonly (readonly [multiple: number, crowd: number])[]>> = {
  SPX: [
    [100, 4],
    [50, 2.5],
    [25, 1.6],
  ],
  VIX: [
    [10, 3],
    [5, 2],
    [1, 1],
  ],
};
/** Most strikes of VIX are whole; the half points between are hardly traded. */
const ODD: Readonly<Record<ModelUnderlying, number>> = { SPX: 1, VIX: 0.2 };
/** Standard deviation of its logarithm. */
const SCATTER = 0.5;

/**
 * Simulated open interest: more at round strikes, less far from the money, lognormal scatter. It has the look of the real
 * thing and is calibrated to nothing.
 *
 * @param level  of the index, points
 */
export function openInterest(
  random: Random,
  underlying: ModelUnderlying,
  strikes: Float64Array,
  level: number,
): Float64Array {
  const { most, thinning } = CROWD[underlying];
  return strikes.map((strike) => {
    const crowd = ROUND[underlying].find(([multiple]) => strike % multiple === 0)?.[1] ?? ODD[underlying];
    const near = Math.exp(-thinning * Math.abs(strike / level - 1));
    return Math.round(most * crowd * near * Math.exp(SCATTER * normalDraw(random)));
  });
}
