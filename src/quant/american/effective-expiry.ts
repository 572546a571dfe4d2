import { logPerpetual } from './boundary-limits.ts';
import type { UnitPut } from './unit-put.ts';

/** Standard deviations of drift out of the money after which an option is dead: N(-6) = 1e-9 of the strike. */
const DEAD = 6;

/**
 * Years after which a put exercised below one boundary is worth nothing more: T, or less when drift carries the spot
 * out of the money before.
 *
 * A holder who has not exercised stands above the perpetual boundary, B. After t years the spot is under the strike with
 * probability N(-z) at most, z = (ln B + m t) / (sigma sqrt(t)), m = r - q - sigma^2/2; time left beyond z = 6 adds less
 * than 1e-9 of the strike. Cutting it keeps boundary and premium within the reach of a modest grid at any low vol.
 */
export function effectiveExpiry(put: UnitPut): number {
  const { r, q, sigma, T } = put;
  const m = r - q - 0.5 * sigma * sigma;
  if (!(m > 0)) return T;
  const away = DEAD * sigma;
  const rootTime = (away + Math.sqrt(away * away - 4 * m * logPerpetual(put))) / (2 * m);
  return Math.min(T, rootTime * rootTime);
}
