import { describe, expect, it } from 'vitest';
import { schemeOf } from './accuracy.ts';
import { logBoundary } from './boundary-curve.ts';
import { evaluateBoundary } from './boundary-equation.ts';
import { logLowerStart, logPerpetual, logStart } from './boundary-limits.ts';
import { boundaryWork, prepareWork } from './boundary-work.ts';
import { fixedPointBoundary } from './fixed-point.ts';
import { solveBoundary } from './solve-boundary.ts';
import type { UnitPut } from './unit-put.ts';

const { grid, tolerance } = schemeOf('precise');
const problemOf = (put: UnitPut) =>
  ({ put, side: 1, start: logStart(put), offset: -logStart(put), grid }) as const;

const PUTS: readonly UnitPut[] = [
  { r: 0.05, q: 0.05, sigma: 0.25, T: 1 },
  { r: 0.05, q: 0.01, sigma: 0.2, T: 0.25 },
  { r: 0.03, q: 0.07, sigma: 0.4, T: 1 },
];

describe('the boundary', () => {
  it.each(PUTS)('of %j is the one the fixed-point iteration of the paper creeps up on', (put) => {
    // another equation (B), another quadrature, another method; 40 iterations from the same start
    const ours = solveBoundary(problemOf(put), tolerance);
    const theirs = fixedPointBoundary(put, { equation: 'B', points: 200, iterations: 40, nodes: 24 });
    if (ours === undefined || theirs === undefined) throw new Error('no boundary');
    for (const share of [1, 0.5, 0.1])
      expect(logBoundary(ours, share * put.T)).toBeCloseTo(logBoundary(theirs, share * put.T), 5);
  });

  it('leaves no residual', () => {
    for (const put of PUTS) {
      const problem = problemOf(put);
      const curve = solveBoundary(problem, 1e-10);
      const work = boundaryWork(grid);
      prepareWork(problem, work);
      expect(evaluateBoundary(problem, curve?.depth ?? new Float64Array(), work, false)).toBeLessThan(1e-12);
    }
  });

  it('lies between its limit at expiry and the perpetual one, and reaches that in time', () => {
    const put = { r: 0.06, q: 0.02, sigma: 0.3, T: 300 };
    const curve = solveBoundary(problemOf(put), tolerance);
    const depth = curve?.depth[0] ?? Number.NaN;
    expect(depth).toBeGreaterThan(0);
    expect(-depth).toBeGreaterThan(logPerpetual(put) - 1e-7);
    expect(-depth).toBeCloseTo(logPerpetual(put), 6);
  });

  it('bends at once where q is just above r, and is still found', () => {
    for (const excess of [1e-6, 1e-3, 0.02, 0.07, 0.2])
      for (const { grid: sizes, tolerance: close } of (['fast', 'accurate', 'precise'] as const).map((one) =>
        schemeOf(one),
      )) {
        const put = { r: 0.0053, q: 0.0053 * (1 + excess), sigma: 1.2, T: 0.87 };
        expect(solveBoundary({ ...problemOf(put), grid: sizes }, close)).toBeDefined();
      }
  });

  it('is undefined where there is none to find', () => {
    // two boundaries that met long ago: the upper one has ceased to exist
    const put = { r: -0.005, q: -0.01, sigma: 0.3, T: 3 };
    const upper = solveBoundary(problemOf(put), tolerance);
    const lower = solveBoundary({ put, side: -1, start: logLowerStart(put), offset: 0, grid }, tolerance);
    expect(lower).toBeDefined();
    expect(upper === undefined || (upper.depth[0] as number) > Math.log(2)).toBe(true);
  });
});
