import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import { brentRoot } from './roots.ts';

const root = (f: (x: number) => number, low: number, high: number): number => {
  const result = brentRoot(f, low, high);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

it('finds roots that are known', () => {
  expect(root((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 12);
  expect(root((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 12); // Dottie's number, OEIS A003957
  expect(root((x) => x, 0, 1)).toBe(0);
  expect(root((x) => 1 - x, 0, 1)).toBe(1);
});

it('is near the speed of the secant: a smooth root in fewer than a dozen looks', () => {
  let looks = 0;
  root(
    (x) => {
      looks += 1;
      return Math.exp(x) - 5;
    },
    0,
    4,
  );
  expect(looks).toBeLessThan(14);
});

it('finds the jump of a step, which has no root', () => {
  expect(root((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 11);
});

it('finds the root of any cubic through its bracket', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.9, max: 0.9, noNaN: true }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
      (r, c) => {
        expect(root((x) => (x - r) * (c + (x - r) ** 2), -1, 1)).toBeCloseTo(r, 11);
      },
    ),
  );
});

it('says when the signs do not bracket, and refuses NaN', () => {
  expect(brentRoot((x) => x * x + 1, -1, 1)).toEqual({ ok: false, failure: { code: 'not-bracketed' } });
  expect(() => brentRoot(() => Number.NaN, 0, 1)).toThrow(PreconditionError);
});
