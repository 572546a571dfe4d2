import { expect, it } from 'vitest';
import { ema } from './ema.ts';
import { macd } from './macd.ts';

const closes = Float64Array.from({ length: 60 }, (_, i) => 20 + Math.sin(i / 5) + i / 30);

it('starts its three lines together, at index 33 for 12, 26, 9', () => {
  const { line, signal, histogram } = macd(closes);
  expect([line.first, signal.first, histogram.first]).toEqual([33, 33, 33]);
  expect([line.values.length, signal.values.length, histogram.values.length]).toEqual([27, 27, 27]);
});

it('is the fast average, seeded late, less the slow one', () => {
  const { line, signal, histogram } = macd(closes);
  const fast = ema(closes, 12, 14).values.at(-1) ?? 0;
  const slow = ema(closes, 26).values.at(-1) ?? 0;
  // Both EMAs carry an ulp of a level of 20, and `ema` sums in another order.
  expect(line.values.at(-1)).toBeCloseTo(fast - slow, 13);
  expect(histogram.values.at(-1)).toBe((line.values.at(-1) ?? 0) - (signal.values.at(-1) ?? 0));
});

it('is nothing on a constant, and empty when too short', () => {
  expect(macd(new Float64Array(40).fill(5)).histogram.values).toEqual(new Float64Array(7));
  for (const length of [0, 20, 30, 33]) {
    const { line, signal, histogram } = macd(closes.subarray(0, length));
    expect([line, signal, histogram].map(({ values }) => values.length)).toEqual([0, 0, 0]);
  }
});

it('takes a signal line of one value, which is the line', () => {
  const { line, signal, histogram } = macd(closes, { fast: 2, slow: 5, signal: 1 });
  expect(line.first).toBe(4);
  expect(signal.values).toEqual(line.values);
  expect(new Set(histogram.values)).toEqual(new Set([0]));
});

it('refuses a fast period that is not the shorter', () => {
  expect(() => macd(closes, { fast: 26, slow: 12, signal: 9 })).toThrow('fast must be < slow (12), was 26');
});
