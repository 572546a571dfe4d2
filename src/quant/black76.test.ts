import fc from 'fast-check';
import { expect, it } from 'vitest';
import { black76PriceError } from '../../bench/measure/black76-accuracy.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { PreconditionError } from '../core/errors.ts';
import { type Black76Inputs, black76, otmPremium } from './black76.ts';

const vixCall: Black76Inputs = {
  right: 'call',
  forward: 20,
  strike: 22,
  vol: 0.8,
  expiry: 1 / 365,
  discount: 1,
};

const anyOption = fc.record({
  forward: fc.double({ min: 10, max: 8000, noNaN: true }),
  strike: fc.double({ min: 10, max: 8000, noNaN: true }),
  vol: fc.double({ min: 0.01, max: 3, noNaN: true }),
  expiry: fc.double({ min: 1e-5, max: 5, noNaN: true }),
  discount: fc.double({ min: 0.5, max: 1.02, noNaN: true }),
});

it('gives the 25-digit reference values of a one-day VIX option', () => {
  // vectors/black76_greeks.csv (mpmath, 60 digits), rows C and P 20 22 1/365 0.8 0
  expect(black76(vixCall)).toBeCloseTo(0.003447689784300986, 15);
  expect(black76({ ...vixCall, right: 'put' })).toBeCloseTo(2.0034476897843008, 15);
});

it('prices VIX calls as the methodology does', () => {
  // methodology.md section 6: F 19, K 19, 30 days, 95 %, r = 4 %
  const discount = Math.exp((-0.04 * 30) / 365);
  const call = { right: 'call', expiry: 30 / 365, vol: 0.95, discount } as const;
  expect(black76({ ...call, forward: 19, strike: 19 })).toBeCloseTo(2.051, 3);
});

it('keeps relative accuracy in the far wing', () => {
  // vectors/implied_vol_otm.csv: P 5000 4750, 7 days at 2 %, and C 5000 5250, 45 days at 2 %
  expect(otmPremium(5000, 4750, 0.02 * Math.sqrt(0.019178082191780823)) / 5.21419847403689e-77).toBeCloseTo(
    1,
    11,
  );
  expect(otmPremium(5000, 5250, 0.02 * Math.sqrt(0.1232876712328767)) / 9.24988833954743e-12).toBeCloseTo(
    1,
    12,
  );
});

it('is discounted intrinsic value with no time or no vol left', () => {
  const itm = { ...vixCall, strike: 15, discount: 0.98 };
  expect(black76({ ...itm, expiry: 0 })).toBe(0.98 * 5);
  expect(black76({ ...itm, vol: 0 })).toBe(0.98 * 5);
  expect(black76({ ...itm, right: 'put', vol: 0 })).toBe(0);
});

it('tends to the discounted forward as vol grows without bound', () => {
  expect(black76({ ...vixCall, vol: 2000, expiry: 4, discount: 0.9 })).toBeCloseTo(0.9 * 20, 12);
  expect(black76({ ...vixCall, right: 'put', vol: 2000, expiry: 4, discount: 0.9 })).toBeCloseTo(
    0.9 * 22,
    12,
  );
});

it('satisfies put-call parity', () => {
  fc.assert(
    fc.property(anyOption, (o) => {
      const gap =
        black76({ ...o, right: 'call' }) -
        black76({ ...o, right: 'put' }) -
        o.discount * (o.forward - o.strike);
      expect(Math.abs(gap)).toBeLessThanOrEqual(1e-15 * Math.max(o.forward, o.strike));
    }),
  );
});

it('lies between intrinsic value and its ceiling, and rises with vol', () => {
  fc.assert(
    fc.property(anyOption, (o) => {
      const call = black76({ ...o, right: 'call' });
      const slack = 1e-15 * Math.max(o.forward, o.strike);
      expect(call).toBeGreaterThanOrEqual(o.discount * Math.max(o.forward - o.strike, 0) - slack);
      expect(call).toBeLessThanOrEqual(o.discount * o.forward + slack);
      expect(black76({ ...o, right: 'call', vol: o.vol * 1.01 })).toBeGreaterThanOrEqual(call - slack);
    }),
  );
});

it('refuses what is not an option, naming it', () => {
  const broken: readonly [Partial<Black76Inputs>, string][] = [
    [{ forward: 0 }, 'forward must be finite and > 0, was 0'],
    [{ strike: Number.NaN }, 'strike must be finite and > 0, was NaN'],
    [{ vol: -0.1 }, 'vol must be finite and >= 0, was -0.1'],
    [{ expiry: -1 }, 'expiry must be finite and >= 0, was -1'],
    [{ discount: 0 }, 'discount must be finite and > 0, was 0'],
  ];
  for (const [change, message] of broken) {
    expect(() => black76({ ...vixCall, ...change })).toThrow(PreconditionError);
    expect(() => black76({ ...vixCall, ...change })).toThrow(message);
  }
});

describeWithShared('against vectors/black76_greeks.csv and bs_greeks.csv', () => {
  it('is within 1e-15 of max(F, K), from one minute to ten years', () => {
    const { error, cases } = black76PriceError(sharedPath());
    expect(cases).toBe(2910);
    expect(error).toBeLessThanOrEqual(1e-15);
  });
});
