import { requireNonNegative, requirePositive } from '../core/errors.ts';
import { type Points, points } from '../core/units.ts';
import { millsDifference } from './mills-difference.ts';
import { millsRatio, normalPdf } from './normal.ts';

/** A European option on a forward, and the market it is priced in. */
export interface Black76Inputs {
  readonly right: 'call' | 'put';
  /** Forward for the option's own settlement instant, index points. */
  readonly forward: number;
  /** Index points. */
  readonly strike: number;
  /** Annualised, decimal: 0.18. */
  readonly vol: number;
  /** Years, ACT/365 in minutes to the settlement instant. */
  readonly expiry: number;
  /** Present value of one point paid at expiry. */
  readonly discount: number;
}

/** @throws PreconditionError if forward, strike or discount is not > 0, or vol or expiry is < 0, or any is not finite */
export function checkBlack76({ forward, strike, vol, expiry, discount }: Black76Inputs): void {
  requirePositive('forward', forward);
  requirePositive('strike', strike);
  requireNonNegative('vol', vol);
  requireNonNegative('expiry', expiry);
  requirePositive('discount', discount);
}

/**
 * ln(F/K). Near the money F - K is exact where F/K is not, so the quotient goes through log1p: at one minute to expiry
 * an ulp of ln(F/K) is worth 1e-11 of the premium.
 */
export function logMoneyness(forward: number, strike: number): number {
  const gap = (forward - strike) / strike;
  return Math.abs(gap) < 0.5 ? Math.log1p(gap) : Math.log(forward / strike);
}

/**
 * Premium of a European option on a forward.
 *
 *     call = D [F N(d1) - K N(d2)],   d1 = ln(F/K)/s + s/2,   d2 = d1 - s,   s = vol sqrt(T)
 *
 * SPX uses the parity-implied forward, VIX the same-expiry VIX future, so rates enter only through `discount`.
 * Computed as intrinsic value plus the premium of the out-of-the-money option of the same strike (`otmPremium`), which
 * keeps relative accuracy in the wings, where condors live: absolute error within 1e-15 max(F, K) everywhere.
 *
 * @returns premium in index points (x100 for US dollars per contract)
 * @throws PreconditionError if forward, strike or discount is not > 0, or vol or expiry is < 0
 * @see Black (1976), J. Fin. Econ. 3, 167-179, doi 10.1016/0304-405X(76)90024-6
 */
export function black76(inputs: Black76Inputs): Points {
  checkBlack76(inputs);
  const { right, forward, strike, vol, expiry, discount } = inputs;
  const intrinsic = Math.max(right === 'call' ? forward - strike : strike - forward, 0);
  return points(discount * (intrinsic + otmPremium(forward, strike, vol * Math.sqrt(expiry))));
}

/**
 * Undiscounted premium of whichever of call and put is out of the money; of either when F = K.
 *
 *     min(F, K) n(u) [M(u) - M(v)],   u = |ln F/K|/s - s/2,   v = u + s,   M the Mills ratio
 *
 * the same as Black's formula because F n(d1) = K n(d2), with one exponential instead of two and no difference of
 * numbers near one. For u far below 0 (large s) M(u) would overflow, so N(-u) is written out.
 *
 * @param stdDev  vol sqrt(expiry), >= 0
 */
export function otmPremium(forward: number, strike: number, stdDev: number): number {
  return Math.min(forward, strike) * otmShare(Math.abs(logMoneyness(forward, strike)), stdDev);
}

/**
 * The same as a share of min(F, K), from |ln F/K| and s.
 *
 * @param distance  |ln F/K|, >= 0
 * @param stdDev  s = vol sqrt(expiry), >= 0
 */
export function otmShare(distance: number, stdDev: number): number {
  if (stdDev === 0) return 0;
  const h = distance / stdDev;
  const t = 0.5 * stdDev;
  const u = h - t;
  const density = normalPdf(u);
  return u > -1 ? density * millsDifference(h, t) : 1 - density * (millsRatio(-u) + millsRatio(h + t));
}
