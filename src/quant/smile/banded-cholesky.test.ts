import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addAt, banded, solveBanded } from './banded-cholesky.ts';
import { solveCholesky } from './cholesky.ts';

it('solves a tridiagonal system worked by hand', () => {
  // [[2, -1, 0], [-1, 2, -1], [0, -1, 2]] x = [1, 0, 1] has x = [1, 1, 1].
  const matrix = banded(3, 1);
  for (let i = 0; i < 3; i++) addAt(matrix, i, i, 2);
  addAt(matrix, 1, 0, -1);
  addAt(matrix, 1, 2, -1);
  const right = Float64Array.of(1, 0, 1);
  expect(solveBanded(matrix, right)).toBe(true);
  for (const x of right) expect(x).toBeCloseTo(1, 15);
});

it('gives what the full solver gives', () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true });
  const [size, band] = [12, 3];
  fc.assert(
    fc.property(fc.array(entry, { minLength: size * band, maxLength: size * band }), (entries) => {
      const narrow = banded(size, band);
      const full = new Float64Array(size * size);
      const put = (i: number, j: number, value: number): void => {
        addAt(narrow, i, j, value);
        full[i * size + j] = value;
      };
      for (let i = 0; i < size; i++) {
        put(i, i, 2 * band + 0.5); // more than the rest of its row: positive definite
        for (let d = 1; d <= Math.min(band, i); d++) put(i, i - d, entries[i * band + d - 1] ?? 0);
      }
      const right = Float64Array.from({ length: size }, (_, i) => Math.cos(i));
      const expected = right.slice();
      expect(solveCholesky(full, expected)).toBe(true);
      expect(solveBanded(narrow, right)).toBe(true);
      for (const [i, x] of right.entries()) expect(x).toBeCloseTo(expected[i] ?? Number.NaN, 13);
    }),
  );
});

it('refuses a matrix that is not positive definite', () => {
  const matrix = banded(2, 1);
  addAt(matrix, 0, 0, 1);
  addAt(matrix, 1, 1, 1);
  addAt(matrix, 0, 1, 2);
  expect(solveBanded(matrix, Float64Array.of(1, 1))).toBe(false);
});
