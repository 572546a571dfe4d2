import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rollingMoments, rollingStdDev } from './rolling-std-dev.ts';

it('gives the population deviation of 2 4 4 4 5 5 7 9, which is 2', () => {
  expect(rollingStdDev(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9), 8)).toEqual({
    first: 7,
    values: Float64Array.of(2),
  });
});

it('equals two passes over every window, on a level a million times the deviation', () => {
  const closes = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(closes, fc.integer({ min: 1, max: 20 }), (small, period) => {
      const list = small.map((x) => 1e6 + x);
      const { mean, stdDev } = rollingMoments(Float64Array.from(list), period);
      stdDev.values.forEach((value, j) => {
        const window = list.slice(j, j + period);
        const centre = window.reduce((a, b) => a + b, 0) / period;
        const variance = window.reduce((a, b) => a + (b - centre) ** 2, 0) / period;
        // Variance, not deviation: the root magnifies rounding near zero. 1e-10 is an ulp of the level.
        expect(Math.abs(value * value - variance)).toBeLessThan(1e-9);
        expect(mean.values[j]).toBeCloseTo(centre, 8);
      });
    }),
  );
});

it('forgets a wild value once it has left, within a window', () => {
  const values = Float64Array.from({ length: 200 }, (_, i) => (i === 50 ? 1e9 : i % 2));
  expect(rollingStdDev(values, 20).values.at(-1)).toBe(0.5);
});

it('is zero on a constant and empty when too short', () => {
  expect(rollingStdDev(new Float64Array(5).fill(0.1), 3).values).toEqual(new Float64Array(3));
  expect(rollingStdDev(new Float64Array(2), 3)).toEqual({ first: 2, values: new Float64Array(0) });
});
