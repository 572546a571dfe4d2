import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import { clock, newYorkInstant, showInstant } from '../core/new-york.ts';
import { type FutureRoot, OPTION_ROOTS, type OptionRoot } from './contract.ts';
import { calendarDte, lastTrade, settlementDate, settlementInstant, yearsToExpiry } from './settlement.ts';
import { scheduledOnOrAfter } from './trading-days.ts';

const settles = (root: OptionRoot | FutureRoot, date: string) =>
  showInstant(settlementInstant(root, isoDate(date)));
const ends = (root: OptionRoot | FutureRoot, date: string) => showInstant(lastTrade(root, isoDate(date)));

describe('settlement', () => {
  it('is the opening for SPX and the close for SPXW on the same third Friday', () => {
    expect(settles('SPX', '2019-05-17')).toBe('2019-05-17 09:30 ET');
    expect(settles('SPXW', '2019-05-17')).toBe('2019-05-17 16:00 ET');
    expect(ends('SPX', '2019-05-17')).toBe('2019-05-16 16:15 ET');
    expect(ends('SPXW', '2019-05-17')).toBe('2019-05-17 16:00 ET');
  });

  it('is 13:00 for closing-settled options on half days', () => {
    expect(settles('SPXW', '2019-07-03')).toBe('2019-07-03 13:00 ET');
    expect(ends('XSP', '2024-11-29')).toBe('2024-11-29 13:00 ET');
    expect(settles('SPY', '2019-12-24')).toBe('2019-12-24 13:00 ET');
  });

  it('ends trading at 13:15 the day before when that is a half day', () => {
    expect(ends('VIX', '2019-12-26')).toBe('2019-12-24 13:15 ET');
  });

  it('falls on the close before when SPX options met an unscheduled closure', () => {
    expect(settles('SPXW', '2025-01-09')).toBe('2025-01-08 16:00 ET'); // CME notice 25-012
    expect(settles('SPXW', '2018-12-05')).toBe('2018-12-04 16:00 ET'); // Cboe C2018120300
    expect(settlementDate('XSP', isoDate('2025-01-09'))).toBe('2025-01-08');
  });

  it('falls on the opening after when VIX met one, while trading ended before', () => {
    expect(settles('VIXW', '2018-12-05')).toBe('2018-12-06 09:30 ET');
    expect(settles('VIXW', '2018-12-06')).toBe('2018-12-06 09:30 ET');
    expect(ends('VIXW', '2018-12-05')).toBe('2018-12-04 16:15 ET');
  });

  it('is the VRO opening for VIX, whose options stop the day before', () => {
    expect(settles('VIX', '2026-05-19')).toBe('2026-05-19 09:30 ET');
    expect(ends('VIX', '2026-05-19')).toBe('2026-05-18 16:15 ET');
    expect(ends('VIX', '2008-02-19')).toBe('2008-02-15 16:15 ET'); // Presidents' Day in between
  });

  it('lets VX trade into the settlement morning only in the eras that did', () => {
    expect(ends('VX', '2011-11-16')).toBe('2011-11-15 16:15 ET'); // last prices of the CFE files
    expect(ends('VX', '2011-12-21')).toBe('2011-12-21 09:00 ET');
    expect(ends('VX', '2012-01-18')).toBe('2012-01-17 16:15 ET');
    expect(ends('VX', '2014-10-22')).toBe('2014-10-21 16:15 ET');
    expect(ends('VX', '2014-11-19')).toBe('2014-11-19 09:00 ET');
    expect(ends('VXM', '2026-11-18')).toBe('2026-11-18 09:00 ET');
  });

  it('reads Saturday dates of old files as the Friday opening', () => {
    expect(settles('SPX', '2012-01-21')).toBe('2012-01-20 09:30 ET');
    expect(calendarDte(isoDate('2012-01-10'), isoDate('2012-01-21'))).toBe(10);
  });

  it('keeps the early weeklies on the opening', () => {
    expect(settles('SPXW', '2010-12-03')).toBe('2010-12-03 09:30 ET');
    expect(settles('SPXW', '2010-12-10')).toBe('2010-12-10 16:00 ET');
  });

  it('measures time in minutes of a 365-day year', () => {
    // 15:00 to 09:30 eight days on: 330 minutes short of eight days
    const asOf = newYorkInstant(isoDate('2019-05-09'), clock(15));
    expect(yearsToExpiry(asOf, 'SPX', isoDate('2019-05-17'))).toBeCloseTo((8 * 1440 - 330) / 525_600, 15);
    // across the March change an hour is missing
    const before = newYorkInstant(isoDate('2019-03-08'), clock(16));
    expect(yearsToExpiry(before, 'SPXW', isoDate('2019-03-11'))).toBeCloseTo((3 * 1440 - 60) / 525_600, 15);
    expect(yearsToExpiry(settlementInstant('SPX', isoDate('2019-05-17')), 'SPX', isoDate('2019-05-17'))).toBe(
      0,
    );
  });

  it('works for listings past the session calendar', () => {
    expect(settles('SPX', '2031-12-19')).toBe('2031-12-19 09:30 ET');
    expect(settles('SPXW', '2031-12-24')).toBe('2031-12-24 13:00 ET');
  });

  it('ascends with the expiration and never comes before the last trade', () => {
    const days = fc.integer({ min: dayNumber(isoDate('2016-01-04')), max: dayNumber(isoDate('2030-12-01')) });
    fc.assert(
      fc.property(
        fc.constantFrom(...OPTION_ROOTS),
        days,
        fc.integer({ min: 1, max: 40 }),
        (root, day, gap) => {
          const first = scheduledOnOrAfter(dateOfDay(day));
          const second = scheduledOnOrAfter(addDays(first, gap));
          expect(settlementInstant(root, first)).toBeLessThanOrEqual(settlementInstant(root, second));
          expect(lastTrade(root, first)).toBeLessThanOrEqual(settlementInstant(root, first));
        },
      ),
    );
  });

  it('refuses a contract from before its root was listed', () => {
    expect(() => settlementInstant('VIXW', isoDate('2012-01-18'))).toThrow(
      /VIXW date must not be before its first listing/,
    );
  });
});
