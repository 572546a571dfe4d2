import { expect, it } from 'vitest';
import { type DividendProblem, marchDividends } from './dividend-march.ts';

const call: DividendProblem = {
  right: 'call',
  spot: 100,
  strike: 100,
  vol: 0.25,
  expiry: 182 / 365,
  rate: 0.05,
  dividends: [{ time: 90 / 365, amount: 2 }],
  model: 'spot',
};
/** The exact premium: mpmath, 30 digits, the integral over the share on the eve of max(exercise, Black-Scholes after). */
const EXACT = 7.23697638797931;

it('errs with the square of the spacing, so that extrapolation may be trusted', () => {
  const errors = [1, 2, 4].map((times) => marchDividends(call, 100, times).now.value - EXACT) as [
    number,
    number,
    number,
  ];
  for (const ratio of [errors[0] / errors[1], errors[1] / errors[2]]) {
    expect(ratio).toBeGreaterThan(3.8);
    expect(ratio).toBeLessThan(4.2);
  }
});

it('finds where exercise begins to pay on each eve, sooner ones first', () => {
  // the root of S - K = Black-Scholes(S - D): mpmath, 30 digits
  expect(marchDividends(call, 400, 2).eves[0]).toBeCloseTo(116.809598282, 1);
  const four = [45, 136, 227, 318].map((day) => ({ time: day / 365, amount: 0.8 }));
  const { eves } = marchDividends({ ...call, vol: 0.2, rate: 0.03, expiry: 1, dividends: four }, 200, 1);
  expect(eves).toHaveLength(4);
  eves.slice(1).forEach((level, i) => {
    expect(level).toBeLessThan(eves[i] as number); // less time value is left to give up
  });
});

it('never exercises a put on an eve, nor a call when the dividend is less than the interest', () => {
  expect(marchDividends({ ...call, right: 'put' }, 100, 1).eves).toEqual([undefined]);
  const small = [{ time: 90 / 365, amount: 0.5 }]; // interest on 100 over the other 92 days is 1.25
  expect(marchDividends({ ...call, dividends: small }, 100, 1).eves).toEqual([undefined]);
});
