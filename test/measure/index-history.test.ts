import { beforeAll, expect, it } from 'vitest';
import { closesOn, type IndexHistory, indexHistory } from '../../bench/measure/model/index-history.ts';
import { isoDate } from '../../src/core/dates.ts';
import { sessionsIn } from '../../src/market/session-calendar.ts';
import { describeWithShared, sharedPath } from '../shared-data.ts';

describeWithShared('the history of the indices', () => {
  let history: IndexHistory;
  beforeAll(async () => {
    history = await indexHistory(sharedPath());
  });

  it('has every session of the calendar and no other day', () => {
    expect(history.sessions).toEqual(sessionsIn(isoDate('1990-01-02'), isoDate('2026-08-21')));
  });

  it('has the closes the exchange published', () => {
    // Cboe and S&P closes of these days as reported at the time.
    expect(closesOn(history, isoDate('2008-11-20'))).toMatchObject({ vix: 80.86 });
    expect(closesOn(history, isoDate('2020-03-16'))).toMatchObject({ vix: 82.69, vvix: 207.59 });
    expect(closesOn(history, isoDate('2024-08-05'))).toMatchObject({ vix: 38.57, vvix: 173.32 });
    expect(closesOn(history, isoDate('2020-03-23')).spx).toBeCloseTo(2237.4, 2);
  });

  it('leaves out what never was: VIX on four sessions, VIX3M before 2009, all of it on Christmas', () => {
    const unpriced = history.sessions.filter((_, i) => Number.isNaN(history.vix[i]));
    expect(unpriced.filter((session) => session < '2026')).toEqual([
      '1991-03-01',
      '1997-01-31',
      '1997-11-26',
      '1999-12-31',
    ]);
    expect(Object.keys(closesOn(history, isoDate('1999-12-31')))).toEqual(['spx']);
    expect(closesOn(history, isoDate('2009-09-17')).vix3m).toBeUndefined();
    expect(closesOn(history, isoDate('2023-12-25'))).toEqual({});
  });
});
