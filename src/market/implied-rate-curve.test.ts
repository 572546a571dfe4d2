import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { years } from '../core/units.ts';
import { impliedRateCurve } from './implied-rate-curve.ts';

const point = (days: number, rate: number, error: number) => ({ expiry: years(days / 365), rate, error });

describe('impliedRateCurve', () => {
  it('lets a noisy week borrow from precise quarters', () => {
    const curve = impliedRateCurve([
      point(7, 0.15, 0.08),
      point(90, 0.025, 0.0005),
      point(180, 0.025, 0.0003),
    ]);
    expect(curve?.(years(7 / 365)).rate).toBeCloseTo(0.0252, 3);
  });

  it('leaves a precise expiration at its own rate', () => {
    const curve = impliedRateCurve([point(90, 0.03, 0.0001), point(365, 0.02, 0.0001)]);
    expect(curve?.(years(90 / 365)).rate).toBeCloseTo(0.03, 4);
    expect(curve?.(years(365 / 365)).rate).toBeCloseTo(0.02, 4);
  });

  it('knows less the further it is from any expiration', () => {
    const curve = impliedRateCurve([point(90, 0.03, 0.001)]);
    const errorAt = (days: number): number => curve?.(years(days / 365)).error ?? 0;
    expect(errorAt(90)).toBeCloseTo(0.001, 9);
    expect(errorAt(7)).toBeGreaterThan(0.005);
  });

  it('never leaves the range of the rates it was given', () => {
    const points = fc.array(
      fc.record({
        days: fc.integer({ min: 1, max: 900 }),
        rate: fc.double({ min: -0.01, max: 0.1, noNaN: true }),
        error: fc.double({ min: 1e-5, max: 0.3, noNaN: true }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 1500 }), (raw, days) => {
        const curve = impliedRateCurve(raw.map((p) => point(p.days, p.rate, p.error)));
        const { rate } = curve?.(years(days / 365)) ?? { rate: Number.NaN };
        const rates = raw.map((p) => p.rate);
        expect(rate).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
        expect(rate).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
      }),
      { seed: 7 },
    );
  });

  it('is absent without a usable rate', () => {
    expect(impliedRateCurve([])).toBeUndefined();
    expect(
      impliedRateCurve([point(30, Number.NaN, 0.01), point(30, 0.02, Number.POSITIVE_INFINITY)]),
    ).toBeUndefined();
  });
});
