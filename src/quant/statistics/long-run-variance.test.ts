import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { effectiveSampleSize, longRunVariance, neweyWestLags } from './long-run-variance.ts';

const DIGITS = [2, 8, 0, 4, 1, 9, 9, 0, 3, 5];

/** x[t] = phi x[t - 1] + e[t]. */
function autoregression(seed: number, n: number, phi: number): Float64Array {
  const random = seededRandom(seed);
  let last = 0;
  return Float64Array.from({ length: n }, () => {
    last = phi * last + normalDraw(random);
    return last;
  });
}

it('agrees with statsmodels 0.15, S_hac_simple of the centred series', () => {
  expect(longRunVariance(DIGITS, 0)).toBeCloseTo(11.29, 13);
  expect(longRunVariance(DIGITS, 1)).toBeCloseTo(8.169, 13);
  expect(longRunVariance(DIGITS, 3)).toBeCloseTo(3.18, 13);
});

it('takes the customary lags', () => {
  expect([2, 50, 100, 250, 1000, 2520].map(neweyWestLags)).toEqual([1, 3, 4, 4, 6, 8]);
});

it('counts the independent values in an autoregression: n (1 - phi)/(1 + phi)', () => {
  const size = effectiveSampleSize(autoregression(3, 20_000, 0.5), 60) ?? 0;
  // n/3 with a relative error of about sqrt(2 x 60/n) ~ 8 %; three of them
  expect(size / 20_000).toBeGreaterThan(0.25);
  expect(size / 20_000).toBeLessThan(0.42);
});

it('is never below 0, even where values alternate', () => {
  const alternating = Float64Array.from({ length: 50 }, (_, t) => (-1) ** t);
  for (let lags = 0; lags < 50; lags++)
    expect(longRunVariance(alternating, lags)).toBeGreaterThanOrEqual(-1e-15); // rounding of 50 terms of 1
});

it('has no count for equal values, and refuses impossible lags', () => {
  expect(effectiveSampleSize([0.1, 0.1, 0.1], 1)).toBeUndefined();
  expect(() => longRunVariance(DIGITS, 10)).toThrow('lags must be below the 10 entries of values, was 10');
  expect(() => neweyWestLags(0)).toThrow('observations must be an integer >= 1, was 0');
});
