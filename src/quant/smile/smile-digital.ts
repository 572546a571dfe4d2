import { millsRatio, normalPdf } from '../normal.ts';
import type { SviSlice } from './svi.ts';

/**
 * P(S < K) by a smile: the digital of Black's formula, and what the slope of the smile adds.
 *
 *     P(S < K) = N(-d2) + n(d2) ds/dk,   s = sqrt(w),  d2 = -k/s - s/2
 *
 * Either tail is taken as n(d2) [M + ...] with the Mills ratio M, so that a small chance keeps its digits.
 */
export function digitalBelow(at: SviSlice, k: number): number {
  const [h, lean] = [minusD2(at, k), slopeOfDeviation(at)];
  return h <= 0 ? normalPdf(h) * (millsRatio(-h) + lean) : 1 - normalPdf(h) * (millsRatio(h) - lean);
}

/** P(S > K), the same way. */
export function digitalAbove(at: SviSlice, k: number): number {
  const [h, lean] = [minusD2(at, k), slopeOfDeviation(at)];
  return h > 0 ? normalPdf(h) * (millsRatio(h) - lean) : 1 - normalPdf(h) * (millsRatio(-h) + lean);
}

/** -d2: how many standard deviations k lies above the median of a flat smile of this variance. */
export const minusD2 = ({ w }: SviSlice, k: number): number => k / Math.sqrt(w) + 0.5 * Math.sqrt(w);
const slopeOfDeviation = ({ w, w1 }: SviSlice): number => (0.5 * w1) / Math.sqrt(w);
