import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpxMonthly } from '../../bench/measure/calendar.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { addDays, isoDate, nthWeekday } from '../core/dates.ts';
import { isSpxMonthly, normaliseExpiration, spxMonthlyExpiration } from './spx-expirations.ts';

describe('SPX expirations', () => {
  it('are third Fridays, or the Thursday before a holiday', () => {
    expect(spxMonthlyExpiration(2019, 5)).toBe('2019-05-17');
    expect(spxMonthlyExpiration(2019, 4)).toBe('2019-04-18'); // Good Friday
    expect(spxMonthlyExpiration(2026, 6)).toBe('2026-06-18'); // Juneteenth
    expect(isSpxMonthly(isoDate('2019-04-18'))).toBe(true);
    expect(isSpxMonthly(isoDate('2019-04-26'))).toBe(false);
  });

  it('read the legal Saturday of old files as the settlement day', () => {
    expect(normaliseExpiration(isoDate('2012-01-21'))).toBe('2012-01-20');
    expect(normaliseExpiration(isoDate('2008-03-22'))).toBe('2008-03-20'); // Good Friday in between
  });

  it('leave trading days alone, those closed at short notice too', () => {
    expect(normaliseExpiration(isoDate('2019-05-17'))).toBe('2019-05-17');
    expect(normaliseExpiration(isoDate('2025-01-09'))).toBe('2025-01-09');
  });

  it('normalise the Saturday after any monthly to that monthly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const saturday = addDays(nthWeekday(year, month, 5, 3), 1);
        expect(normaliseExpiration(saturday)).toBe(spxMonthlyExpiration(year, month));
      }),
    );
  });
});

describeWithShared('SPX expirations against a list', () => {
  it('equal the 372 monthly settlement and last trading days of 2000 to 2030', () => {
    const { compared, differences } = checkSpxMonthly(sharedPath());
    expect(compared).toBe(372);
    expect(differences).toEqual([]);
  });
});
