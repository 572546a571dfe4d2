import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastInBox, type Quadratic2 } from './box-quadratic.ts';

const quadraticAt = ({ h11, h12, h22, c1, c2 }: Quadratic2, [a, b]: readonly [number, number]): number =>
  a * (a * h11 + 2 * b * h12 - 2 * c1) + b * (b * h22 - 2 * c2);

it('gives the free minimum where it lies inside', () => {
  // 2a + b = 3, a + 2b = 3
  expect(leastInBox({ h11: 2, h12: 1, h22: 2, c1: 3, c2: 3 }, 5)).toEqual([1, 1]);
});

it('gives the best point of an edge where the free minimum lies outside', () => {
  // Free minimum (-1, 3); on a = 0: 2b = 5.
  expect(leastInBox({ h11: 2, h12: 1, h22: 2, c1: 1, c2: 5 }, 5)).toEqual([0, 2.5]);
  expect(leastInBox({ h11: 1, h12: 0, h22: 1, c1: 9, c2: 9 }, 2)).toEqual([2, 2]);
});

it('gives a corner, not NaN, where there is no curvature at all', () => {
  expect(leastInBox({ h11: 0, h12: 0, h22: 0, c1: 0, c2: 0 }, 2)).toEqual([0, 0]);
});

it('cannot be beaten anywhere in the box', () => {
  const entry = fc.double({ min: -2, max: 2, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(entry, entry, entry, entry, entry, share, share, (a, b, c, c1, c2, s, t) => {
      // H = LL' with a diagonal of at least a tenth, so that edges are solved without cancellation.
      const quadratic = { h11: a * a + 0.1, h12: a * b, h22: b * b + c * c + 0.1, c1, c2 };
      const best = leastInBox(quadratic, 1.5);
      expect(best.every((x) => x >= 0 && x <= 1.5)).toBe(true);
      expect(quadraticAt(quadratic, [1.5 * s, 1.5 * t])).toBeGreaterThanOrEqual(
        quadraticAt(quadratic, best) - 1e-12,
      );
    }),
  );
});
