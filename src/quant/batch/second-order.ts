import { logMoneyness } from '../black76.ts';
import type {
  Black76Book,
  Black76Chain,
  BlackScholesBook,
  EuropeanValues,
  SecondOrderValues,
} from './columns.ts';

/** What `EuropeanValues` a row's second-order Greeks are made of. */
type FirstOrder = Pick<EuropeanValues, 'delta' | 'gamma' | 'vega'>;

/**
 * vanna, volga and charm of options whose first-order Greeks a kernel has just written, from them: the density is in
 * gamma, so neither an exponential nor a distribution function is taken again.
 *
 *     e^{-qT} n(d1) = gamma S s,   vanna = -gamma S sqrt(T) d2,   volga = vega d1 d2 / vol,
 *     charm = q delta - gamma S [(r - q) - d2 vol / (2 sqrt(T))]
 *
 * The book is what the kernel was given and is not checked again.
 */
export function blackScholesSecondOrder(
  { spot, strike, rate, yield: yields, vol, expiry }: BlackScholesBook,
  { delta, gamma, vega }: FirstOrder,
  { vanna, volga, charm }: SecondOrderValues,
): void {
  for (let i = 0; i < spot.length; i++) {
    const sigma = vol[i] as number;
    const q = yields[i] as number;
    const carry = (rate[i] as number) - q;
    const T = expiry[i] as number;
    const rootTime = Math.sqrt(T);
    const s = sigma * rootTime;
    const d1 = (logMoneyness(spot[i] as number, strike[i] as number) + carry * T) / s + 0.5 * s;
    const d2 = d1 - s;
    const bend = (gamma[i] as number) * (spot[i] as number);
    vanna[i] = -bend * rootTime * d2;
    volga[i] = ((vega[i] as number) * d1 * d2) / sigma;
    charm[i] = q * (delta[i] as number) - bend * (carry - (d2 * sigma) / (2 * rootTime));
  }
}

/** The same for Black-76: carry 0, and r = -ln(D) / T in place of q. */
export function black76SecondOrder(
  { forward, strike, vol, expiry, discount }: Black76Book,
  { delta, gamma, vega }: FirstOrder,
  { vanna, volga, charm }: SecondOrderValues,
): void {
  for (let i = 0; i < forward.length; i++) {
    const sigma = vol[i] as number;
    const T = expiry[i] as number;
    const rootTime = Math.sqrt(T);
    const s = sigma * rootTime;
    const d1 = logMoneyness(forward[i] as number, strike[i] as number) / s + 0.5 * s;
    const d2 = d1 - s;
    const bend = (gamma[i] as number) * (forward[i] as number);
    vanna[i] = -bend * rootTime * d2;
    volga[i] = ((vega[i] as number) * d1 * d2) / sigma;
    charm[i] =
      (-Math.log(discount[i] as number) / T) * (delta[i] as number) + (bend * d2 * sigma) / (2 * rootTime);
  }
}

/** The same for one expiration. */
export function black76ChainSecondOrder(
  { forward, anchor, logStrike, vol, expiry, discount }: Black76Chain,
  { delta, gamma, vega }: FirstOrder,
  { vanna, volga, charm }: SecondOrderValues,
): void {
  const rootTime = Math.sqrt(expiry);
  const rate = -Math.log(discount) / expiry;
  const logForward = logMoneyness(forward, anchor);
  for (let i = 0; i < vol.length; i++) {
    const sigma = vol[i] as number;
    const s = sigma * rootTime;
    const d1 = (logForward - (logStrike[i] as number)) / s + 0.5 * s;
    const d2 = d1 - s;
    const bend = (gamma[i] as number) * forward;
    vanna[i] = -bend * rootTime * d2;
    volga[i] = ((vega[i] as number) * d1 * d2) / sigma;
    charm[i] = rate * (delta[i] as number) + (bend * d2 * sigma) / (2 * rootTime);
  }
}
