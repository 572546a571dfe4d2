import fc from 'fast-check';
import { expect, it } from 'vitest';
import { solveCholesky } from './cholesky.ts';

it('solves a system worked by hand, reading the lower triangle only', () => {
  // [[4, 2], [2, 3]] x = [2, 5] has x = [-1/2, 2].
  const right = Float64Array.of(2, 5);
  expect(solveCholesky(Float64Array.of(4, Number.NaN, 2, 3), right)).toBe(true);
  expect(right[0]).toBeCloseTo(-0.5, 15);
  expect(right[1]).toBeCloseTo(2, 15);
});

it('leaves no residual in a random positive definite system', () => {
  const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(entries, (l) => {
      const n = 5;
      const matrix = Float64Array.from({ length: n * n }, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        let sum = i === j ? 0.5 : 0;
        for (let m = 0; m < n; m++) sum += (l[i * n + m] ?? 0) * (l[j * n + m] ?? 0);
        return sum;
      });
      const b = Float64Array.from({ length: n }, (_, i) => 1 + i);
      const x = b.slice();
      expect(solveCholesky(matrix.slice(), x)).toBe(true);
      for (let i = 0; i < n; i++) {
        let sum = -(b[i] ?? 0);
        for (let j = 0; j < n; j++) sum += (matrix[i * n + j] ?? 0) * (x[j] ?? 0);
        expect(Math.abs(sum)).toBeLessThan(1e-12); // condition number at most 25 / 0.5
      }
    }),
  );
});

it('refuses a matrix that is not positive definite', () => {
  expect(solveCholesky(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBe(false);
  expect(solveCholesky(Float64Array.of(0), Float64Array.of(1))).toBe(false);
});
