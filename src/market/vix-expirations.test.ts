import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVixIrregular, checkVixMonthly } from '../../bench/measure/calendar.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { daysBetween, isoDate, weekdayOf } from '../core/dates.ts';
import {
  isVixMonthly,
  vixMonthlyExpiration,
  vixMonthlyExpirations,
  vixWeeklyExpirations,
} from './vix-expirations.ts';

const year = (n: number): readonly string[] =>
  Array.from({ length: 12 }, (_, i) => vixMonthlyExpiration(n, i + 1).slice(5));

describe('VIX expirations', () => {
  it('are the golden dates of 2026 and 2027', () => {
    // methodology 4.2; the Tuesdays avoid Juneteenth on the third Friday of June
    expect(year(2026).join(' ')).toBe(
      '01-21 02-18 03-18 04-15 05-19 06-17 07-22 08-19 09-16 10-21 11-18 12-16',
    );
    expect(year(2027).join(' ')).toBe(
      '01-20 02-17 03-17 04-21 05-18 06-16 07-21 08-18 09-15 10-20 11-17 12-22',
    );
  });

  it('move to Tuesday when the Friday 30 days later is Good Friday', () => {
    expect(vixMonthlyExpiration(2008, 2)).toBe('2008-02-19');
    expect(vixMonthlyExpiration(2014, 3)).toBe('2014-03-18');
    expect(vixMonthlyExpiration(2019, 3)).toBe('2019-03-19');
    expect(vixMonthlyExpiration(2025, 3)).toBe('2025-03-18');
  });

  it('follow the older rule in July and October 2004', () => {
    expect(vixMonthlyExpiration(2004, 7)).toBe('2004-07-14');
    expect(vixMonthlyExpiration(2004, 10)).toBe('2004-10-13');
    expect(isVixMonthly(isoDate('2004-07-14'))).toBe(true);
    expect(isVixMonthly(isoDate('2004-07-21'))).toBe(false);
  });

  it('move forward, not back, when the closure was unscheduled', () => {
    expect(vixWeeklyExpirations(isoDate('2018-12-03'), isoDate('2018-12-12'))).toEqual([
      '2018-12-06',
      '2018-12-12',
    ]);
  });

  it('are found by range, ends included', () => {
    expect(vixMonthlyExpirations(isoDate('2026-11-18'), isoDate('2027-01-20'))).toEqual([
      '2026-11-18',
      '2026-12-16',
      '2027-01-20',
    ]);
  });

  it('lie in their month, four or five weeks apart, on a Tuesday or Wednesday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2005, max: 2029 }), fc.integer({ min: 1, max: 12 }), (y, m) => {
        const date = vixMonthlyExpiration(y, m);
        const next = m === 12 ? vixMonthlyExpiration(y + 1, 1) : vixMonthlyExpiration(y, m + 1);
        expect(date.slice(0, 7)).toBe(`${y}-${String(m).padStart(2, '0')}`);
        expect([2, 3]).toContain(weekdayOf(date));
        expect(daysBetween(date, next)).toBeGreaterThanOrEqual(27);
        expect(daysBetween(date, next)).toBeLessThanOrEqual(36);
        expect(isVixMonthly(date)).toBe(true);
      }),
    );
  });

  it('refuse a month that is none and years before the first contract', () => {
    expect(() => vixMonthlyExpiration(2019, 13)).toThrow(/month must be 1 to 12, was 13/);
    expect(() => vixMonthlyExpiration(2003, 5)).toThrow(/year must be 2004 or later/);
  });
});

describeWithShared('VIX expirations against lists', () => {
  it('equal the monthly list of 2004 to 2030 except the two months of the older rule', () => {
    const { differences, explained } = checkVixMonthly(sharedPath());
    expect(differences).toEqual([]);
    expect(explained.length).toBe(4); // two dates, seen from both sides
  });

  it('equal the list of settlements that are not on a Wednesday', () => {
    const { compared, differences } = checkVixIrregular(sharedPath());
    expect(compared).toBe(37);
    expect(differences).toEqual([]);
  });
});
