import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, isoDate } from './dates.ts';
import { clock, isDaylightTime, newYorkClock, newYorkInstant, showInstant } from './new-york.ts';
import { epochMs } from './units.ts';

const HOUR = 3_600_000;
const FIRST = dayNumber(isoDate('1990-01-01'));
const LAST = dayNumber(isoDate('2030-12-31'));

const intl = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2019-05-09 16:15` by the time zone database. */
function byIntl(instant: number): string {
  const part = Object.fromEntries(intl.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`;
}

describe('New York time', () => {
  it('agrees with Intl at 09:30 and 16:15 of every day of 1990-2030', () => {
    const wrong: string[] = [];
    for (let day = FIRST; day <= LAST; day++) {
      const date = dateOfDay(day);
      if (byIntl(newYorkInstant(date, clock(9, 30))) !== `${date} 09:30`) wrong.push(`${date} open`);
      if (byIntl(newYorkInstant(date, clock(16, 15))) !== `${date} 16:15`) wrong.push(`${date} close`);
    }
    expect(wrong).toEqual([]);
  });

  it('reads the clock as Intl does, every hour around every change of 1990-2030 and once a day elsewhere', () => {
    const wrong: string[] = [];
    const check = (instant: number): void => {
      const shown = showInstant(epochMs(instant)).slice(0, 16);
      if (shown !== byIntl(instant)) wrong.push(`${shown} is ${byIntl(instant)}`);
    };
    for (let day = FIRST; day <= LAST; day++) {
      const changes = isDaylightTime(dateOfDay(day)) !== isDaylightTime(dateOfDay(day - 1));
      const start = day * 86_400_000;
      if (changes) for (let hour = -6; hour < 36; hour++) check(start + hour * HOUR + 30 * 60_000);
      else check(start + (day % 24) * HOUR);
    }
    expect(wrong).toEqual([]);
  });

  it('changes on the dates of each law', () => {
    expect(isDaylightTime(isoDate('2006-04-01'))).toBe(false); // first Sunday of April until 2006
    expect(isDaylightTime(isoDate('2006-04-02'))).toBe(true);
    expect(isDaylightTime(isoDate('2007-03-11'))).toBe(true); // second Sunday of March since
    expect(isDaylightTime(isoDate('2006-10-29'))).toBe(false);
    expect(isDaylightTime(isoDate('2007-11-03'))).toBe(true);
    expect(isDaylightTime(isoDate('2007-11-04'))).toBe(false);
  });

  it('is the inverse of the clock for trading hours', () => {
    for (const date of ['2019-03-11', '2019-11-04', '2024-07-03', '2025-12-31'].map(isoDate)) {
      for (const minutes of [clock(3), clock(9, 30), clock(16), clock(23, 59)]) {
        expect(newYorkClock(newYorkInstant(date, minutes))).toEqual({ date, minutes });
      }
    }
  });

  it('shows an instant the way a sheet does', () => {
    expect(showInstant(epochMs(Date.UTC(2019, 4, 9, 20, 15)))).toBe('2019-05-09 16:15 ET');
    expect(showInstant(epochMs(Date.UTC(2019, 0, 9, 14, 5)))).toBe('2019-01-09 09:05 ET');
  });
});
