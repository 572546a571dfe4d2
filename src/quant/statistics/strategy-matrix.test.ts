import { expect, it } from 'vitest';
import { columnMeans, columnOf, requireMatrix, strategyMatrix } from './strategy-matrix.ts';

const A = Float64Array.of(1, 2, 3);
const B = Float64Array.of(4, 5, 9);

it('lays strategies out one after the other', () => {
  const matrix = strategyMatrix([A, B]);
  expect(matrix).toEqual({ rows: 3, columns: 2, values: Float64Array.of(1, 2, 3, 4, 5, 9) });
  expect(columnOf(matrix, 1)).toEqual(B);
  expect(columnMeans(matrix)).toEqual(Float64Array.of(2, 6));
});

it('refuses no series and series of unequal length', () => {
  expect(() => strategyMatrix([])).toThrow('series must have at least 1 entry, was 0');
  expect(() => strategyMatrix([A, Float64Array.of(1)])).toThrow(
    'series[1] must have the 3 entries of series[0], was 1',
  );
});

it('refuses a shape that is not that of the values', () => {
  const matrix = strategyMatrix([A, B]);
  const least = { rows: 2, columns: 2 };
  expect(() => requireMatrix('returns', matrix, least)).not.toThrow();
  expect(() => requireMatrix('returns', { ...matrix, rows: 4 }, least)).toThrow(
    'returns.values must have 4 x 2 entries, was 6',
  );
  expect(() => requireMatrix('returns', matrix, { rows: 4, columns: 2 })).toThrow(
    'returns.rows must be an integer >= 4, was 3',
  );
  expect(() => requireMatrix('returns', strategyMatrix([A]), least)).toThrow(
    'returns.columns must be an integer >= 2, was 1',
  );
  const broken = strategyMatrix([A, Float64Array.of(1, Number.NaN, 2)]);
  expect(() => requireMatrix('returns', broken, least)).toThrow('returns.values[4] must be finite, was NaN');
});
