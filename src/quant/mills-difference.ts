import { millsRatio } from './normal.ts';

/** Below this t(1 + h) the series is exact to the last bit after five terms. */
const SERIES_REACH = 0.05;

/**
 * M(h - t) - M(h + t) for h >= 0, t > 0: an out-of-the-money premium per unit of vega, with h = |ln F/K|/s and
 * t = s/2.
 *
 * For small t the two ratios agree in most of their digits and their difference would keep only eps/t, so it is
 * summed as
 *
 *     -2 [M'(h) t + M'''(h) t^3/3! + M'''''(h) t^5/5! + ...],   M' = h M - 1,   M^(n+1) = h M^(n) + n M^(n-1)
 *
 * @see Jaeckel (2015), Let's Be Rational, Wilmott, section 6, for the same idea in other variables
 */
export function millsDifference(h: number, t: number): number {
  if (t * (1 + h) >= SERIES_REACH) return millsRatio(h - t) - millsRatio(h + t);
  const m0 = millsRatio(h);
  const m1 = h * m0 - 1;
  const m2 = h * m1 + m0;
  const m3 = h * m2 + 2 * m1;
  const m4 = h * m3 + 3 * m2;
  const m5 = h * m4 + 4 * m3;
  const m6 = h * m5 + 5 * m4;
  const m7 = h * m6 + 6 * m5;
  const m9 = h * (h * m7 + 7 * m6) + 8 * m7;
  const t2 = t * t;
  return -2 * t * (m1 + (t2 / 6) * (m3 + (t2 / 20) * (m5 + (t2 / 42) * (m7 + (t2 / 72) * m9))));
}
