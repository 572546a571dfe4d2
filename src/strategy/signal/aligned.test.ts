import { describe, expect, it } from 'vitest';
import { contextOf, daily, seriesOn, sessionsTo } from '../../../test/fixtures/signal-history.ts';
import { closePair, pair, ratiosOf } from './aligned.ts';

const column = (days: readonly number[], values: readonly number[]) => ({
  days: Int32Array.from(days),
  values: Float64Array.from(values),
});

describe('pair', () => {
  it('keeps the days both have', () => {
    const both = pair(column([1, 2, 4, 5], [10, 20, 40, 50]), column([2, 3, 4], [2, 3, 4]));
    expect(both).toMatchObject({ left: Float64Array.of(20, 40), right: Float64Array.of(2, 4) });
  });

  it('divides only by what is positive', () => {
    expect(ratiosOf(pair(column([1, 2, 3], [6, 6, 6]), column([1, 2, 3], [2, 0, 3])))).toEqual(
      Float64Array.of(3, 2),
    );
  });
});

describe('closePair', () => {
  it('fills its bars although one series skips sessions', () => {
    const dates = sessionsTo(100).filter((_, i) => i % 20 !== 7);
    const gappy = seriesOn(
      'NYAD.close',
      dates,
      dates.map((_, i) => i),
    );
    const spx = daily(
      'SPX.close',
      Array.from({ length: 100 }, (_, i) => 2800 + i),
    );
    const both = closePair(contextOf([gappy, spx]), ['SPX.close', 'NYAD.close'], 62, 62);
    expect(both.ok && both.value.days.length).toBe(62);
  });

  it('names both series when they share too little', () => {
    const context = contextOf([daily('VIX.close', [13]), daily('VIX3M.close', [15])]);
    expect(closePair(context, ['VIX.close', 'VIX3M.close'], 2, 2)).toEqual({
      ok: false,
      failure: 'VIX.close and VIX3M.close: 1 common sessions, 2 needed',
    });
  });
});
