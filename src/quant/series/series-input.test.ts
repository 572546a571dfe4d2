import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atr } from './atr.ts';
import { bollinger } from './bollinger.ts';
import { ema } from './ema.ts';
import { macd } from './macd.ts';
import { olsSlope, rollingOlsSlope } from './ols-slope.ts';
import { percentileRankOfLast, rollingPercentileRank } from './percentile-rank.ts';
import { rollingMoments } from './rolling-moments.ts';
import { rsi } from './rsi.ts';
import { requirePositiveSeries, requireSeries } from './series-input.ts';
import { sma } from './sma.ts';
import { rollingZScore, zScoreOfLast } from './z-score.ts';

describe('requireSeries', () => {
  it('names the first entry that is no number, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(39),
        fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1.1e150, -1e300),
        (length, at, bad) => {
          const values = new Float64Array(length).fill(-1e149);
          expect(() => requireSeries('closes', values)).not.toThrow();
          if (at < length) values[at] = bad;
          if (at < length)
            expect(() => requireSeries('closes', values)).toThrow(
              `closes[${at}] must be finite and at most 1e150 in size, was ${bad}`,
            );
        },
      ),
    );
  });

  it('refuses what is no price', () => {
    expect(() => requirePositiveSeries('closes', Float64Array.of(1, 2, 0))).toThrow(
      'closes[2] must be > 0, was 0',
    );
    expect(() => requirePositiveSeries('closes', Float64Array.of(1, Number.NaN))).toThrow(
      'closes[1] must be finite',
    );
  });
});

it('stands before every batch form, also where the value would not be used, and before anything is written', () => {
  const values = new Float64Array(60).fill(3);
  const close = values.slice();
  close[0] = Number.NaN;
  const out = new Float64Array(60);
  const bands = { upper: out, middle: out.slice(), lower: out.slice() };
  const lines = { line: out, signal: out.slice(), histogram: out.slice() };
  for (const refused of [
    () => sma(close, 5, out),
    () => ema(close, 5, 10, out),
    () => rsi(close, 5, out),
    () => macd(close, { fast: 2, slow: 4, signal: 2 }, lines),
    () => bollinger(close, 5, 2, bands),
    () => rollingMoments(close, 5),
    () => rollingZScore(close, 5),
    () => rollingPercentileRank(close, 5),
    () => rollingOlsSlope(close, 5),
    () => zScoreOfLast(close, 60),
    () => percentileRankOfLast(close, 60),
    () => olsSlope(close),
  ])
    expect(refused).toThrow('values[0] must be finite and at most 1e150 in size, was NaN');
  expect(() => atr({ high: values, low: values, close }, 5, out)).toThrow('close[0] must be finite');
  expect(out).toEqual(new Float64Array(60));
});

it('admits sizes whose squares do not overflow: every result is finite', () => {
  const values = Float64Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 1e150 : -1e150));
  const { upper, lower } = bollinger(values, 5);
  const results = [sma(values, 5), ema(values, 5), rsi(values, 5), macd(values).histogram, upper, lower];
  for (const result of [...results, rollingOlsSlope(values, 5)])
    expect(result.values.every(Number.isFinite)).toBe(true);
});
