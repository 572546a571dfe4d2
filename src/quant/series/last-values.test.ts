import { expect, it } from 'vitest';
import { lastValues } from './last-values.ts';

it('gives the newest values, oldest first, of a list or a column', () => {
  expect(lastValues([1, 2, 3, 4], 2)).toEqual(Float64Array.of(3, 4));
  expect(lastValues(Float64Array.of(1, 2), 2)).toEqual(Float64Array.of(1, 2));
});

it('gives nothing where there are too few, or none are asked for', () => {
  for (const count of [3, 0, -1, Number.NaN]) expect(lastValues([1, 2], count)).toBeUndefined();
});
