import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { clock, newYorkInstant, showInstant } from '../core/new-york.ts';
import type { Underlying } from '../market/chain.ts';
import { assumedInstant, quoteMoment } from './quote-instant.ts';

const at = (date: string, hours: number, minutes = 0) => newYorkInstant(isoDate(date), clock(hours, minutes));
const moment = (underlying: Underlying, date: string, hours: number, minutes = 0): string => {
  const { session, asOf } = quoteMoment(underlying, at(date, hours, minutes));
  return `${session} as of ${showInstant(asOf)}`;
};

describe('quoteMoment', () => {
  it('keeps the hour of a file written while the session trades', () => {
    expect(moment('SPX', '2022-03-23', 10, 11)).toBe('2022-03-23 as of 2022-03-23 10:11 ET');
    expect(moment('SPX', '2023-05-26', 16, 40)).toBe('2023-05-26 as of 2023-05-26 16:40 ET');
  });

  it('takes a weekend or holiday file for the last quotes of the session before', () => {
    expect(moment('SPX', '2023-05-20', 11, 33)).toBe('2023-05-19 as of 2023-05-19 17:00 ET'); // a Saturday
    expect(moment('SPX', '2023-09-04', 14, 56)).toBe('2023-09-01 as of 2023-09-01 17:00 ET'); // Labor Day
    expect(moment('SPY', '2023-05-28', 18, 5)).toBe('2023-05-26 as of 2023-05-26 16:15 ET'); // a Sunday
  });

  it('takes an evening file for the close until the overnight session opens at 20:15', () => {
    expect(moment('SPX', '2023-04-05', 19, 41)).toBe('2023-04-05 as of 2023-04-05 17:00 ET');
    expect(moment('SPX', '2023-04-10', 20, 51)).toBe('2023-04-10 as of 2023-04-10 20:51 ET');
    expect(moment('SPX', '2023-05-21', 20, 30)).toBe('2023-05-19 as of 2023-05-21 20:30 ET'); // Sunday evening
    expect(moment('SPY', '2023-04-11', 22, 23)).toBe('2023-04-11 as of 2023-04-11 16:15 ET'); // SPY has no overnight session
  });

  it('counts a file written before 09:30 to the session before', () => {
    expect(moment('SPY', '2023-04-27', 7, 15)).toBe('2023-04-26 as of 2023-04-26 16:15 ET');
    expect(moment('SPX', '2023-04-27', 9, 29)).toBe('2023-04-26 as of 2023-04-27 09:29 ET');
    expect(moment('SPX', '2023-04-27', 9, 30)).toBe('2023-04-27 as of 2023-04-27 09:30 ET');
  });

  it('ends half days at 13:15', () => {
    expect(moment('SPX', '2023-07-03', 18)).toBe('2023-07-03 as of 2023-07-03 13:15 ET');
  });
});

describe('assumedInstant', () => {
  it('is 16:15, 13:15 on half days, and 16:15 where there is no session', () => {
    expect(showInstant(assumedInstant(isoDate('2019-05-09')))).toBe('2019-05-09 16:15 ET');
    expect(showInstant(assumedInstant(isoDate('2019-07-03')))).toBe('2019-07-03 13:15 ET');
    expect(showInstant(assumedInstant(isoDate('2019-07-04')))).toBe('2019-07-04 16:15 ET');
  });
});
