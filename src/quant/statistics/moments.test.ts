import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kurtosis, skewness } from './moments.ts';

describe('known values', () => {
  it('agrees with SciPy 1.17, skew and kurtosis(fisher=False), bias=True', () => {
    const values = [2, 8, 0, 4, 1, 9, 9, 0];
    expect(skewness(values)).toBeCloseTo(0.2650554122698573, 15);
    expect(kurtosis(values)).toBeCloseTo(1.333998924716149, 14);
  });

  it('gives a loaded coin (1 - 2p)/sqrt(pq) and 1/(pq) - 3, exactly', () => {
    // one loss in ten: p = 0.1
    const coin = [-9, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(skewness(coin)).toBeCloseTo(-(1 - 0.2) / Math.sqrt(0.09), 14);
    expect(kurtosis(coin)).toBeCloseTo(1 / 0.09 - 3, 13);
  });
});

describe('laws', () => {
  const values = fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 })
    .filter((xs) => Math.max(...xs) - Math.min(...xs) > 1e-3);

  it('does not see units, and skewness changes sign with the values', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (xs, scale) => {
        const flipped = xs.map((x) => -scale * x);
        // 40 values, each power good to a few ulp of a deviation that may be a thousand times finer than the level
        expect(skewness(flipped)).toBeCloseTo(-(skewness(xs) ?? Number.NaN), 8);
        expect(kurtosis(flipped)).toBeCloseTo(kurtosis(xs) ?? Number.NaN, 8);
      }),
    );
  });

  it("keeps Pearson's bound kurtosis >= 1 + skewness^2", () => {
    fc.assert(
      fc.property(values, (xs) => {
        const bound = 1 + (skewness(xs) ?? Number.NaN) ** 2;
        expect(kurtosis(xs)).toBeGreaterThanOrEqual(bound * (1 - 1e-10));
      }),
    );
  });

  it('survives values whose fourth power overflows or underflows', () => {
    const shape = [1, 2, 4, 8];
    const expected = kurtosis(shape) ?? Number.NaN;
    expect(kurtosis(shape.map((x) => x * 1e100))).toBeCloseTo(expected, 12);
    expect(kurtosis(shape.map((x) => x * 1e-100))).toBeCloseTo(expected, 12);
  });
});

it('has nothing to say of equal values, and refuses what is none', () => {
  expect(skewness([0.1, 0.1, 0.1])).toBeUndefined();
  expect(kurtosis(new Float64Array(5))).toBeUndefined();
  expect(() => skewness([1])).toThrow('values must have at least 2 entries, was 1');
  expect(() => kurtosis([1, 2, Number.NaN])).toThrow('values[2] must be finite, was NaN');
});
