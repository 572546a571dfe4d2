import fc from 'fast-check';
import { expect, it } from 'vitest';
import { autocorrelations, autocovariances } from './autocorrelation.ts';

const DIGITS = [2, 8, 0, 4, 1, 9, 9, 0, 3, 5];

it('agrees with statsmodels 0.15, acf(adjusted=False)', () => {
  const rho = autocorrelations(DIGITS, 3) ?? [];
  [1, -0.27643932683790956, -0.21186891054030116, -0.18361381753764383].forEach((expected, k) => {
    expect(rho[k]).toBeCloseTo(expected, 14);
  });
});

it('has the variance at lag 0 and nothing beyond the series', () => {
  expect(autocovariances([1, 3], 1)).toEqual(Float64Array.of(1, -0.5));
  expect(() => autocovariances([1, 3], 2)).toThrow('lags must be below the 2 entries of values, was 2');
});

it('sums to -1/2 over all lags, whatever the series: the estimator cannot find memory everywhere', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 40 })
        .filter((xs) => new Set(xs).size > 1),
      (xs) => {
        const rho = [...(autocorrelations(xs, xs.length - 1) ?? [])];
        const sum = rho.slice(1).reduce((total, r) => total + r, 0);
        expect(sum).toBeCloseTo(-0.5, 11);
      },
    ),
  );
});

it('has no correlation of equal values, and refuses what is none', () => {
  expect(autocorrelations([0.1, 0.1, 0.1], 1)).toBeUndefined();
  expect(() => autocovariances([], 0)).toThrow('values must have at least 1 entries, was 0');
  expect(() => autocovariances([1, 2], -1)).toThrow('lags must be an integer >= 0, was -1');
  expect(() => autocorrelations([1, Number.NaN], 1)).toThrow('values[1] must be finite, was NaN');
});
