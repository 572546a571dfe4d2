import { expect, it } from 'vitest';
import { checkSviColumns, meanSquare, quotedRange, weighted, weightedMean } from './svi-columns.ts';

const k = Float64Array.of(-0.2, 0, 0.1);
const ones = Float64Array.of(1, 1, 1);

it('knows the quoted range', () => {
  expect(quotedRange({ k })).toEqual({ low: -0.2, high: 0.1, span: 0.1 + 0.2 });
});

it('leaves out quotes without weight, and nothing else', () => {
  const all = { k, totalVariance: ones, weight: ones };
  expect(weighted(all)).toBe(all);
  expect(weighted({ ...all, weight: Float64Array.of(2, 0, 3) })).toEqual({
    k: Float64Array.of(-0.2, 0.1),
    totalVariance: Float64Array.of(1, 1),
    weight: Float64Array.of(2, 3),
  });
});

it('weighs squared residuals', () => {
  // A flat slice at 2 misses 1, 1 and 4 by 1, 1 and -2: (1 + 1 + 2 x 4)/4.
  const flat = { a: 2, b: 0, rho: 0, m: 0, sigma: 1 };
  const columns = { k, totalVariance: Float64Array.of(1, 1, 4), weight: Float64Array.of(1, 1, 2) };
  expect(meanSquare(columns, flat)).toBe(2.5);
  expect(weightedMean(columns)).toBe(2.5);
});

it.each([
  [{ totalVariance: Float64Array.of(1) }, 'totalVariance must have 3 entries, was 1'],
  [{ weight: Float64Array.of(1, 1, 1, 1) }, 'weight must have 3 entries, was 4'],
  [{ k: Float64Array.of(0, -0.1, 1) }, 'k must ascend, was -0.1'],
  [{ k: Float64Array.of(0, Number.NaN, 1) }, 'k must be finite, was NaN'],
  [{ totalVariance: Float64Array.of(1, 0, 1) }, 'totalVariance must be finite and > 0, was 0'],
  [{ weight: Float64Array.of(1, -1, 1) }, 'weight must be finite and >= 0, was -1'],
  [{ weight: Float64Array.of(1, Number.POSITIVE_INFINITY, 1) }, 'weight must be finite and >= 0'],
])('refuses %o', (change, message) => {
  expect(() => checkSviColumns({ k, totalVariance: ones, weight: ones, ...change })).toThrow(message);
});
