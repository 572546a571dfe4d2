import { expect, it } from 'vitest';
import { type TimeSpread, timeQuadrature } from './time-quadrature.ts';

const SPREADS: readonly TimeSpread[] = ['arc', 'square', 'linear'];

/** Integral over (0, 1) of f(sqrt u, sqrt(1 - u)). */
const integral = (spread: TimeSpread, order: number, f: (gap: number, rest: number) => number): number => {
  const { gapRoot, restRoot, weight } = timeQuadrature(spread, order);
  return gapRoot.reduce((sum, gap, k) => sum + (weight[k] as number) * f(gap, restRoot[k] as number), 0);
};

it('splits all of the time between exercise and expiry', () => {
  for (const spread of SPREADS) {
    expect(integral(spread, 9, () => 1)).toBeCloseTo(1, 12);
    const { gapRoot, perGapRoot, restRoot } = timeQuadrature(spread, 9);
    gapRoot.forEach((gap, k) => {
      expect(gap * gap + (restRoot[k] as number) ** 2).toBeCloseTo(1, 14);
      expect(gap * (perGapRoot[k] as number)).toBeCloseTo(1, 14);
    });
  }
});

it('integrates a square root at either end to the last digits with the arc, and only with the arc', () => {
  const error = (spread: TimeSpread): number =>
    Math.abs(integral(spread, 10, (gap, rest) => gap * rest) - Math.PI / 8); // beta(3/2, 3/2)
  expect(error('arc')).toBeLessThan(1e-14);
  expect(error('square')).toBeGreaterThan(1e-5);
  expect(error('linear')).toBeGreaterThan(1e-5);
  expect(Math.abs(integral('square', 10, (gap) => gap) - 2 / 3)).toBeLessThan(1e-15);
});
