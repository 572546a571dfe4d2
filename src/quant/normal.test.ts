import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberIn, readVectors, relativeError, worstOf } from '../../bench/measure/vectors.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { PreconditionError } from '../core/errors.ts';
import { logNormalCdf, millsRatio, normalCdf, normalPdf, normalQuantile, normalSurvival } from './normal.ts';

// Two or three roundings of a product of two functions each good to an ulp.
const FEW_ULPS = 1e-15;

it('gives the 25-digit values of the reference table', () => {
  // vectors/normal.csv (mpmath, 60 digits)
  expect(relativeError(normalCdf(1), 0.8413447460685429)).toBeLessThan(FEW_ULPS);
  expect(relativeError(normalCdf(-10), 7.619853024160525e-24)).toBeLessThan(FEW_ULPS);
  expect(relativeError(normalPdf(5), 1.4867195147342977e-6)).toBeLessThan(FEW_ULPS);
  expect(relativeError(millsRatio(1), 0.6556795424187984)).toBeLessThan(FEW_ULPS);
  expect(relativeError(millsRatio(-10), 1.2996129473592023e22)).toBeLessThan(FEW_ULPS);
});

it('gives the quantiles of the reference table', () => {
  // vectors/normal_inverse.csv (mpmath, 60 digits)
  expect(normalQuantile(0.5)).toBe(0);
  expect(relativeError(normalQuantile(0.25), -0.6744897501960817)).toBeLessThan(FEW_ULPS);
  expect(relativeError(normalQuantile(1e-300), -37.0470962993612)).toBeLessThan(FEW_ULPS);
  expect(relativeError(normalQuantile(5e-324), -38.467405617144344)).toBeLessThan(FEW_ULPS);
});

it('keeps its limits', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(logNormalCdf(0)).toBeCloseTo(-Math.LN2, 15);
  expect(logNormalCdf(-1e6)).toBeCloseTo(-5e11 - Math.log(1e6) - 0.5 * Math.log(2 * Math.PI), 3);
  expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(normalPdf(Number.POSITIVE_INFINITY)).toBe(0);
  expect(millsRatio(0)).toBeCloseTo(Math.sqrt(Math.PI / 2), 15);
  expect(millsRatio(1e300)).toBe(1e-300);
  expect(millsRatio(-40)).toBe(Number.POSITIVE_INFINITY);
});

it('undoes the distribution function with the quantile', () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 8, noNaN: true }), (x) => {
      const p = normalCdf(x);
      // Near p = 1 a double of p holds x only to eps / density.
      const reach = 1e-14 * Math.max(1, Math.abs(x)) + (2 * Number.EPSILON * p) / normalPdf(x);
      if (p < 1) expect(Math.abs(normalQuantile(p) - x)).toBeLessThanOrEqual(reach);
    }),
  );
});

it('rises, and its two tails sum to one', () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
      expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15);
      expect(normalCdf(x + 1e-6)).toBeGreaterThanOrEqual(normalCdf(x));
    }),
  );
});

it('refuses a probability outside (0, 1)', () => {
  for (const p of [0, 1, -0.1, Number.NaN]) {
    expect(() => normalQuantile(p)).toThrow(PreconditionError);
    expect(() => normalQuantile(p)).toThrow('p must be > 0 and < 1');
  }
});

describeWithShared('against vectors/normal.csv and normal_inverse.csv', () => {
  // Below this a double loses digits (gradual underflow), whatever the formula.
  const LEAST = 1e-307;
  const compared = (column: string, f: (x: number) => number) =>
    worstOf(
      readVectors(sharedPath(), 'vectors', 'normal.csv')
        .filter((row) => numberIn(row, column) > LEAST && Number.isFinite(numberIn(row, column)))
        .map((row) => ({
          error: relativeError(f(numberIn(row, 'x')), numberIn(row, column)),
          at: row['x'] ?? '',
        })),
    );

  it('has full relative accuracy in both tails', () => {
    expect(compared('cdf', normalCdf).error).toBeLessThan(FEW_ULPS);
    expect(compared('sf', normalSurvival).error).toBeLessThan(FEW_ULPS);
    expect(compared('pdf', normalPdf).error).toBeLessThan(FEW_ULPS);
    expect(compared('mills_sf_over_pdf', millsRatio).error).toBeLessThan(FEW_ULPS);
    expect(compared('cdf', normalCdf).cases).toBeGreaterThan(190);
  });

  it('has full relative accuracy in the logarithm, far below where the probability itself is zero', () => {
    const rows = readVectors(sharedPath(), 'vectors', 'normal.csv').filter(
      (row) => Number(row['logcdf']) !== 0,
    );
    const errors = rows.map((row) => ({
      error: relativeError(logNormalCdf(numberIn(row, 'x')), numberIn(row, 'logcdf')),
      at: row['x'] ?? '',
    }));
    expect(rows.length).toBeGreaterThan(190);
    // Above zero ln N(x) = -N(-x) and loses nothing; the reference stops being a normal double at 1e-308.
    expect(
      worstOf(errors.filter((_, i) => Math.abs(numberIn(rows[i] ?? {}, 'logcdf')) > 1e-307)).error,
    ).toBeLessThan(FEW_ULPS);
  });

  it('has full relative accuracy in every quantile, down to the smallest double', () => {
    const rows = readVectors(sharedPath(), 'vectors', 'normal_inverse.csv');
    const errors = rows.map((row) => ({
      error: relativeError(normalQuantile(numberIn(row, 'p')), numberIn(row, 'x')),
      at: row['p'] ?? '',
    }));
    expect(worstOf(errors).error).toBeLessThan(FEW_ULPS);
  });
});
