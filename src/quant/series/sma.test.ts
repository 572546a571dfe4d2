import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indicatorError } from '../../../bench/measure/indicator-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { sma } from './sma.ts';

it('averages the last three of one to five', () => {
  expect(sma(Float64Array.of(1, 2, 3, 4, 5), 3)).toEqual({ first: 2, values: Float64Array.of(2, 3, 4) });
});

it('equals the mean of every window, summed afresh', () => {
  const closes = fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(closes, fc.integer({ min: 1, max: 20 }), (list, period) => {
      const { first, values } = sma(Float64Array.from(list), period);
      expect(values.length).toBe(Math.max(0, list.length - period + 1));
      values.forEach((value, j) => {
        const window = list.slice(first + j - period + 1, first + j + 1);
        expect(value).toBeCloseTo(window.reduce((a, b) => a + b, 0) / period, 8);
      });
    }),
  );
});

it('does not drift over a long series', () => {
  const values = Float64Array.from({ length: 100_000 }, (_, i) => (i < 50_000 ? 1e12 : 0.1));
  expect(sma(values, 20).values.at(-1)).toBeCloseTo(0.1, 15);
});

it('is empty when the input is too short', () => {
  expect(sma(Float64Array.of(1, 2), 3)).toEqual({ first: 2, values: new Float64Array(0) });
});

describeWithShared('SMA, EMA, RSI, MACD and ATR against vectors/indicators_talib.csv', () => {
  it('agree with TA-Lib to 1e-12, and begin where it does', () => {
    const { error, cases } = indicatorError(sharedPath());
    expect(cases).toBe(3034);
    expect(error).toBeLessThanOrEqual(1e-12);
  });
});
