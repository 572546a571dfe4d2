import { expect, it } from 'vitest';
import { type Ohlc, requireOhlc, requireOhlcBars } from './ohlc.ts';

const SESSION: Ohlc = { open: 100, high: 103, low: 99, close: 102 };

it('takes a session that touches its extremes', () => {
  expect(() => requireOhlc(SESSION)).not.toThrow();
  expect(() => requireOhlc({ open: 5, high: 5, low: 5, close: 5 })).not.toThrow();
});

it.each([
  [{ high: Number.NaN }, 'high must be finite and > 0, was NaN'],
  [{ high: Number.POSITIVE_INFINITY }, 'high must be finite and > 0, was Infinity'],
  [{ low: 0 }, 'low must be finite and > 0, was 0'],
  [{ low: Number.NaN }, 'low must be finite and > 0, was NaN'],
  [{ open: 98 }, 'open must lie between low 99 and high 103, was 98'],
  [{ open: Number.NaN }, 'open must lie between low 99 and high 103, was NaN'],
  [{ close: 104 }, 'close must lie between low 99 and high 103, was 104'],
  [{ high: 98 }, 'open must lie between low 99 and high 98, was 100'],
])('refuses %o', (change, message) => {
  expect(() => requireOhlc({ ...SESSION, ...change })).toThrow(message);
});

it('names the row of a column', () => {
  const open = Float64Array.of(100, 90);
  const bars = {
    open,
    high: Float64Array.of(103, 103),
    low: Float64Array.of(99, 99),
    close: Float64Array.of(102, 102),
  };
  expect(() => requireOhlcBars(bars)).toThrow('open[1] must lie between low 99 and high 103, was 90');
  expect(() => requireOhlcBars({ ...bars, open: open.subarray(1) })).toThrow(
    'open must have 2 entries, was 1',
  );
});
