import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { earlyCloseMinutes } from './early-closes.ts';
import { goodFriday, scheduledHoliday, scheduledHolidays } from './holidays.ts';
import { isScheduledTradingDay, isTradingDay, tradingDayAfter, tradingDayBefore } from './trading-days.ts';

describe('holidays', () => {
  it('finds Good Friday from the computus', () => {
    // Fridays without a session in the NYSE list; 2024 and 2030 from the published holiday list
    const known = [
      '1990-04-13',
      '2000-04-21',
      '2008-03-21',
      '2011-04-22',
      '2019-04-19',
      '2024-03-29',
      '2030-04-19',
    ];
    expect(known.map((date) => goodFriday(Number(date.slice(0, 4))))).toEqual(known);
  });

  it('has nine to ten holidays a year, nine without New Year, ten with Juneteenth', () => {
    expect(scheduledHolidays(2020).size).toBe(9);
    expect(scheduledHolidays(2022).size).toBe(9); // New Year on a Saturday
    expect(scheduledHolidays(2026).size).toBe(10);
  });

  it('reaches past the session calendar, where long-dated contracts expire', () => {
    expect(scheduledHoliday(isoDate('2031-12-25'))).toBe('Christmas Day');
    expect(isScheduledTradingDay(isoDate('2031-12-19'))).toBe(true);
  });

  it('tells a closure at short notice from a scheduled one', () => {
    const mourning = isoDate('2018-12-05');
    expect(isScheduledTradingDay(mourning)).toBe(true);
    expect(isTradingDay(mourning)).toBe(false);
    expect(tradingDayBefore(isoDate('2018-12-06'))).toBe('2018-12-04');
    expect(tradingDayAfter(isoDate('2018-12-04'))).toBe('2018-12-06');
  });

  it('gives no early close to a full holiday', () => {
    expect(earlyCloseMinutes(isoDate('2021-12-24'))).toBeUndefined(); // observed Christmas
    expect(earlyCloseMinutes(isoDate('2020-07-03'))).toBeUndefined(); // observed Independence Day
    expect(earlyCloseMinutes(isoDate('2020-12-24'))).toBe(780);
  });
});
