import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubicOnInterval, monotoneSlopes, parabolicSlopes } from './monotone-cubic.ts';

const ascending = fc
  .array(
    fc.record({
      gap: fc.double({ min: 0.1, max: 5, noNaN: true }),
      rise: fc.double({ min: 0, max: 4, noNaN: true }),
    }),
    {
      minLength: 2,
      maxLength: 9,
    },
  )
  .map((steps) =>
    steps.map((_, n) => {
      const so = steps.slice(0, n + 1);
      return [so.reduce((x, { gap }) => x + gap, 0), so.reduce((y, { rise }) => y + rise, 0)] as const;
    }),
  );

describe('monotoneSlopes', () => {
  // Worked by hand from the formulas of the paper: secants 2, 1/2, 1/2, -1/6 over gaps 1, 2, 1, 3.
  it('gives the slopes of an uneven grid with a turn', () => {
    const slopes = monotoneSlopes([0, 1, 3, 4, 7], [0, 2, 3, 3.5, 3]);
    [2.5, 6 / 7, 0.5, 0, -0.5].forEach((slope, i) => {
      expect(slopes[i]).toBeCloseTo(slope, 12);
    });
  });

  it('takes the secant where there are only two nodes', () => {
    expect([...monotoneSlopes([1, 3], [2, 8])]).toEqual([3, 3]);
  });

  it('refuses fewer than two nodes, and values that do not match', () => {
    expect(() => monotoneSlopes([1], [1])).toThrow('xs must hold two nodes or more');
    expect(() => monotoneSlopes([1, 2], [1])).toThrow('2/1');
  });
});

describe('cubicOnInterval', () => {
  it('rises where its nodes rise', () => {
    fc.assert(
      fc.property(ascending, (nodes) => {
        const [xs, ys] = [nodes.map(([x]) => x), nodes.map(([, y]) => y)];
        const slopes = monotoneSlopes(xs, ys);
        for (let i = 0; i + 1 < xs.length; i++) {
          let before = ys[i] ?? 0;
          for (let n = 1; n <= 20; n++) {
            const x = (xs[i] ?? 0) + (((xs[i + 1] ?? 0) - (xs[i] ?? 0)) * n) / 20;
            const y = cubicOnInterval(xs, ys, slopes, i, x);
            expect(y).toBeGreaterThanOrEqual(before - 1e-12 * (1 + Math.abs(before))); // rounding of five terms
            before = y;
          }
        }
      }),
    );
  });
});

describe('parabolicSlopes', () => {
  it('are those of a parabola, ends included, however uneven the nodes', () => {
    const xs = [-2, -1.5, 0, 0.3, 4];
    const slopes = parabolicSlopes(
      xs,
      xs.map((x) => 3 * x * x - x + 7),
    );
    xs.forEach((x, i) => {
      expect(slopes[i]).toBeCloseTo(6 * x - 1, 12);
    });
  });

  it('refuse fewer than three nodes', () => {
    expect(() => parabolicSlopes([0, 1], [0, 1])).toThrow('xs must hold three nodes or more');
  });
});
