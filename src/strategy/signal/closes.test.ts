import { describe, expect, it } from 'vitest';
import {
  contextOf,
  daily,
  pastOf,
  SESSION,
  seriesOn,
  sessionsTo,
} from '../../../test/fixtures/signal-history.ts';
import { isoDate } from '../../core/dates.ts';
import { closesOf } from './closes.ts';

describe('closesOf', () => {
  it('gives the newest closes, oldest first', () => {
    const closes = closesOf(contextOf([daily('VIX.close', [13, 14, 15, 16])]), 'VIX.close', 3);
    expect(closes).toMatchObject({ ok: true, value: { asOf: SESSION, values: Float64Array.of(14, 15, 16) } });
  });

  it('leaves out a value printed on a holiday', () => {
    const dates = ['2019-05-24', '2019-05-27', '2019-05-28'].map(isoDate); // the 27th was Memorial Day
    const past = pastOf([seriesOn('VIX.close', dates, [15.85, 16.5, 17.5])], [], isoDate('2019-05-28'));
    const closes = closesOf({ session: isoDate('2019-05-28'), past }, 'VIX.close', 5);
    expect(closes).toMatchObject({ ok: true, value: { values: Float64Array.of(15.85, 17.5) } });
  });

  it('accepts a value three sessions old and names the last date of an older one', () => {
    const ending = (back: number) => daily('NYAD.close', [1, 2], sessionsTo(back + 1)[0]);
    expect(closesOf(contextOf([ending(3)]), 'NYAD.close', 2).ok).toBe(true);
    const stale = closesOf(contextOf([ending(4)]), 'NYAD.close', 2);
    expect(stale).toEqual({ ok: false, failure: 'NYAD.close: no value since 2019-05-03' });
  });

  it('says what is missing: the series, or enough of it', () => {
    expect(closesOf(contextOf([]), 'VIX.close', 2)).toEqual({
      ok: false,
      failure: 'VIX.close: no data by 2019-05-09',
    });
    expect(closesOf(contextOf([daily('VIX.close', [13, 14])]), 'VIX.close', 5, 5)).toEqual({
      ok: false,
      failure: 'VIX.close: 2 sessions of history, 5 needed',
    });
  });
});
