import { expect, it } from 'vitest';
import { rollingStdDev } from './rolling-std-dev.ts';

it('gives the population deviation of 2 4 4 4 5 5 7 9, which is 2', () => {
  expect(rollingStdDev(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9), 8)).toEqual({
    first: 7,
    values: Float64Array.of(2),
  });
});

it('forgets a wild value once it has left', () => {
  const values = Float64Array.from({ length: 200 }, (_, i) => (i === 50 ? 1e9 : i % 2));
  expect([...rollingStdDev(values, 20).values.subarray(51)]).toEqual(Array(130).fill(0.5));
});

it('is zero on a constant and empty when too short', () => {
  expect(rollingStdDev(new Float64Array(5).fill(0.1), 3).values).toEqual(new Float64Array(3));
  expect(rollingStdDev(new Float64Array(2), 3)).toEqual({ first: 2, values: new Float64Array(0) });
});
