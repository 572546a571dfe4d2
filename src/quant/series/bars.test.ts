import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requireBar, requireBars } from './bars.ts';

const flat = (length: number): Float64Array => new Float64Array(length).fill(5);

it('names the first bar whose high lies below its low, wherever it stands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(19), (length, at) => {
      const bars = { high: flat(length), low: flat(length), close: flat(length) };
      expect(() => requireBars(bars)).not.toThrow();
      if (at < length) bars.high[at] = 4;
      if (at < length)
        expect(() => requireBars(bars)).toThrow(`high[${at}] must be >= low[${at}] (5), was 4`);
    }),
  );
});

it('names the column that is too short or no number', () => {
  expect(() => requireBars({ high: flat(4), low: flat(5), close: flat(5) })).toThrow(
    'high must have 5 entries, was 4',
  );
  expect(() => requireBars({ high: flat(1), low: flat(1), close: Float64Array.of(Number.NaN) })).toThrow(
    'close[0]',
  );
  expect(() => requireBar({ high: 3, low: Number.NaN, close: 3 })).toThrow('low must be finite');
  expect(() => requireBar({ high: 3, low: 4, close: 3 })).toThrow('high must be >= low (4), was 3');
});
