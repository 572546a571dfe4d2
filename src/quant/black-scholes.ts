import { requireFinite, requireNonNegative, requirePositive } from '../core/errors.ts';
import { type Points, points } from '../core/units.ts';
import { logMoneyness, otmShare } from './black76.ts';

/** A European option on a spot that pays a continuous yield, and the market it is priced in. */
export interface BlackScholesInputs {
  readonly right: 'call' | 'put';
  /** Price of the underlying now, points. */
  readonly spot: number;
  readonly strike: number;
  /** Annualised, decimal: 0.18. */
  readonly vol: number;
  /** Years, ACT/365. */
  readonly expiry: number;
  /** Continuously compounded, decimal, of either sign. */
  readonly rate: number;
  /** Dividend yield or borrow fee, continuously compounded, decimal, of either sign. */
  readonly yield: number;
}

/** @throws PreconditionError if spot or strike is not > 0, vol or expiry is < 0, or any number is not finite */
export function checkBlackScholes(inputs: BlackScholesInputs): void {
  requirePositive('spot', inputs.spot);
  requirePositive('strike', inputs.strike);
  requireNonNegative('vol', inputs.vol);
  requireNonNegative('expiry', inputs.expiry);
  requireFinite('rate', inputs.rate);
  requireFinite('yield', inputs.yield);
}

/**
 * Premium of a European option by the generalised Black-Scholes formula.
 *
 *     call = S e^{-qT} N(d1) - K e^{-rT} N(d2),   d1 = [ln(S/K) + (r - q) T]/s + s/2,   d2 = d1 - s,   s = vol sqrt(T)
 *
 * With q = r this is Black-76 on the forward S; with q = 0 Black and Scholes's own. Computed as `black76` is: intrinsic
 * value forward plus the premium of the out-of-the-money option of the same strike.
 *
 * @returns premium in points
 * @throws PreconditionError as `checkBlackScholes`
 * @see Black and Scholes (1973), J. Polit. Econ. 81(3), 637-654, doi 10.1086/260062, equation (13)
 * @see Merton (1973), Bell J. Econ. 4(1), 141-183, doi 10.2307/3003143, for the yield
 */
export function blackScholes(inputs: BlackScholesInputs): Points {
  checkBlackScholes(inputs);
  const { right, spot, strike, vol, expiry, rate } = inputs;
  const forwardLeg = spot * Math.exp(-inputs.yield * expiry);
  const strikeLeg = strike * Math.exp(-rate * expiry);
  const moneyness = forwardMoneyness(inputs);
  const intrinsic = Math.max(right === 'call' ? forwardLeg - strikeLeg : strikeLeg - forwardLeg, 0);
  // Which leg is the smaller follows from the same number the distance does, so that no rounding can set them at odds.
  const cap = moneyness < 0 ? forwardLeg : strikeLeg;
  return points(intrinsic + cap * otmShare(Math.abs(moneyness), vol * Math.sqrt(expiry)));
}

/** ln(F/K) = ln(S/K) + (r - q) T. */
export const forwardMoneyness = ({ spot, strike, rate, yield: q, expiry }: BlackScholesInputs): number =>
  logMoneyness(spot, strike) + (rate - q) * expiry;
