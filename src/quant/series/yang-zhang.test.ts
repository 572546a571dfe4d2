import { describe, expect, it } from 'vitest';
import { rollingYangZhangVol, yangZhangVol } from './yang-zhang.ts';

const BARS = {
  open: Float64Array.of(100, 102, 101, 104, 103, 107, 106, 105),
  high: Float64Array.of(103, 104, 105, 106, 108, 109, 107, 108),
  low: Float64Array.of(99, 101, 100, 102, 102, 105, 103, 104),
  close: Float64Array.of(102, 101.5, 104, 102.5, 107, 105.5, 104, 107),
};
const some = (from: number, to?: number) => ({
  open: BARS.open.slice(from, to),
  high: BARS.high.slice(from, to),
  low: BARS.low.slice(from, to),
  close: BARS.close.slice(from, to),
});

describe('Yang-Zhang volatility', () => {
  it("equals the paper's formula in 40 digits (mpmath) over seven days", () => {
    expect(yangZhangVol(BARS)).toBeCloseTo(0.4133264909368427, 15);
  });

  it('is at every bar that of the last days, from the first with so many days before it', () => {
    const { first, values } = rollingYangZhangVol(BARS, 3);
    expect([first, values.length]).toEqual([3, 5]);
    expect(values.at(-1)).toBeCloseTo(0.38783665250071336, 14); // mpmath
    expect(values[0]).toBeCloseTo(yangZhangVol(some(0, 4)), 14);
    expect(rollingYangZhangVol(BARS, 8)).toEqual({ first: 8, values: new Float64Array(0) });
  });

  it('reads of the first bar its close alone', () => {
    const first = (column: Float64Array, price: number) => Float64Array.of(price, ...column.slice(1));
    const other = {
      open: first(BARS.open, 102),
      high: first(BARS.high, 200),
      low: first(BARS.low, 5),
      close: BARS.close,
    };
    expect(yangZhangVol(other)).toBe(yangZhangVol(BARS));
  });

  it('refuses what has no variance', () => {
    expect(() => yangZhangVol(some(0, 2))).toThrow('bars must have at least 3 entries, was 2');
    expect(() => rollingYangZhangVol(BARS, 1)).toThrow('window must be an integer >= 2, was 1');
    expect(() => yangZhangVol({ ...BARS, low: BARS.high })).toThrow('open[0] must lie between');
  });
});
