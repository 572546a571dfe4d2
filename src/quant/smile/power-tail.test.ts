import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beyond, type PowerTail, powerTail, strikeBeyond, tailDensity, tailValue } from './power-tail.ts';

const tailOf = (side: -1 | 1, strike: number, chance: number, value: number): PowerTail => {
  const tail = powerTail(side, strike, chance, value);
  if (tail === undefined) throw new Error('no tail');
  return tail;
};

it('keeps the chance and the price at its edge', () => {
  for (const side of [-1, 1] as const) {
    const tail = tailOf(side, 100, 0.02, 0.08);
    expect(beyond(tail, 100)).toBeCloseTo(0.02, 16);
    expect(tailValue(tail, 100)).toBeCloseTo(0.08, 15);
  }
});

it('has the powers worked by hand', () => {
  // pE/v = 0.02 x 100 / 0.08 = 25: a = 24 below, b = 26 above.
  expect(tailOf(-1, 100, 0.02, 0.08).power).toBeCloseTo(-24, 12);
  expect(tailOf(1, 100, 0.02, 0.08).power).toBeCloseTo(26, 12);
  expect(beyond(tailOf(-1, 100, 0.02, 0.08), 90)).toBeCloseTo(0.02 * 0.9 ** 24, 15);
  expect(beyond(tailOf(1, 100, 0.02, 0.08), 110)).toBeCloseTo(0.02 * 1.1 ** -26, 15);
});

it('has a density that is the slope of its chance, and a price whose slope is the chance', () => {
  const h = 1e-4;
  for (const [side, at] of [
    [-1, 92],
    [1, 107],
  ] as const) {
    const tail = tailOf(side, 100, 0.02, 0.08);
    const slope = (of: (k: number) => number): number => (-side * (of(at + h) - of(at - h))) / (2 * h);
    expect(slope((k) => beyond(tail, k)) / tailDensity(tail, at)).toBeCloseTo(1, 7);
    expect(slope((k) => tailValue(tail, k)) / beyond(tail, at)).toBeCloseTo(1, 7);
  }
});

it('gives the strike back from its chance', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(-1 as const, 1 as const),
      fc.double({ min: 1e-6, max: 0.4, noNaN: true }),
      fc.double({ min: 0.001, max: 0.9, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (side, chance, ratio, part) => {
        const tail = tailOf(side, 4000, chance, ratio * 4000 * chance);
        const strike = strikeBeyond(tail, part * chance);
        expect(side * (strike - 4000)).toBeGreaterThanOrEqual(-1e-9);
        if (Number.isFinite(strike) && strike > 0)
          expect(beyond(tail, strike) / (part * chance)).toBeCloseTo(1, 6);
      },
    ),
  );
});

it('may be empty', () => {
  const none = tailOf(-1, 100, 0, 0);
  expect(beyond(none, 50)).toBe(0);
  expect(tailDensity(none, 50)).toBe(0);
  expect(tailValue(none, 0)).toBe(0);
});

it('is none for a put dearer than any with its chance, and for what is no chance or price', () => {
  expect(powerTail(-1, 100, 0.02, 2.5)).toBeUndefined(); // at most 0.02 x 100
  expect(powerTail(1, 100, -1e-9, 0.1)).toBeUndefined();
  expect(powerTail(1, 100, 0.1, 0)).toBeUndefined();
  expect(powerTail(1, 100, 1, 3)).toBeUndefined();
});
