import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import { clip, logReturns, mean, median, percentile, stdDev } from './stats.ts';

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

it('takes log returns one shorter than the closes', () => {
  expect([...logReturns([1, Math.E, 1])]).toEqual([1, -1]);
  expect(logReturns([]).length).toBe(0);
});

it('clips to both ends, inclusive', () => {
  expect([-2, -1, 0, 1, 2].map((x) => clip(x, -1, 1))).toEqual([-1, -1, 0, 1, 1]);
});
