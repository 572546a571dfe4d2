import fc from 'fast-check';
import { expect, it } from 'vitest';
import { impliedVolError } from '../../bench/measure/implied-vol-accuracy.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { PreconditionError } from '../core/errors.ts';
import { black76, otmPremium } from './black76.ts';
import { type ImpliedVolInputs, impliedStdDev, impliedVol } from './implied-vol.ts';

const weekPut: ImpliedVolInputs = {
  right: 'put',
  premium: 0.2230610275191051,
  forward: 5000,
  strike: 4750,
  expiry: 0.019178082191780823,
  discount: 1,
};

const solved = (inputs: ImpliedVolInputs): number => {
  const result = impliedVol(inputs);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

it('gives the exact vol of the reference premiums', () => {
  // vectors/implied_vol_otm.csv (mpmath, 60 digits)
  expect(solved(weekPut)).toBeCloseTo(0.15, 15);
  expect(solved({ ...weekPut, premium: 1.9695769221217014e-5 })).toBeCloseTo(0.08, 15);
  const call = { ...weekPut, right: 'call', strike: 5250, expiry: 0.1232876712328767 } as const;
  expect(solved({ ...call, premium: 9.24988833954743e-12 })).toBeCloseTo(0.02, 15);
});

it('recovers the vol that made the premium, near the money and far', () => {
  const quotes = fc.record({
    distance: fc.double({ min: 0, max: 0.4, noNaN: true }),
    stdDev: fc.double({ min: 2e-3, max: 1.5, noNaN: true }),
  });
  fc.assert(
    fc.property(quotes, ({ distance, stdDev }) => {
      const share = otmPremium(1, Math.exp(distance), stdDev);
      if (share > 1e-280)
        expect(Math.abs(impliedStdDev(share, Math.log(Math.exp(distance))) / stdDev - 1)).toBeLessThan(1e-11);
    }),
    { numRuns: 2000 },
  );
});

it('prices back what it was given, in or out of the money, discounted or not', () => {
  const inputs = fc.record({
    right: fc.constantFrom('call' as const, 'put' as const),
    forward: fc.double({ min: 4000, max: 6000, noNaN: true }),
    strike: fc.double({ min: 4000, max: 6000, noNaN: true }),
    vol: fc.double({ min: 0.05, max: 1, noNaN: true }),
    expiry: fc.double({ min: 0.002, max: 1, noNaN: true }),
    discount: fc.double({ min: 0.9, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(inputs, (o) => {
      const premium = black76(o);
      const result = impliedVol({ ...o, premium });
      // In the money a premium can round to just below intrinsic value: a refusal, not a wrong vol.
      if (result.ok) expect(Math.abs(black76({ ...o, vol: result.value }) - premium)).toBeLessThan(1e-11);
      else expect(result.failure.code).toBe('below-intrinsic');
    }),
  );
});

it('is finite for any premium from 1e-288 to a hair under the most there can be', () => {
  for (const share of [1e-288, 1e-100, 1e-8, 0.3, 0.4999, 0.5, 0.5001, 0.9, 0.999999, 1 - 1e-16]) {
    for (const distance of [0, 1e-12, 1e-3, 0.2, 1, 5]) {
      expect(impliedStdDev(share, distance)).toBeGreaterThan(0);
      expect(impliedStdDev(share, distance)).toBeLessThan(100);
    }
  }
});

it('is zero for a premium of exactly intrinsic value', () => {
  expect(solved({ ...weekPut, premium: 0 })).toBe(0);
  expect(solved({ ...weekPut, strike: 5100, premium: 100 })).toBe(0);
});

it('says how a premium is impossible', () => {
  expect(impliedVol({ ...weekPut, strike: 5100, premium: 99 })).toEqual({
    ok: false,
    failure: { code: 'below-intrinsic', premium: 99, intrinsic: 100 },
  });
  expect(impliedVol({ ...weekPut, premium: 4750 })).toEqual({
    ok: false,
    failure: { code: 'above-maximum', premium: 4750, maximum: 4750 },
  });
  expect(impliedVol({ ...weekPut, right: 'call', strike: 4750, premium: 5000 })).toMatchObject({
    failure: { code: 'above-maximum', maximum: 5000 },
  });
  expect(impliedVol({ ...weekPut, expiry: 0, premium: 1 })).toMatchObject({
    failure: { code: 'above-maximum' },
  });
  expect(impliedVol({ ...weekPut, premium: -1 })).toMatchObject({ failure: { code: 'below-intrinsic' } });
});

it('refuses inputs that are no quote, naming them', () => {
  expect(() => impliedVol({ ...weekPut, premium: Number.NaN })).toThrow(PreconditionError);
  expect(() => impliedVol({ ...weekPut, premium: Number.NaN })).toThrow('premium must be finite');
  expect(() => impliedVol({ ...weekPut, forward: 0 })).toThrow('forward must be finite and > 0');
});

describeWithShared('against vectors/implied_vol_otm.csv', () => {
  it('is within 1e-11 on every row, SPX-like or extreme', () => {
    const all = impliedVolError(sharedPath(), 'all');
    expect(all.cases).toBe(496);
    expect(all.error).toBeLessThanOrEqual(1e-11);
    expect(impliedVolError(sharedPath(), 'spx-like').cases).toBeGreaterThan(200);
  });

  it('keeps fourteen digits even there, near the money included', () => {
    expect(impliedVolError(sharedPath(), 'all').error).toBeLessThanOrEqual(2e-14);
  });
});
