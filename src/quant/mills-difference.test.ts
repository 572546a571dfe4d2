import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simpson } from '../../test/golden/quant/simpson.ts';
import { millsDifference } from './mills-difference.ts';

/** Good to 2e-12. M(h - t) - M(h + t) = 2 int_0^inf exp(-h y - y^2/2) sinh(t y) dy, positive throughout: no cancellation. */
const byQuadrature = (h: number, t: number): number =>
  simpson((y) => 2 * Math.exp(-h * y - (y * y) / 2) * Math.sinh(t * y), 0, 12, 20_000);

it('equals the integral it stands for, where the two ratios all but cancel', () => {
  for (const [h, t] of [
    [0, 1e-6],
    [0.3, 1e-5],
    [1, 1e-3],
    [3, 0.01],
    [0, 0.049],
    [5, 0.008],
  ] as const) {
    expect(Math.abs(millsDifference(h, t) / byQuadrature(h, t) - 1)).toBeLessThan(2e-12);
  }
});

it('equals the integral where it is the plain difference', () => {
  for (const [h, t] of [
    [0, 0.06],
    [1, 0.2],
    [2, 1.5],
    [0, 1],
  ] as const) {
    expect(Math.abs(millsDifference(h, t) / byQuadrature(h, t) - 1)).toBeLessThan(2e-12);
  }
});

it('keeps every digit at the money, where the integral has a power series', () => {
  // 2 exp(t^2/2) int_0^t exp(-u^2/2) du = 2 (t + t^3/3 + t^5/15 + t^7/105 + ...), Abramowitz and Stegun 26.2.11
  for (const t of [1e-8, 1e-4, 0.01, 0.049]) {
    const series = 2 * (t + t ** 3 / 3 + t ** 5 / 15 + t ** 7 / 105 + t ** 9 / 945 + t ** 11 / 10395);
    expect(Math.abs(millsDifference(0, t) / series - 1)).toBeLessThan(5e-16);
  }
});

it('is positive and grows with t', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 1e-8, max: 1, noNaN: true }),
      (h, t) => {
        expect(millsDifference(h, t)).toBeGreaterThan(0);
        expect(millsDifference(h, t * 1.01)).toBeGreaterThan(millsDifference(h, t));
      },
    ),
  );
});
