import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import {
  clip,
  ewmaVol,
  logReturns,
  mean,
  median,
  olsSlope,
  percentile,
  percentileRankOfLast,
  realisedVol,
  stdDev,
  zScoreOfLast,
} from './stats.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 50 });

describe('centre and spread', () => {
  it('gives the textbook values of 2 4 4 4 5 5 7 9', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(stdDev(values)).toBeCloseTo(Math.sqrt(32 / 7), 15);
    expect(median(values)).toBe(4.5);
    expect(median([3, 1, 2])).toBe(2);
  });

  it('keeps its digits on a large level', () => {
    expect(stdDev([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
  });

  it('interpolates percentiles as R and NumPy do (type 7)', () => {
    expect(percentile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(percentile([10, 20, 30], 0.9)).toBeCloseTo(28, 12);
    expect(percentile([5, 1], 0)).toBe(1);
    expect(percentile([5, 1], 1)).toBe(5);
  });

  it('refuses too few values', () => {
    expect(() => mean([])).toThrow(PreconditionError);
    expect(() => stdDev([1])).toThrow('values must have at least 2 entries, was 1');
    expect(() => median([])).toThrow('at least 1');
  });
});

describe('where the newest value stands', () => {
  it('gives its z-score with the sample deviation of the window', () => {
    // window 2 4 4 4 5 5 7 9: (9 - 5) / sqrt(32/7)
    expect(zScoreOfLast([100, 2, 4, 4, 4, 5, 5, 7, 9], 8)).toBeCloseTo(4 / Math.sqrt(32 / 7), 14);
  });

  it('ranks it with ties counted half', () => {
    expect(percentileRankOfLast([1, 2, 3, 4], 4)).toBe(87.5);
    expect(percentileRankOfLast([4, 3, 2, 1], 4)).toBe(12.5);
    expect(percentileRankOfLast([7, 7, 7], 3)).toBe(50);
    expect(percentileRankOfLast([99, 1, 2], 2)).toBe(75);
  });

  it('is absent for short or constant windows', () => {
    expect(zScoreOfLast([1, 2], 3)).toBeUndefined();
    expect(zScoreOfLast([0.1, 0.1, 0.1], 3)).toBeUndefined();
    expect(percentileRankOfLast([1, 2], 3)).toBeUndefined();
    expect(percentileRankOfLast([1, 2], 0)).toBeUndefined();
  });

  it('does not change with the scale of the values', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.5, max: 100, noNaN: true }), (values, scale) => {
        const scaled = values.map((x) => x * scale);
        const plain = percentileRankOfLast(values, values.length);
        expect(plain).toBeGreaterThan(0);
        expect(plain).toBeLessThan(100);
        const z = zScoreOfLast(values, values.length);
        const zScaled = zScoreOfLast(scaled, values.length);
        if (z !== undefined && zScaled !== undefined && stdDev(values) > 1e-3)
          expect(zScaled).toBeCloseTo(z, 6);
      }),
    );
  });
});

describe('slope', () => {
  it('is that of the line through points on a line', () => {
    expect(olsSlope([5, 3, 1, -1])).toBe(-2);
    expect(olsSlope([1, 1, 1])).toBe(0);
  });

  it('is the least-squares one: 0.5 through 1 2 1 3', () => {
    // sum (i - 1.5)(x - 1.75) = 1.125 - .125 - .375 + 1.875 = 2.5; sum (i - 1.5)^2 = 5
    expect(olsSlope([1, 2, 1, 3])).toBeCloseTo(0.5, 14);
  });
});

describe('volatility from closes', () => {
  it('annualises the sample deviation of log returns', () => {
    const closes = [100, 101, 100, 101];
    const up = Math.log(1.01);
    // returns up, -up, up: mean up/3, squares (4 + 16 + 4)/9 up^2, over 2
    expect(realisedVol(closes, 3)).toBeCloseTo(Math.sqrt((24 / 18) * up * up * 252), 14);
    expect(realisedVol([1, ...closes], 3)).toBe(realisedVol(closes, 3));
  });

  it('is absent without enough closes, or with one that is no price', () => {
    expect(realisedVol([100, 101], 2)).toBeUndefined();
    expect(realisedVol([100, 0, 101], 2)).toBeUndefined();
  });

  it('weights recent squares by 1 - lambda', () => {
    expect(ewmaVol([0.01], 0.94)).toBeCloseTo(0.01 * Math.sqrt(252), 14);
    expect(ewmaVol([0.01, 0.03], 0.9, 1)).toBeCloseTo(Math.sqrt(0.9 * 1e-4 + 0.1 * 9e-4), 14);
    expect(() => ewmaVol([], 0.94)).toThrow(PreconditionError);
    expect(() => ewmaVol([0.01], 1)).toThrow(PreconditionError);
  });

  it('takes log returns one shorter than the closes', () => {
    expect([...logReturns([1, Math.E, 1])]).toEqual([1, -1]);
    expect(logReturns([]).length).toBe(0);
  });
});

it('clips to both ends, inclusive', () => {
  expect([-2, -1, 0, 1, 2].map((x) => clip(x, -1, 1))).toEqual([-1, -1, 0, 1, 1]);
});
