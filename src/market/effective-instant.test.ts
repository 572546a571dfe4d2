import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { clock, newYorkInstant, showInstant } from '../core/new-york.ts';
import { effectiveInstant } from './effective-instant.ts';

const at = (session: string, date: string, hours: number, minutes = 0): string =>
  showInstant(
    effectiveInstant({
      session: isoDate(session),
      asOf: newYorkInstant(isoDate(date), clock(hours, minutes)),
    }),
  );

describe('effectiveInstant', () => {
  it('leaves an intraday snapshot at its own time', () => {
    expect(at('2023-06-09', '2023-06-09', 13, 40)).toBe('2023-06-09 13:40 ET');
  });

  it('takes an evening, weekend or holiday file back to the end of the curb session', () => {
    expect(at('2023-05-26', '2023-05-26', 17, 1)).toBe('2023-05-26 17:00 ET');
    expect(at('2023-05-19', '2023-05-20', 11, 33)).toBe('2023-05-19 17:00 ET');
    expect(at('2023-09-01', '2023-09-04', 14, 56)).toBe('2023-09-01 17:00 ET');
  });

  it('knows no curb session before 22 November 2021', () => {
    expect(at('2019-05-09', '2019-05-09', 20)).toBe('2019-05-09 16:15 ET');
    expect(at('2021-11-19', '2021-11-19', 20)).toBe('2021-11-19 16:15 ET');
    expect(at('2021-11-22', '2021-11-22', 20)).toBe('2021-11-22 17:00 ET');
  });

  it('knows none on half days, whose options stop at 13:15', () => {
    expect(at('2019-07-03', '2019-07-03', 16, 15)).toBe('2019-07-03 13:15 ET');
    expect(at('2023-11-24', '2023-11-24', 18)).toBe('2023-11-24 13:15 ET');
  });
});
