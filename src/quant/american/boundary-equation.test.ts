import { describe, expect, it } from 'vitest';
import { evaluateBoundary } from './boundary-equation.ts';
import { logLowerStart, logStart } from './boundary-limits.ts';
import { type BoundaryProblem, boundaryWork, prepareWork } from './boundary-work.ts';
import { collocation } from './collocation.ts';
import type { UnitPut } from './unit-put.ts';

const grid = collocation(5, 7, 'arc');

const upper = (put: UnitPut): BoundaryProblem => ({
  put,
  side: 1,
  start: logStart(put),
  offset: -logStart(put),
  grid,
});
const PROBLEMS: readonly (readonly [string, BoundaryProblem])[] = [
  ['of a put without yield', upper({ r: 0.05, q: 0, sigma: 0.2, T: 1 })],
  ['of a put with more yield than rate', upper({ r: 0.03, q: 0.05, sigma: 0.4, T: 0.5 })],
  ['of a put with a negative yield', upper({ r: 0.02, q: -0.03, sigma: 0.3, T: 2 })],
  ['above two', upper({ r: -0.01, q: -0.05, sigma: 0.1, T: 2 })],
  [
    'below two',
    {
      put: { r: -0.01, q: -0.05, sigma: 0.1, T: 2 },
      side: -1,
      start: logLowerStart({ r: -0.01, q: -0.05, sigma: 0.1, T: 2 }),
      offset: 0,
      grid,
    },
  ],
];

describe.each(PROBLEMS)('the equation of a boundary %s', (_, problem) => {
  const depth = grid.root.map((x) => 0.9 * problem.put.sigma * Math.sqrt(problem.put.T) * x);
  const residualsAt = (depths: Float64Array): Float64Array => {
    const work = boundaryWork(grid);
    prepareWork(problem, work);
    evaluateBoundary(problem, depths, work, false);
    return work.residual;
  };

  it('has the Jacobian that central differences give', () => {
    const work = boundaryWork(grid);
    prepareWork(problem, work);
    evaluateBoundary(problem, depth, work, true);
    for (let j = 0; j < grid.size; j++) {
      const h = 1e-5 * (depth[j] as number);
      const [more, less] = [h, -h].map((step) =>
        residualsAt(depth.map((d, i) => (i === j ? d + step : d))),
      ) as [Float64Array, Float64Array];
      for (let i = 0; i < grid.size; i++) {
        const difference = ((more[i] as number) - (less[i] as number)) / (2 * h);
        // rounding of a residual near 1e-15, over h of a few 1e-6 to 1e-8; and h^2
        expect(Math.abs((work.jacobian[i * grid.size + j] as number) - difference)).toBeLessThan(2e-6);
      }
    }
  });

  it('gives the same residual with the Jacobian as without, and their largest weighed by the root of time', () => {
    const work = boundaryWork(grid);
    prepareWork(problem, work);
    const worst = evaluateBoundary(problem, depth, work, true);
    expect([...work.residual]).toEqual([...residualsAt(depth)]);
    expect(worst).toBe(Math.max(...work.residual.map((r, i) => Math.abs(r) * (grid.root[i] as number))));
  });
});

it('is not finite where the quotient is not positive', () => {
  const problem = upper({ r: 0, q: -0.4, sigma: 0.004, T: 3 }); // n(d0) underflows, and no rate adds to it
  const work = boundaryWork(grid);
  prepareWork(problem, work);
  expect(Number.isFinite(evaluateBoundary(problem, new Float64Array(5).fill(1e-3), work, false))).toBe(false);
});
