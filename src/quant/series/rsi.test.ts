import fc from 'fast-check';
import { RSI } from 'trading-signals';
import { expect, it } from 'vitest';
import { rsi } from './rsi.ts';

it('seeds with the mean of the first changes, then smooths as Wilder does', () => {
  // period 2: changes +1 -2 +3; seed G 1/2, L 1; then G (1/2 + 3)/2 = 7/4, L 1/2
  const { first, values } = rsi(Float64Array.of(10, 11, 9, 12), 2);
  expect(first).toBe(2);
  expect(values[0]).toBeCloseTo(100 / 3, 12);
  expect(values[1]).toBeCloseTo((100 * 1.75) / 2.25, 12);
});

it('is 100 without a loss, 0 without a gain, 50 without a move', () => {
  const line = (slope: number) => Float64Array.from({ length: 20 }, (_, i) => 100 + slope * i);
  expect(rsi(line(1)).values.at(-1)).toBe(100);
  expect(rsi(line(-1)).values.at(-1)).toBe(0);
  expect(rsi(line(0)).values.at(-1)).toBe(50);
});

it('agrees with an independent library', () => {
  const closes = Float64Array.from(
    { length: 300 },
    (_, i) => 100 + 10 * Math.sin(i / 7) + 3 * Math.cos(i * 1.7),
  );
  const theirs = new RSI(14);
  for (const close of closes) theirs.update(close, false);
  expect(rsi(closes, 14).values.at(-1)).toBeCloseTo(Number(theirs.getResultOrThrow()), 10);
});

it('lies between 0 and 100, and mirrors when prices do', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 16, maxLength: 60 }),
      (closes) => {
        const up = rsi(Float64Array.from(closes)).values;
        const down = rsi(Float64Array.from(closes, (close) => -close)).values;
        up.forEach((value, j) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
          expect(value + (down[j] ?? 0)).toBeCloseTo(100, 9);
        });
      },
    ),
  );
});

it('is empty when there are not enough changes', () => {
  expect(rsi(new Float64Array(14))).toEqual({ first: 14, values: new Float64Array(0) });
});
