import { expect, it } from 'vitest';
import { gappedAt } from './gapped.ts';

it('has a value where one is present and nowhere else', () => {
  const series = { first: 3, values: Float64Array.of(10, 0, 30), present: Uint8Array.of(1, 0, 1) };
  expect([2, 3, 4, 5, 6].map((i) => gappedAt(series, i))).toEqual([undefined, 10, undefined, 30, undefined]);
});
