import { logMoneyness, otmPremium } from '../black76.ts';
import { normalCdf, normalPdf } from '../normal.ts';
import type { UnitPut } from './unit-put.ts';

/** The European put struck at 1, its expiry's numbers worked out once. */
export interface EuropeanPut {
  /** e^{-r T}. */
  readonly discount: number;
  /** e^{(r - q) T}. */
  readonly growth: number;
  /** sigma sqrt(T). */
  readonly sd: number;
}

export const europeanPut = ({ r, q, sigma, T }: UnitPut): EuropeanPut => ({
  discount: Math.exp(-r * T),
  growth: Math.exp((r - q) * T),
  sd: sigma * Math.sqrt(T),
});

/** Premium at a spot in strikes: discounted intrinsic value of the forward, and the out-of-the-money premium. */
export function europeanPremium({ discount, growth, sd }: EuropeanPut, spot: number): number {
  const forward = spot * growth;
  return discount * (Math.max(1 - forward, 0) + otmPremium(forward, 1, sd));
}

/** First and second derivative of the premium with the spot; of a step without vol or time, 0 bend. */
export function europeanSlopes(
  { discount, growth, sd }: EuropeanPut,
  spot: number,
): { readonly slope: number; readonly bend: number } {
  const carried = discount * growth;
  if (sd === 0) {
    const gap = 1 - spot * growth;
    return { slope: gap > 0 ? -carried : gap === 0 ? -carried / 2 : 0, bend: 0 };
  }
  const d1 = logMoneyness(spot * growth, 1) / sd + 0.5 * sd;
  return { slope: -carried * normalCdf(-d1), bend: (carried * normalPdf(d1)) / (spot * sd) };
}
