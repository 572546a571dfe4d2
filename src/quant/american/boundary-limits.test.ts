import { expect, it } from 'vitest';
import { depthNearExpiry, logLowerStart, logPerpetual, logStart } from './boundary-limits.ts';

it('starts at the strike, or at r/q below it', () => {
  expect(logStart({ r: 0.05, q: 0.02, sigma: 0.2, T: 1 })).toBe(0);
  expect(logStart({ r: 0.02, q: 0.08, sigma: 0.2, T: 1 })).toBe(Math.log(0.25));
  expect(logStart({ r: 0, q: -0.01, sigma: 0.2, T: 1 })).toBe(0);
  expect(logStart({ r: -0.01, q: -0.04, sigma: 0.2, T: 1 })).toBe(0);
  expect(logLowerStart({ r: -0.01, q: -0.04, sigma: 0.2, T: 1 })).toBe(Math.log(0.25));
});

it("is Merton's perpetual boundary without a yield", () => {
  // Merton (1973), theorem 14 ff.: K g / (1 + g), g = 2 r / sigma^2
  const g = (2 * 0.05) / 0.2 ** 2;
  expect(Math.exp(logPerpetual({ r: 0.05, q: 0, sigma: 0.2, T: 1 }))).toBeCloseTo(g / (1 + g), 15);
});

it('solves the quadratic, and is -Infinity where that has no root or none below 0', () => {
  const [r, q, sigma] = [0.03, 0.08, 0.25];
  const edge = Math.exp(logPerpetual({ r, q, sigma, T: 1 }));
  const lambda = edge / (edge - 1);
  expect((sigma ** 2 / 2) * lambda ** 2 + (r - q - sigma ** 2 / 2) * lambda - r).toBeCloseTo(0, 15);
  expect(logPerpetual({ r: 0, q: -0.01, sigma: 0.3, T: 1 })).toBe(Number.NEGATIVE_INFINITY);
  expect(logPerpetual({ r: -0.005, q: -0.01, sigma: 0.3, T: 1 })).toBe(Number.NEGATIVE_INFINITY);
  expect(logPerpetual({ r: -0.005, q: -0.01, sigma: 0.03, T: 1 })).toBeGreaterThan(Math.log(0.5));
});

it('falls from the strike faster than the square root of time, and from elsewhere exactly so', () => {
  const below = { r: 0.02, q: 0.06, sigma: 0.2, T: 1 };
  expect(depthNearExpiry(below, 4e-6) / depthNearExpiry(below, 1e-6)).toBeCloseTo(2, 12);
  for (const q of [0, 0.05]) {
    const atStrike = { r: 0.05, q, sigma: 0.2, T: 1 };
    const [late, later] = [1e-4, 1e-6].map((tau) => depthNearExpiry(atStrike, tau) / Math.sqrt(tau)) as [
      number,
      number,
    ];
    expect(later).toBeGreaterThan(late);
  }
});
