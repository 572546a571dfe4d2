import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../quant/gauss-legendre.ts';
import { averagedVariance, expectedVariance } from './averaged-variance.ts';
import { JOINT_MODEL } from './two-factor.ts';
import { LONGEST_YEARS, totalVarianceTo, varianceCurve, varianceCurves } from './variance-curve.ts';

const curves = varianceCurves(JOINT_MODEL);
const coordinate = fc.double({ min: -3, max: 3, noNaN: true });

/** The integral of expected variance by forty nodes on each of forty pieces. */
function integral(x: number, y: number, years: number): number {
  const { nodes, weights } = gaussLegendre(8);
  let sum = 0;
  for (let piece = 0; piece < 40; piece++) {
    const times = nodes.map((node) => (years * (piece + (1 + node) / 2)) / 40);
    const ahead = averagedVariance(JOINT_MODEL, times);
    for (let g = 0; g < 8; g++) sum += ((weights[g] ?? 0) * years * expectedVariance(ahead, g, x, y)) / 80;
  }
  return sum;
}

describe('totalVarianceTo', () => {
  it.each([
    [0, 0, 30 / 365],
    [2.2, 1.1, 17 / 365],
    [-2.5, -2, 1],
    [1.5, 0.5, 2],
    [-3, 2.4, 0.02],
  ])('is the integral of expected variance from (%d, %d) over %d years', (x, y, years) => {
    const vol = (total: number): number => 100 * Math.sqrt(total / years);
    // Five nodes a panel leave .002 of a vol point at most.
    expect(
      Math.abs(vol(totalVarianceTo(varianceCurve(curves, { x, y }), years)) - vol(integral(x, y, years))),
    ).toBeLessThan(0.003);
  });

  it('grows with time, from 0', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0, max: 2.9, noNaN: true }), (x, y, years) => {
        const curve = varianceCurve(curves, { x, y });
        expect(totalVarianceTo(curve, 0)).toBe(0);
        expect(totalVarianceTo(curve, years + 0.001)).toBeGreaterThan(totalVarianceTo(curve, years));
      }),
    );
  });

  it('has no seam between panels', () => {
    const curve = varianceCurve(curves, { x: 1, y: -1 });
    for (const days of [3, 10, 25, 50, 100, 190, 365, 730]) {
      const [before, after] = [
        totalVarianceTo(curve, (days - 1e-9) / 365),
        totalVarianceTo(curve, (days + 1e-9) / 365),
      ];
      expect(after - before).toBeLessThan(1e-11); // 2e-9 days of variance
    }
  });

  it('refuses a time it does not know', () => {
    const curve = varianceCurve(curves, { x: 0, y: 0 });
    expect(() => totalVarianceTo(curve, LONGEST_YEARS + 0.1)).toThrow('years must be in [0, 3]');
    expect(() => totalVarianceTo(curve, -0.1)).toThrow('years must be in [0, 3], was -0.1');
  });
});
