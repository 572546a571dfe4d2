import { expect, it } from 'vitest';
import { atr } from './atr.ts';

it('takes the gap from the previous close into the range', () => {
  // true ranges: 2 (10..12, close 11 before), then 7 (opens a gap up to 18 over a close of 11); mean of two 4.5
  const bars = {
    high: Float64Array.of(12, 12, 18),
    low: Float64Array.of(10, 10, 16),
    close: Float64Array.of(11, 11, 17),
  };
  expect(atr(bars, 2)).toEqual({ first: 2, values: Float64Array.of(4.5) });
});

it('smooths with weight 1/period after the seed', () => {
  const bars = {
    high: Float64Array.of(1, 3, 3, 7),
    low: Float64Array.of(1, 1, 1, 1),
    close: Float64Array.of(1, 1, 1, 1),
  };
  expect([...atr(bars, 2).values]).toEqual([2, (2 + 6) / 2]);
});

it('is over one bar the true range, gaps up and down', () => {
  const bars = {
    high: Float64Array.of(12, 15, 9, 11),
    low: Float64Array.of(10, 14, 8, 7),
    close: Float64Array.of(11, 14, 9, 10),
  };
  // 15 over a close of 11; a close of 14 over 8; 11 to 7 about a close of 9
  expect([...atr(bars, 1).values]).toEqual([4, 6, 4]);
});

it('stays on a constant range to a few ulps', () => {
  const column = (x: number) => new Float64Array(100).fill(x);
  const { values } = atr({ high: column(10.1), low: column(9.9), close: column(10) }, 14);
  for (const value of values) expect(value).toBeCloseTo(0.2, 14);
});

it('is empty when too short, and refuses ragged columns', () => {
  const bars = { high: new Float64Array(5), low: new Float64Array(5), close: new Float64Array(5) };
  expect(atr(bars, 5)).toEqual({ first: 5, values: new Float64Array(0) });
  expect(() => atr({ ...bars, low: new Float64Array(4) }, 2)).toThrow('low must have 5 entries, was 4');
});
