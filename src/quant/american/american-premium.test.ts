import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { american } from './american.ts';
import { americanBoundary, type BoundaryInputs } from './american-boundary.ts';
import { americanPremium, americanPremiums, earlyExerciseOf } from './american-premium.ts';

const terms: BoundaryInputs = { right: 'put', vol: 0.18, expiry: 45 / 365, rate: 0.043, yield: 0.012 };
const strikes = Float64Array.from({ length: 61 }, (_, i) => 450 + 5 * i);

describe('one boundary for a chain', () => {
  it('gives the very premiums that strikes priced alone have', () => {
    for (const right of ['put', 'call'] as const) {
      const boundary = americanBoundary({ ...terms, right });
      const out = new Float64Array(strikes.length + 1).fill(-1);
      americanPremiums(boundary, 600, strikes, out);
      strikes.forEach((strike, i) => {
        expect(out[i]).toBe(american({ ...terms, right, spot: 600, strike }));
        expect(out[i]).toBe(americanPremium(boundary, 600, strike));
      });
      expect(out[strikes.length]).toBe(-1);
    }
  });

  it('is convex in the strike and in the spot, and between slopes 0 and 1', () => {
    const number = fc.double({ min: 60, max: 150, noNaN: true });
    const rate = fc.double({ min: -0.04, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('put', 'call'), rate, rate, number, number, (right, r, q, level, other) => {
        const boundary = americanBoundary({ right, vol: 0.3, expiry: 0.75, rate: r, yield: q });
        for (const premium of [
          (x: number): number => americanPremium(boundary, other, x),
          (x: number): number => americanPremium(boundary, x, other),
        ]) {
          const [low, here, high] = [0.97, 1, 1.03].map((factor) => premium(factor * level)) as [
            number,
            number,
            number,
          ];
          expect(low + high - 2 * here).toBeGreaterThanOrEqual(-4e-5); // four errors of 1e-7 of 100
          const growth = Math.max(1, Math.exp(-r * 0.75), Math.exp(-q * 0.75));
          expect(Math.abs(high - low)).toBeLessThanOrEqual(0.06 * level * growth + 4e-5);
        }
      }),
    );
  });

  it('says what early exercise adds', () => {
    const boundary = americanBoundary(terms);
    // a put far in the money is exercised now: K - S less its European premium, K e^{-r T} - S e^{-q T}
    const european = 1200 * Math.exp((-0.043 * 45) / 365) - 600 * Math.exp((-0.012 * 45) / 365);
    expect(earlyExerciseOf(boundary, 600, 1200)).toBeCloseTo(600 - european, 10);
    expect(earlyExerciseOf(boundary, 600, 300)).toBeLessThan(1e-12);
  });
});

describe('refusals', () => {
  const boundary = americanBoundary(terms);

  it('names a spot or strike that is none', () => {
    expect(() => americanPremium(boundary, Number.NaN, 100)).toThrow('spot must be finite and > 0, was NaN');
    expect(() => americanPremium(boundary, 100, 0)).toThrow('strike must be finite and > 0, was 0');
    expect(() => earlyExerciseOf(boundary, 100, -1)).toThrow(PreconditionError);
  });

  it('writes nothing when one strike is none or there is no room', () => {
    const out = new Float64Array(3).fill(7);
    expect(() => americanPremiums(boundary, 100, Float64Array.of(90, 100, Number.NaN), out)).toThrow(
      'strikes[2] must be finite and > 0, was NaN',
    );
    expect(() => americanPremiums(boundary, 100, new Float64Array(4).fill(90), out)).toThrow(
      'out must have room for 4 premiums, was 3',
    );
    expect(() => americanPremiums(boundary, 0, Float64Array.of(90), out)).toThrow(
      'spot must be finite and > 0, was 0',
    );
    expect([...out]).toEqual([7, 7, 7]);
  });

  it('has nothing to do without strikes', () => {
    expect(() => americanPremiums(boundary, 100, new Float64Array(0), new Float64Array(0))).not.toThrow();
  });
});
