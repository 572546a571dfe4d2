import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factorLinear, solveFactored } from './solve-linear.ts';

it('solves a system that needs its rows exchanged', () => {
  // 2 y = 4, x + y = 5
  const matrix = Float64Array.of(0, 2, 1, 1);
  const pivots = new Int32Array(2);
  expect(factorLinear(matrix, pivots)).toBe(true);
  const rhs = Float64Array.of(4, 5);
  solveFactored(matrix, pivots, rhs);
  expect([...rhs]).toEqual([3, 2]);
});

it('gives back what the matrix was applied to, for several right-hand sides', () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 49, maxLength: 49 }),
      fc.array(entry, { minLength: 7, maxLength: 7 }),
      (cells, x) => {
        // diagonally dominant in an order that rows must be exchanged into
        const matrix = Float64Array.from(
          cells,
          (cell, at) => cell + (at % 7 === (Math.floor(at / 7) + 3) % 7 ? 10 : 0),
        );
        const pivots = new Int32Array(7);
        const factors = matrix.slice();
        expect(factorLinear(factors, pivots)).toBe(true);
        for (const scale of [1, -3]) {
          const rhs = Float64Array.from({ length: 7 }, (_, i) =>
            x.reduce((sum, xj, j) => sum + scale * xj * (matrix[i * 7 + j] as number), 0),
          );
          solveFactored(factors, pivots, rhs);
          x.forEach((xj, j) => {
            expect(Math.abs((rhs[j] as number) - scale * xj)).toBeLessThan(1e-13); // condition number below 10
          });
        }
      },
    ),
  );
});

it('says so when there is no solution', () => {
  expect(factorLinear(Float64Array.of(1, 2, 2, 4), new Int32Array(2))).toBe(false);
  expect(factorLinear(Float64Array.of(Number.NaN, 0, 0, 1), new Int32Array(2))).toBe(false);
});
