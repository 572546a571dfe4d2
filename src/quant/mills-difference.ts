import { millsDecline } from './mills-decline.ts';
import { millsRatio } from './normal.ts';

/** Below this t(1 + h) the series is exact to the last bit after nine terms. */
const SERIES_REACH = 0.25;

/**
 * M(h - t) - M(h + t) for h >= 0, t > 0: an out-of-the-money premium per unit of vega, with h = |ln F/K|/s and
 * t = s/2.
 *
 * For small t the two ratios agree in most of their digits and their difference would keep only eps/t, so it is
 * summed as
 *
 *     -2 [M'(h) t + M'''(h) t^3/3! + M'''''(h) t^5/5! + ...],   M^(n+1) = h M^(n) + n M^(n-1)
 *
 * with M' from `millsDecline`, in which nearly all of the sum lies.
 *
 * @see Jaeckel (2015), Let's Be Rational, Wilmott, section 6, for the same idea in other variables
 */
export function millsDifference(h: number, t: number): number {
  if (!isSmallStep(h, t)) return millsRatio(h - t) - millsRatio(h + t);
  return millsSeries(h, t, millsRatio(h), millsDecline(h));
}

/** Whether the series is to be used. */
export const isSmallStep = (h: number, t: number): boolean => t * (1 + h) < SERIES_REACH;

/** The series, given M(h) and -M'(h). */
export function millsSeries(h: number, t: number, m0: number, decline: number): number {
  const m1 = -decline;
  const m2 = h * m1 + m0;
  const m3 = h * m2 + 2 * m1;
  const m4 = h * m3 + 3 * m2;
  const m5 = h * m4 + 4 * m3;
  const m6 = h * m5 + 5 * m4;
  const m7 = h * m6 + 6 * m5;
  const m8 = h * m7 + 7 * m6;
  const m9 = h * m8 + 8 * m7;
  const m10 = h * m9 + 9 * m8;
  const m11 = h * m10 + 10 * m9;
  const m12 = h * m11 + 11 * m10;
  const m13 = h * m12 + 12 * m11;
  const m14 = h * m13 + 13 * m12;
  const m15 = h * m14 + 14 * m13;
  const m17 = h * (h * m15 + 15 * m14) + 16 * m15;
  const t2 = t * t;
  let sum = m15 + (t2 / 272) * m17;
  sum = m13 + (t2 / 210) * sum;
  sum = m11 + (t2 / 156) * sum;
  sum = m9 + (t2 / 110) * sum;
  sum = m7 + (t2 / 72) * sum;
  sum = m5 + (t2 / 42) * sum;
  sum = m3 + (t2 / 20) * sum;
  return -2 * t * (m1 + (t2 / 6) * sum);
}
