import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { olsSlope, rollingOlsSlope } from './ols-slope.ts';

describe('slope', () => {
  it('is that of the line through points on a line', () => {
    expect(olsSlope([5, 3, 1, -1])).toBe(-2);
    expect(olsSlope([1, 1, 1])).toBe(0);
  });

  it('is the least-squares one: 0.5 through 1 2 1 3', () => {
    // sum (i - 1.5)(x - 1.75) = 1.125 - .125 - .375 + 1.875 = 2.5; sum (i - 1.5)^2 = 5
    expect(olsSlope([1, 2, 1, 3])).toBeCloseTo(0.5, 14);
  });

  it('refuses a single point', () => {
    expect(() => olsSlope([1])).toThrow('values must have at least 2 entries, was 1');
  });
});

describe('slope at every bar', () => {
  it('gives the slopes of SciPy 1.17, stats.linregress over 15 values', () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => (7 * i * i + 3 * i) % 101);
    const { first, values: slopes } = rollingOlsSlope(values, 15);
    expect(first).toBe(14);
    expect(slopes[15 - first]).toBeCloseTo(-2.2321428571428568, 13);
    expect(slopes[30 - first]).toBeCloseTo(-2.1678571428571427, 13);
    expect(slopes[59 - first]).toBeCloseTo(-0.16785714285714273, 13);
  });

  it('is olsSlope of every window, on a level of a million', () => {
    const small = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 120 });
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 20 }), (changes, window) => {
        const list = changes.map((x) => 1e6 + x);
        const { first, values } = rollingOlsSlope(Float64Array.from(list), window);
        expect(values.length).toBe(Math.max(0, list.length - window + 1));
        values.forEach((slope, j) => {
          const expected = olsSlope(list.slice(first + j - window + 1, first + j + 1));
          // An ulp of the level is 1e-10; olsSlope itself centres on a mean that carries one.
          expect(Math.abs(slope - expected)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  it('is exactly nothing on a constant, and exact on a line of whole numbers', () => {
    expect(new Set(rollingOlsSlope(new Float64Array(90).fill(0.1), 7).values)).toEqual(new Set([0]));
    const line = Float64Array.from({ length: 90 }, (_, i) => 4000 - 3 * i);
    expect(new Set(rollingOlsSlope(line, 8).values)).toEqual(new Set([-3]));
  });

  it('is empty when too short, and refuses a window of one', () => {
    expect(rollingOlsSlope(new Float64Array(2), 3)).toEqual({ first: 2, values: new Float64Array(0) });
    expect(() => rollingOlsSlope(new Float64Array(2), 1)).toThrow('window must be an integer >= 2, was 1');
  });
});
