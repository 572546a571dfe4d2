import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bollinger } from './bollinger.ts';
import { rollingMoments } from './rolling-moments.ts';

/** Mean and sum of squares of a window in two passes. */
function twoPasses(window: readonly number[]): { readonly mean: number; readonly squares: number } {
  const mean = window.reduce((a, b) => a + b, 0) / window.length;
  return { mean, squares: window.reduce((a, b) => a + (b - mean) ** 2, 0) };
}

const small = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('moving mean and deviation', () => {
  it('equal two passes over every window, on a level a million times the deviation', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 20 }), (values, period) => {
        const list = values.map((x) => 1e6 + x);
        const { mean, stdDev } = rollingMoments(Float64Array.from(list), period);
        const bands = bollinger(Float64Array.from(list), period, 1);
        stdDev.values.forEach((value, j) => {
          const expected = twoPasses(list.slice(j, j + period));
          // Variance, not deviation: the root magnifies rounding near zero. 1e-10 is an ulp of the level.
          expect(Math.abs(value * value - expected.squares / period)).toBeLessThan(1e-9);
          expect(mean.values[j]).toBeCloseTo(expected.mean, 8);
          expect(bands.middle.values[j]).toBeCloseTo(expected.mean, 8);
        });
      }),
    );
  });

  it.each(Array.from({ length: 24 }, (_, i) => 10 ** (1 + i / 2)))(
    'keep nine digits of the deviation in the window after a value of %d has left',
    (wild) => {
      const list = Array.from({ length: 200 }, (_, i) => (i === 50 ? wild : Math.sin(i)));
      const { stdDev } = rollingMoments(Float64Array.from(list), 20);
      const { upper, middle } = bollinger(Float64Array.from(list), 20, 1);
      for (let j = 51; j < stdDev.values.length; j++) {
        const exact = Math.sqrt(twoPasses(list.slice(j, j + 20)).squares / 20);
        const band = (upper.values[j] ?? 0) - (middle.values[j] ?? 0);
        expect(Math.abs((stdDev.values[j] ?? 0) / exact - 1)).toBeLessThan(1e-9);
        expect(Math.abs(band / exact - 1)).toBeLessThan(1e-9);
      }
    },
  );

  it('are exact on a constant', () => {
    const { mean, stdDev } = rollingMoments(new Float64Array(50).fill(0.1), 7);
    expect([...mean.values]).toEqual(Array(44).fill(0.1));
    expect([...stdDev.values]).toEqual(Array(44).fill(0));
  });

  it('are empty when too short', () => {
    const none = { first: 2, values: new Float64Array(0) };
    expect(rollingMoments(new Float64Array(2), 3)).toEqual({ mean: none, stdDev: none });
  });
});
