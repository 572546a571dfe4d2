import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ema, emaStream } from './ema.ts';

it('starts at the plain mean and moves 2/(period + 1) of the way', () => {
  // seed (1 + 2 + 3)/3 = 2; then 2 + (8 - 2)/2 = 5; then 5 + (1 - 5)/2 = 3
  expect(ema(Float64Array.of(1, 2, 3, 8, 1), 3)).toEqual({ first: 2, values: Float64Array.of(2, 5, 3) });
});

it('can seed later, leaving what came before unread', () => {
  expect(ema(Float64Array.of(999, 1, 2, 3, 8), 3, 1)).toEqual({ first: 3, values: Float64Array.of(2, 5) });
});

it('is the plain recursion, whatever the place of a bar in its block of four', () => {
  const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 30 }), (list, period) => {
      const { first, values } = ema(Float64Array.from(list), period);
      let average = list.slice(0, period).reduce((a, b) => a + b, 0) / period;
      list.slice(first).forEach((x, j) => {
        if (j > 0) average += (2 / (period + 1)) * (x - average);
        // A few ulps of 100, forgotten as the average forgets.
        if (list.length > first) expect(Math.abs((values[j] ?? Number.NaN) - average)).toBeLessThan(1e-12);
      });
    }),
  );
});

it('keeps the sign of a zero alike in both forms', () => {
  const values = [-5e-324, -0, 0, -0, -0];
  const { next } = emaStream(1);
  expect([...ema(Float64Array.from(values), 1).values]).toEqual(values.map(next));
});

it('stays on a constant to an ulp or two and is empty when too short', () => {
  for (const value of ema(new Float64Array(1000).fill(7), 4).values) expect(value).toBeCloseTo(7, 14);
  expect(ema(Float64Array.of(1), 2)).toEqual({ first: 1, values: new Float64Array(0) });
});
