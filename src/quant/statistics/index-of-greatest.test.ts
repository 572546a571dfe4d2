import { expect, it } from 'vitest';
import { indexOfGreatest } from './index-of-greatest.ts';

it('finds the first of the greatest', () => {
  expect(indexOfGreatest(Float64Array.of(1, 3, 3, 2))).toBe(1);
  expect(indexOfGreatest(Float64Array.of(-2, -1, Number.NEGATIVE_INFINITY))).toBe(1);
  expect(indexOfGreatest(new Float64Array(0))).toBe(0);
});
