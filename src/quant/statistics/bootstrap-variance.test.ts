import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { autocovariances } from './autocorrelation.ts';
import { bootstrapVariance } from './bootstrap-variance.ts';

const random = seededRandom(7);
let last = 0;
const AR = Float64Array.from({ length: 250 }, () => {
  last = 0.3 * last + normalDraw(random);
  return last;
});

it('agrees with the n^2/2 products of the definition, in numpy and as arch 8.0 has it', () => {
  expect(bootstrapVariance(AR, 1)).toBeCloseTo(1.001597158010072, 13);
  expect(bootstrapVariance(AR, 4.5)).toBeCloseTo(1.3140601965689829, 13);
  expect(bootstrapVariance(AR, 20)).toBeCloseTo(0.9693085130547301, 13);
  expect(bootstrapVariance(AR, 250)).toBeCloseTo(0.2882302258149072, 13);
});

it('is the sum over ordinary autocovariances with weights (1 - i/n) rho^i + (i/n) rho^(n-i)', () => {
  const values = fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 })
    .filter((xs) => new Set(xs).size > 1);
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (xs, share) => {
      const n = xs.length;
      const block = 1 + share * (n - 1);
      const rho = 1 - 1 / block;
      const c = autocovariances(xs, n - 1);
      let sum = c[0] ?? 0;
      for (let i = 1; i < n; i++)
        sum += 2 * ((1 - i / n) * rho ** i + (i / n) * rho ** (n - i)) * (c[i] ?? 0);
      // 40 terms of size c(0) that may cancel
      expect(Math.abs(bootstrapVariance(xs, block) - sum)).toBeLessThan(1e-11 * (c[0] ?? 1));
    }),
  );
});

it('is the variance itself for blocks of 1, and 0 for equal values', () => {
  expect(bootstrapVariance([1, 3, 5, 7], 1)).toBe(5);
  expect(bootstrapVariance([0.1, 0.1, 0.1], 2)).toBe(0);
});

it('refuses blocks that do not fit', () => {
  expect(() => bootstrapVariance([1, 2], 3)).toThrow('block must lie in [1, 2], was 3');
  expect(() => bootstrapVariance([1, 2], Number.NaN)).toThrow('block must lie in [1, 2], was NaN');
  expect(() => bootstrapVariance([1], 1)).toThrow('values must have at least 2 entries, was 1');
});
