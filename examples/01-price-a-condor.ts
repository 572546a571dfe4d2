/** Prices the four legs of an SPX condor on a forward and a vol, and prints what it can make and lose. */
import { black76 } from '../src/quant/black76.ts';
import { condorPayout, probabilityBetween } from '../src/quant/lognormal.ts';

const forward = 6_000;
const expiry = 30 / 365;
const discount = Math.exp(-0.04 * expiry);
const strikes = { longPut: 5_640, shortPut: 5_700, shortCall: 6_250, longCall: 6_310 };
/** A skewed smile in one line: puts richer than calls. */
const volAt = (strike: number): number => 0.15 - 0.25 * Math.log(strike / forward);

const premium = (right: 'call' | 'put', strike: number): number =>
  black76({ right, forward, strike, vol: volAt(strike), expiry, discount });

const credit =
  premium('put', strikes.shortPut) -
  premium('put', strikes.longPut) +
  premium('call', strikes.shortCall) -
  premium('call', strikes.longCall);
const width = strikes.shortPut - strikes.longPut;
const maxLoss = width - credit;
const law = { forward, vol: 0.13, expiry };
const expected = credit - discount * condorPayout({ ...law, ...strikes }).mean;
const inside = probabilityBetween({
  ...law,
  low: strikes.shortPut - credit,
  high: strikes.shortCall + credit,
});

console.log(
  `Credit ${credit.toFixed(2)} points = $${(100 * credit).toFixed(0)}; most you can lose $${(100 * maxLoss).toFixed(0)}`,
);
console.log(`It must win ${((100 * maxLoss) / width).toFixed(1)} % of the time to break even`);
console.log(
  `Probability of profit ${(100 * inside).toFixed(1)} % (lognormal, vol 13 %); expected ${expected.toFixed(2)} points before costs`,
);
