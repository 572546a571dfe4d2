import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagedVariance, expectedVariance } from './averaged-variance.ts';
import { JOINT_MODEL, SPECIFIED_MODEL, spotVariance } from './two-factor.ts';
import { INDEX_DAYS, varianceWindow, volIndexAt, volIndexGrid } from './variance-window.ts';

const coordinate = fc.double({ min: -4, max: 4, noNaN: true });
const vix = varianceWindow(JOINT_MODEL, INDEX_DAYS.vix);

/** E f(h + sd G) by the trapezoid rule, which is exact to rounding for a function this smooth. */
function averageOf(h: number, sd: number): number {
  let [sum, mass] = [0, 0];
  for (let n = -400; n <= 400; n++) {
    const g = n / 40;
    const weight = Math.exp((-g * g) / 2);
    sum += weight * spotVariance(JOINT_MODEL, h + sd * g);
    mass += weight;
  }
  return sum / mass;
}

describe('expectedVariance', () => {
  it('is the average of spot variance over what the factors may become', () => {
    for (const years of [0.001, 0.02, 0.1, 0.5, 2]) {
      const table = averagedVariance(JOINT_MODEL, [years]);
      const [a, b] = [Math.exp(-JOINT_MODEL.kx * years), Math.exp(-JOINT_MODEL.ky * years)];
      for (const [x, y] of [
        [0, 0],
        [-2.03, 0.71],
        [3.1, 2.2],
        [-3, -2.4],
      ] as const) {
        const reference = averageOf(x * a + y * b, Math.sqrt(2 - a * a - b * b));
        // The Hermite rule and the table together, 1e-5 points of a VIX of 20.
        expect(Math.abs(expectedVariance(table, 0, x, y) / reference - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it('takes its edge for states no one has seen', () => {
    const table = averagedVariance(JOINT_MODEL, [0]);
    expect(expectedVariance(table, 0, 40, 40)).toBeLessThan(JOINT_MODEL.vMax);
    expect(expectedVariance(table, 0, -40, -40)).toBeGreaterThan(0);
  });
});

describe('the volatility indices', () => {
  // market-model section 9, C: VIX, VIX3M, VIX6M; made with a Hermite rule of 12 nodes, to 1e-5.
  it.each([
    [0, 0, 20.790563, 23.037557, 24.461161],
    [-0.13, -0.44, 17.072822, 19.266273, 20.961501],
    [1.5, 0.5, 41.149215, 35.518704, 33.127224],
    [-1.5, -1.2, 10.346381, 13.467232, 15.897929],
  ])('of the specified model at (%d, %d) are those published for it', (x, y, ...published) => {
    [INDEX_DAYS.vix, INDEX_DAYS.vix3m, INDEX_DAYS.vix6m].forEach((days, n) => {
      expect(
        Math.abs(volIndexAt(varianceWindow(SPECIFIED_MODEL, days, 12), x, y) - (published[n] ?? 0)),
      ).toBeLessThan(1e-5);
    });
  });

  it('rise with either factor', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 1e-3, max: 1, noNaN: true }), (x, y, step) => {
        const here = volIndexAt(vix, x, y);
        expect(volIndexAt(vix, x + step, y)).toBeGreaterThan(here);
        expect(volIndexAt(vix, x, y + step)).toBeGreaterThan(here);
      }),
    );
  });

  it('are the same over a grid as one at a time', () => {
    const [xs, ys] = [Float64Array.of(-3, 0.2, 11), Float64Array.of(-14, -0.3, 0, 2.5)];
    const byX = volIndexGrid(vix, 'x', xs, ys);
    const byY = volIndexGrid(vix, 'y', ys, xs);
    xs.forEach((x, i) => {
      ys.forEach((y, j) => {
        // The same sums in another order.
        expect(byX[i * 4 + j]).toBeCloseTo(volIndexAt(vix, x, y), 10);
        expect(byY[j * 3 + i]).toBeCloseTo(volIndexAt(vix, x, y), 10);
      });
    });
  });

  it('refuse a window of no days', () => {
    expect(() => varianceWindow(JOINT_MODEL, 0)).toThrow('days must be finite and > 0');
  });
});
