import { expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { alignedAt, requirePeriod, tooShort } from './aligned.ts';

const series = { first: 3, values: Float64Array.of(10, 20) };

it('finds values by the index of the input they belong to', () => {
  expect([2, 3, 4, 5].map((i) => alignedAt(series, i))).toEqual([undefined, 10, 20, undefined]);
  expect(alignedAt(tooShort(3), 3)).toBeUndefined();
});

it('refuses a period that is no count', () => {
  for (const period of [0, 1.5, -1, Number.NaN])
    expect(() => requirePeriod('period', period)).toThrow(PreconditionError);
  expect(() => requirePeriod('period', 0)).toThrow('period must be an integer >= 1, was 0');
});
