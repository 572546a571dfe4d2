import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BoundaryCurve, depthFromSquare, logBoundary } from './boundary-curve.ts';
import { collocation } from './collocation.ts';

const { root } = collocation(8, 2, 'arc');
const curve = (change: Partial<BoundaryCurve>): BoundaryCurve => ({
  side: 1,
  start: -0.1,
  offset: 0.1,
  span: 2,
  root,
  depth: root.map((x) => 0.3 * x),
  ...change,
});

it('starts at its limit at expiry and passes through its nodes, downwards or upwards', () => {
  for (const side of [1, -1] as const) {
    const one = curve({ side });
    expect(logBoundary(one, 0)).toBe(-0.1);
    root.forEach((x) => {
      expect(logBoundary(one, 2 * x * x)).toBeCloseTo(-0.1 - side * 0.3 * x, 14);
    });
  }
});

it('follows depth = c sqrt(tau) between nodes too, whose square is a polynomial with any offset', () => {
  for (const offset of [0, 0.1, 3])
    for (const tau of [0.01, 0.4, 1.3])
      expect(logBoundary(curve({ offset }), tau)).toBeCloseTo(-0.1 - 0.3 * Math.sqrt(tau / 2), 13);
});

it('undoes the square without losing a small depth beside a large offset', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (depth, offset) => {
        expect(depthFromSquare(depth * (depth + 2 * offset), offset) / depth).toBeCloseTo(1, 13);
      },
    ),
  );
  expect(depthFromSquare(-1, 0)).toBe(0); // where the polynomial dips below 0 between nodes
});
