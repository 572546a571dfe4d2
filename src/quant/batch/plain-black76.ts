import { logMoneyness } from '../black76.ts';
import type { Black76Book, EuropeanValues } from './columns.ts';
import { BLOCK, fillTails, signedLeg, WORK } from './plain-tails.ts';

/** Black-76 over columns that were checked. */
export function plainBlack76(book: Black76Book, values: EuropeanValues): void {
  for (let from = 0; from < book.sign.length; from += BLOCK) {
    const rows = Math.min(BLOCK, book.sign.length - from);
    start(book, from, rows);
    fillTails(rows);
    finish(book, from, rows, values);
  }
}

function start({ forward, strike, vol, expiry }: Black76Book, from: number, rows: number): void {
  const { d1, d2 } = WORK;
  for (let i = 0; i < rows; i++) {
    const row = from + i;
    const s = (vol[row] as number) * Math.sqrt(expiry[row] as number);
    const d = logMoneyness(forward[row] as number, strike[row] as number) / s + 0.5 * s;
    d1[i] = d;
    d2[i] = d - s;
  }
}

function finish(book: Black76Book, from: number, rows: number, values: EuropeanValues): void {
  const { sign, forward, strike, vol, expiry, discount } = book;
  const { premium, delta, gamma, vega, theta, rho } = values;
  const { d1, d2, density, tail1, tail2 } = WORK;
  for (let i = 0; i < rows; i++) {
    const row = from + i;
    const w = sign[row] as number;
    const F = forward[row] as number;
    const sigma = vol[row] as number;
    const T = expiry[row] as number;
    const D = discount[row] as number;
    const rootTime = Math.sqrt(T);
    const n = D * (density[i] as number);
    const near = tail1[i] as number;
    const far = F * (tail2[i] as number);
    const leg1 = signedLeg(w, d1[i] as number, near, 1);
    const leg2 = signedLeg(w, d2[i] as number, far, strike[row] as number);
    const gain = F * leg1 - leg2;
    const value = gain > 0 ? D * gain : 0;
    const sensitivity = F * n;
    premium[row] = value;
    delta[row] = D * leg1;
    gamma[row] = n / (F * sigma * rootTime);
    vega[row] = sensitivity * rootTime;
    theta[row] = (-0.5 * sensitivity * sigma) / rootTime - (Math.log(D) / T) * value;
    rho[row] = -T * value;
  }
}
