import type { UnitPut } from './unit-put.ts';

/** ln of the boundary just before expiry, ln min(1, r/q): the strike, or where yield forgone overtakes interest. */
export const logStart = ({ r, q }: UnitPut): number => (r > 0 && q > r ? Math.log(r / q) : 0);

/** ln of the lower of two boundaries just before expiry, ln(r/q) for q < r < 0. */
export const logLowerStart = ({ r, q }: UnitPut): number => Math.log(r / q);

/**
 * ln of the perpetual put's boundary, lambda / (lambda - 1), lambda the lower root of
 *
 *     sigma^2 lambda^2 / 2 + (r - q - sigma^2 / 2) lambda - r = 0
 *
 * -Infinity where there is none, and the boundary goes on falling.
 */
export function logPerpetual({ r, q, sigma }: UnitPut): number {
  const omega = (2 * (r - q)) / (sigma * sigma);
  const square = (omega - 1) ** 2 + (8 * r) / (sigma * sigma);
  if (!(square >= 0)) return Number.NEGATIVE_INFINITY;
  const lambda = -(omega - 1 + Math.sqrt(square)) / 2;
  return lambda < 0 ? -Math.log1p(-1 / lambda) : Number.NEGATIVE_INFINITY;
}

/**
 * How far below its start, in ln S, the boundary is with little time left:
 *
 *     r > q    sigma sqrt(tau) sqrt(-ln(8 pi tau (r-q)^2 / sigma^2))
 *     r = q    sigma sqrt(tau) sqrt(-ln(16 pi (r tau)^2))
 *     r < q    sigma sqrt(tau) 0.639
 *
 * the first two as one, with both terms in the logarithm.
 *
 * @see Evans, Kuske and Keller (2002), Mathematical Finance 12(3), 219-237
 */
export function depthNearExpiry({ r, q, sigma }: UnitPut, tau: number): number {
  const sd = sigma * Math.sqrt(tau);
  if (r < q) return NEAR_EXPIRY * sd;
  const small = 8 * Math.PI * tau * (((r - q) / sigma) ** 2 + 2 * r * r * tau);
  return sd * Math.sqrt(Math.max(-Math.log(small), NEAR_EXPIRY ** 2));
}

/** sqrt(2) 0.4517: the slope in standard deviations of every boundary that starts away from the strike. */
export const NEAR_EXPIRY = 0.639;
