import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateFromParts,
  dateOfDay,
  dayNumber,
  daysBetween,
  isIsoDate,
  isoDate,
  lastWeekday,
  monthOf,
  nthWeekday,
  weekdayOf,
  yearOf,
} from './dates.ts';

const anyDay = fc.integer({ min: dayNumber(isoDate('1871-01-01')), max: dayNumber(isoDate('2099-12-31')) });

describe('dates', () => {
  it('counts days from 1970-01-01', () => {
    expect(dayNumber(isoDate('1970-01-01'))).toBe(0);
    expect(dayNumber(isoDate('2000-03-01'))).toBe(11_017); // date -u -d 2000-03-01 +%s / 86400
    expect(daysBetween(isoDate('2019-02-27'), isoDate('2019-03-01'))).toBe(2);
    expect(daysBetween(isoDate('2020-03-01'), isoDate('2020-02-27'))).toBe(-3);
  });

  it('knows weekdays on both sides of 1970', () => {
    expect(weekdayOf(isoDate('1929-10-29'))).toBe(2); // Black Tuesday
    expect(weekdayOf(isoDate('1987-10-19'))).toBe(1); // Black Monday
    expect(weekdayOf(isoDate('2020-02-29'))).toBe(6);
  });

  it('agrees with Intl on weekday, month and day for every day of 1990-2030', () => {
    const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' });
    const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
    const wrong: string[] = [];
    for (let day = dayNumber(isoDate('1990-01-01')); day <= dayNumber(isoDate('2030-12-31')); day++) {
      const date = dateOfDay(day);
      const instant = new Date(day * 86_400_000);
      const same =
        weekday.format(instant) === names[weekdayOf(date)] &&
        yearOf(date) === instant.getUTCFullYear() &&
        monthOf(date) === instant.getUTCMonth() + 1;
      if (!same) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('finds the n-th and the last weekday of a month', () => {
    expect(nthWeekday(2026, 11, 4, 4)).toBe('2026-11-26'); // Thanksgiving
    expect(nthWeekday(2019, 3, 5, 3)).toBe('2019-03-15');
    expect(lastWeekday(2026, 5, 1)).toBe('2026-05-25'); // Memorial Day
    expect(lastWeekday(2024, 12, 2)).toBe('2024-12-31');
  });

  it('turns day numbers into dates and back without loss', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(dateOfDay(day))).toBe(day);
      }),
    );
  });

  it('adds days so that the distance is what was added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, n) => {
        const from = dateOfDay(day);
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });

  it('refuses dates that do not exist or are spelt otherwise', () => {
    for (const text of ['2019-02-29', '2019-13-01', '2019-1-1', '20190101', '2019-01-01T00:00', '']) {
      expect(isIsoDate(text)).toBe(false);
      expect(() => isoDate(text)).toThrow(/date must be a real date YYYY-MM-DD/);
    }
    expect(dateFromParts(2023, 4, 31)).toBeUndefined();
    expect(dateFromParts(2024, 2, 29)).toBe('2024-02-29');
  });
});
