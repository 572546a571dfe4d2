import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageDrawdown, compounded, drawdownSeries, drawdowns, maximumDrawdown } from './drawdown.ts';

/** Two falls, the second deeper, and a third not yet recovered. */
const CURVE = [100, 110, 99, 105, 110, 120, 90, 96, 130, 117];

describe('a hand-drawn curve', () => {
  it('stands this far under its peak', () => {
    expect(drawdownSeries([100, 80, 100, 120, 90])).toEqual(Float64Array.of(0, 1 - 0.8, 0, 0, 0.25));
  });

  it('fell three times', () => {
    expect(drawdowns(CURVE)).toEqual([
      { depth: 1 - 99 / 110, start: 1, trough: 2, recovery: 4, duration: 3 },
      { depth: 0.25, start: 5, trough: 6, recovery: 8, duration: 3 },
      { depth: 1 - 117 / 130, start: 8, trough: 9, recovery: undefined, duration: 1 },
    ]);
  });

  it('fell deepest at 90', () => {
    expect(maximumDrawdown(CURVE)).toMatchObject({ depth: 0.25, start: 5, trough: 6, recovery: 8 });
    expect(averageDrawdown(CURVE)).toBeCloseTo((0.1 + 0.25 + 0.1) / 3, 14);
  });

  it('starts at the last of equal peaks, bottoms at the first of equal lows', () => {
    expect(drawdowns([5, 5, 4, 4, 5])).toEqual([
      { depth: 1 - 4 / 5, start: 1, trough: 2, recovery: 4, duration: 3 },
    ]);
  });

  it('never fell', () => {
    expect(maximumDrawdown([1, 2, 2, 3])).toBeUndefined();
    expect(averageDrawdown([1])).toBeUndefined();
  });
});

describe('laws', () => {
  const curve = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 });

  it('is the greatest of the series, at its trough', () => {
    fc.assert(
      fc.property(curve, (equity) => {
        const series = drawdownSeries(equity);
        const worst = maximumDrawdown(equity);
        expect(worst?.depth ?? 0).toBe(Math.max(...series));
        if (worst !== undefined) expect(series[worst.trough]).toBe(worst.depth);
      }),
    );
  });

  it('covers every point under water once', () => {
    fc.assert(
      fc.property(curve, (equity) => {
        const under = drawdownSeries(equity).filter((depth) => depth > 0).length;
        const inFalls = drawdowns(equity).reduce(
          (sum, { recovery, duration }) => sum + duration - (recovery === undefined ? 0 : 1),
          0,
        );
        expect(inFalls).toBe(under);
      }),
    );
  });
});

it('compounds returns from 1', () => {
  expect(compounded([0.5, -0.5])).toEqual(Float64Array.of(1, 1.5, 0.75));
  expect(compounded([])).toEqual(Float64Array.of(1));
});

it('refuses a curve that reaches zero, and a total loss', () => {
  expect(() => drawdownSeries([100, 0])).toThrow('equity[1] must be finite and > 0, was 0');
  expect(() => drawdowns([100, -5])).toThrow('equity[1] must be finite and > 0, was -5');
  expect(() => maximumDrawdown([])).toThrow('equity must have at least 1 entries, was 0');
  expect(() => drawdownSeries([1, Number.NaN])).toThrow('equity[1] must be finite');
  expect(() => compounded([0.1, -1])).toThrow('1 + returns[1] must be finite and > 0, was 0');
});
