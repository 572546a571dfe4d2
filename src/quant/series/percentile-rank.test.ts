import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileRankOfLast, rollingPercentileRank } from './percentile-rank.ts';

describe('rank of the newest value', () => {
  it('counts ties half', () => {
    expect(percentileRankOfLast([1, 2, 3, 4], 4)).toBe(87.5);
    expect(percentileRankOfLast([4, 3, 2, 1], 4)).toBe(12.5);
    expect(percentileRankOfLast([7, 7, 7], 3)).toBe(50);
    expect(percentileRankOfLast([99, 1, 2], 2)).toBe(75);
  });

  it('is absent for short windows', () => {
    expect(percentileRankOfLast([1, 2], 3)).toBeUndefined();
    expect(percentileRankOfLast([1, 2], 0)).toBeUndefined();
  });

  it('lies inside 0 and 100', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 50,
    });
    fc.assert(
      fc.property(numbers, (values) => {
        const rank = percentileRankOfLast(values, values.length);
        expect(rank).toBeGreaterThan(0);
        expect(rank).toBeLessThan(100);
      }),
    );
  });
});

describe('rank at every bar', () => {
  it("gives the ranks of SciPy 1.17, percentileofscore(window, last, kind='mean')", () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => (7 * i * i + 3 * i) % 101);
    const { first, values: ranks } = rollingPercentileRank(values, 20);
    expect(first).toBe(19);
    expect([19, 20, 31, 40, 59].map((i) => ranks[i - first])).toEqual([57.5, 37.5, 72.5, 7.5, 5]);
    const tied = rollingPercentileRank(
      Float64Array.from({ length: 15 }, (_, i) => (7 * i) % 5),
      10,
    );
    expect([...tied.values]).toEqual([70, 10, 50, 90, 30, 70]);
  });

  it('is percentileRankOfLast of every window, to the bit', () => {
    const values = fc.array(
      fc.oneof(fc.constantFrom(0, -0, 1, 2, 3), fc.double({ min: -5, max: 5, noNaN: true })),
      {
        maxLength: 100,
      },
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 15 }), (list, window) => {
        const { first, values } = rollingPercentileRank(Float64Array.from(list), window);
        list.forEach((_, i) => {
          expect(values[i - first]).toBe(percentileRankOfLast(list.slice(0, i + 1), window));
        });
      }),
    );
  });

  it('is empty when too short', () => {
    expect(rollingPercentileRank(new Float64Array(2), 3)).toEqual({ first: 2, values: new Float64Array(0) });
  });
});
