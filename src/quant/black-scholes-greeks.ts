import type { Points } from '../core/units.ts';
import {
  type BlackScholesInputs,
  blackScholes,
  checkBlackScholes,
  forwardMoneyness,
} from './black-scholes.ts';
import { normalCdf, normalPdf } from './normal.ts';

/** Premium and its derivatives, each for one unit of what it is taken against. */
export interface BlackScholesGreeks {
  readonly premium: Points;
  /** Per point of the spot. */
  readonly delta: number;
  /** Change of delta per point of the spot. */
  readonly gamma: number;
  /** Points per 1.00 of vol. */
  readonly vega: number;
  /** Points per year as time passes, spot and rates fixed. */
  readonly theta: number;
  /** Points per 1.00 of the rate, spot and yield fixed. */
  readonly rho: number;
  /** Change of delta per 1.00 of vol. */
  readonly vanna: number;
  /** Change of vega per 1.00 of vol. */
  readonly volga: number;
  /** Change of delta per year as time passes. */
  readonly charm: number;
}

/**
 * Premium and Greeks of a European option by the generalised Black-Scholes formula, A = S e^{-qT}, B = K e^{-rT}, b = r - q.
 *
 *     delta = +-e^{-qT} N(+-d1)        gamma = e^{-qT} n(d1) / (S s)       vega = A n(d1) sqrt(T)
 *     theta = +-[q A N(+-d1) - r B N(+-d2)] - A n(d1) vol / (2 sqrt(T))    rho = +-T B N(+-d2)
 *     vanna = -e^{-qT} n(d1) d2 / vol  volga = vega d1 d2 / vol            charm = q delta - e^{-qT} n(d1) [b/s - d2/(2T)]
 *
 * With no time or no vol left the limits of `black76Greeks` hold: a delta of 0, 1 or a half (times e^{-qT}), no curvature.
 *
 * @throws PreconditionError as `blackScholes`
 * @see Haug (2007), The Complete Guide to Option Pricing Formulas, 2nd ed., chapter 2
 */
export function blackScholesGreeks(inputs: BlackScholesInputs): BlackScholesGreeks {
  checkBlackScholes(inputs);
  const { right, spot, strike, vol, expiry, rate, yield: q } = inputs;
  const sign = right === 'call' ? 1 : -1;
  const rootTime = Math.sqrt(expiry);
  const s = vol * rootTime;
  const yieldDiscount = Math.exp(-q * expiry);
  const moneyness = forwardMoneyness(inputs);
  const d1 = s > 0 ? moneyness / s + 0.5 * s : limitOf(moneyness);
  const d2 = d1 - s;
  const density = yieldDiscount * normalPdf(d1);
  const vega = spot * density * rootTime;
  const delta = sign * yieldDiscount * normalCdf(sign * d1);
  const strikeLeg = sign * strike * Math.exp(-rate * expiry) * normalCdf(sign * d2);
  const interest = q * spot * delta - rate * strikeLeg;
  const isSpent = s === 0;
  return {
    premium: blackScholes(inputs),
    delta,
    gamma: isSpent ? 0 : density / (spot * s),
    vega,
    theta: interest - (isSpent ? 0 : (spot * density * vol) / (2 * rootTime)),
    rho: expiry * strikeLeg,
    vanna: isSpent ? 0 : (-density * d2) / vol,
    volga: isSpent ? 0 : (vega * d1 * d2) / vol,
    charm: q * delta - (isSpent ? 0 : density * ((rate - q) / s - d2 / (2 * expiry))),
  };
}

/** d1 as the variance goes to nothing. */
const limitOf = (moneyness: number): number =>
  moneyness === 0 ? 0 : moneyness > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
