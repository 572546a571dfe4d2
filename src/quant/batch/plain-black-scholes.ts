import { logMoneyness } from '../black76.ts';
import type { BlackScholesBook, EuropeanValues } from './columns.ts';
import { BLOCK, fillTails, signedLeg, WORK } from './plain-tails.ts';

/**
 * Generalised Black-Scholes over columns that were checked. With A = S e^{-qT} and B = K e^{-rT}, A n(d1) = B n(d2), so
 * one exponential and two Mills ratios give both distribution functions, each from its tail.
 */
export function plainBlackScholes(book: BlackScholesBook, values: EuropeanValues): void {
  for (let from = 0; from < book.sign.length; from += BLOCK) {
    const rows = Math.min(BLOCK, book.sign.length - from);
    start(book, from, rows);
    fillTails(rows);
    finish(book, from, rows, values);
  }
}

function start(book: BlackScholesBook, from: number, rows: number): void {
  const { spot, strike, rate, yield: yields, vol, expiry } = book;
  const { d1, d2, yieldDiscount, strikeLeg } = WORK;
  for (let i = 0; i < rows; i++) {
    const row = from + i;
    const r = rate[row] as number;
    const q = yields[row] as number;
    const K = strike[row] as number;
    const T = expiry[row] as number;
    const s = (vol[row] as number) * Math.sqrt(T);
    const d = (logMoneyness(spot[row] as number, K) + (r - q) * T) / s + 0.5 * s;
    d1[i] = d;
    d2[i] = d - s;
    yieldDiscount[i] = Math.exp(-q * T);
    strikeLeg[i] = K * Math.exp(-r * T);
  }
}

function finish(book: BlackScholesBook, from: number, rows: number, values: EuropeanValues): void {
  const { sign, spot, rate, yield: yields, vol, expiry } = book;
  const { premium, delta, gamma, vega, theta, rho } = values;
  const { d1, d2, density, tail1, tail2, yieldDiscount, strikeLeg } = WORK;
  for (let i = 0; i < rows; i++) {
    const row = from + i;
    const w = sign[row] as number;
    const S = spot[row] as number;
    const sigma = vol[row] as number;
    const T = expiry[row] as number;
    const rootTime = Math.sqrt(T);
    const discount = yieldDiscount[i] as number;
    const A = S * discount;
    const n = density[i] as number;
    const near = tail1[i] as number;
    const far = A * (tail2[i] as number);
    const leg1 = signedLeg(w, d1[i] as number, near, 1);
    const leg2 = signedLeg(w, d2[i] as number, far, strikeLeg[i] as number);
    const gain = A * leg1 - leg2;
    const sensitivity = A * n;
    premium[row] = gain > 0 ? gain : 0;
    delta[row] = discount * leg1;
    gamma[row] = (discount * n) / (S * sigma * rootTime);
    vega[row] = sensitivity * rootTime;
    theta[row] =
      (-0.5 * sensitivity * sigma) / rootTime +
      (yields[row] as number) * A * leg1 -
      (rate[row] as number) * leg2;
    rho[row] = T * leg2;
  }
}
