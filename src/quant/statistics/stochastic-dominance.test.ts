import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stochasticDominance } from './stochastic-dominance.ts';

it('is of the first order when better at every quantile', () => {
  expect(stochasticDominance([3, 1, 2], [2, 1, 1])).toBe('first');
  expect(stochasticDominance([2, 1, 1], [3, 1, 2])).toBe('none');
});

it('is of the second order when only less risky', () => {
  expect(stochasticDominance([2, 2], [1, 3])).toBe('second');
  expect(stochasticDominance([1, 3], [2, 2])).toBe('none');
});

it('is none over itself, and any shift up is of the first order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 20 }), (xs) => {
      expect(stochasticDominance(xs, [...xs].reverse())).toBe('none');
      expect(
        stochasticDominance(
          xs.map((x) => x + 1),
          xs,
        ),
      ).toBe('first');
    }),
  );
});

it('refuses samples of unequal size', () => {
  expect(() => stochasticDominance([1, 2], [1])).toThrow('over must have 2 entries, was 1');
  expect(() => stochasticDominance([], [])).toThrow('sample must have at least 1 entries, was 0');
});
