import type { Black76Chain, EuropeanValues } from './columns.ts';
import { BLOCK, fillTails, signedLeg, WORK } from './plain-tails.ts';

/** Black-76 over the options of one expiration, checked; logarithm, root of time and discount are taken once. */
export function plainBlack76Chain(chain: Black76Chain, logForward: number, values: EuropeanValues): void {
  for (let from = 0; from < chain.sign.length; from += BLOCK) {
    const rows = Math.min(BLOCK, chain.sign.length - from);
    start(chain, logForward, from, rows);
    fillTails(rows);
    finish(chain, from, rows, values);
  }
}

function start(
  { logStrike, vol, expiry }: Black76Chain,
  logForward: number,
  from: number,
  rows: number,
): void {
  const { d1, d2 } = WORK;
  const rootTime = Math.sqrt(expiry);
  for (let i = 0; i < rows; i++) {
    const s = (vol[from + i] as number) * rootTime;
    const d = (logForward - (logStrike[from + i] as number)) / s + 0.5 * s;
    d1[i] = d;
    d2[i] = d - s;
  }
}

function finish(chain: Black76Chain, from: number, rows: number, values: EuropeanValues): void {
  const { sign, strike, vol, forward, discount, expiry } = chain;
  const { premium, delta, gamma, vega, theta, rho } = values;
  const { d1, d2, density, tail1, tail2 } = WORK;
  const rootTime = Math.sqrt(expiry);
  const rate = -Math.log(discount) / expiry;
  const gammaScale = discount / (forward * rootTime);
  const vegaScale = discount * forward * rootTime;
  const decayScale = -0.5 / expiry;
  for (let i = 0; i < rows; i++) {
    const row = from + i;
    const w = sign[row] as number;
    const sigma = vol[row] as number;
    const n = density[i] as number;
    const near = tail1[i] as number;
    const far = forward * (tail2[i] as number);
    const leg1 = signedLeg(w, d1[i] as number, near, 1);
    const leg2 = signedLeg(w, d2[i] as number, far, strike[row] as number);
    const gain = forward * leg1 - leg2;
    const value = gain > 0 ? discount * gain : 0;
    const sensitivity = vegaScale * n;
    premium[row] = value;
    delta[row] = discount * leg1;
    gamma[row] = (gammaScale * n) / sigma;
    vega[row] = sensitivity;
    theta[row] = decayScale * sigma * sensitivity + rate * value;
    rho[row] = -expiry * value;
  }
}
