import type { Points } from '../core/units.ts';
import { type Black76Inputs, black76, checkBlack76, logMoneyness } from './black76.ts';
import { normalCdf, normalPdf } from './normal.ts';

/** Premium and its derivatives, each for one unit of what it is taken against. */
export interface Black76Greeks {
  readonly premium: Points;
  /** Per point of the forward, discounted: +D N(d1) for a call. */
  readonly delta: number;
  /** Change of delta per point of the forward. */
  readonly gamma: number;
  /** Points per 1.00 of vol (divide by 100 for a vol point). */
  readonly vega: number;
  /** Points per year as time passes, forward and rate fixed (divide by 365 for a calendar day). */
  readonly theta: number;
  /** Points per 1.00 of the rate, forward fixed: -T premium. */
  readonly rho: number;
  /** Change of delta per 1.00 of vol, which is that of vega per point of the forward. */
  readonly vanna: number;
  /** Change of vega per 1.00 of vol. */
  readonly volga: number;
  /** Change of delta per year as time passes. */
  readonly charm: number;
}

/**
 * Premium and Greeks of a European option on a forward.
 *
 *     delta = +-D N(+-d1)              gamma = D n(d1) / (F s)          vega = D F n(d1) sqrt(T)
 *     theta = r premium - D F n(d1) vol / (2 sqrt(T))                   rho = -T premium,   r = -ln(D) / T
 *     vanna = -D n(d1) d2 / vol        volga = vega d1 d2 / vol         charm = r delta + D n(d1) d2 / (2 T)
 *
 * With no time or no vol left the option is its intrinsic value: delta is D, 0 or half of it exactly at the money, gamma
 * and the second-order Greeks are given as 0 there too (their limit is a spike no finite number stands for), and theta
 * and charm are the interest alone.
 *
 * @throws PreconditionError as `black76`
 * @see Haug (2007), The Complete Guide to Option Pricing Formulas, 2nd ed., chapter 2
 */
export function black76Greeks(inputs: Black76Inputs): Black76Greeks {
  checkBlack76(inputs);
  const { right, forward, strike, vol, expiry, discount } = inputs;
  const sign = right === 'call' ? 1 : -1;
  const rootTime = Math.sqrt(expiry);
  const stdDev = vol * rootTime;
  const premium = black76(inputs);
  const rate = expiry === 0 ? 0 : -Math.log(discount) / expiry;
  const d1 = distance(forward, strike, stdDev);
  const d2 = d1 - stdDev;
  const density = discount * normalPdf(d1);
  const vega = forward * density * rootTime;
  const delta = sign * discount * normalCdf(sign * d1);
  const isSpent = stdDev === 0;
  return {
    premium,
    delta,
    gamma: isSpent ? 0 : density / (forward * stdDev),
    vega,
    theta: rate * premium - (isSpent ? 0 : (forward * density * vol) / (2 * rootTime)),
    rho: -expiry * premium,
    vanna: isSpent ? 0 : (-density * d2) / vol,
    volga: isSpent ? 0 : (vega * d1 * d2) / vol,
    charm: rate * delta + (isSpent ? 0 : (density * d2) / (2 * expiry)),
  };
}

/** d1; at no variance its limit, which is 0 at the money and infinite elsewhere. */
function distance(forward: number, strike: number, stdDev: number): number {
  if (stdDev > 0) return logMoneyness(forward, strike) / stdDev + 0.5 * stdDev;
  return forward === strike ? 0 : forward > strike ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
