import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEarlyCloses, checkHolidays, checkXnysSessions } from '../../bench/measure/calendar.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { addDays, dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import { showInstant } from '../core/new-york.ts';
import {
  addSessions,
  isSession,
  nextSession,
  optionsClose,
  previousSession,
  sessionOpen,
  sessionStatus,
  sessionsBefore,
  sessionsBetween,
  sessionsIn,
  stockClose,
} from './session-calendar.ts';

const anyDate = fc
  .integer({ min: dayNumber(isoDate('1990-02-01')), max: dayNumber(isoDate('2030-11-30')) })
  .map(dateOfDay);

describe('session calendar', () => {
  it('names ordinary holidays', () => {
    expect(sessionStatus(isoDate('2026-11-26'))).toEqual({ kind: 'holiday', name: 'Thanksgiving Day' });
    expect(sessionStatus(isoDate('2019-04-19'))).toEqual({ kind: 'holiday', name: 'Good Friday' });
    expect(sessionStatus(isoDate('2027-06-18'))).toEqual({ kind: 'holiday', name: 'Juneteenth (observed)' });
    expect(sessionStatus(isoDate('2026-11-28'))).toEqual({ kind: 'weekend' });
  });

  it('names closures nobody had scheduled', () => {
    for (const date of [
      '1994-04-27',
      '2001-09-11',
      '2004-06-11',
      '2007-01-02',
      '2012-10-30',
      '2018-12-05',
      '2025-01-09',
    ]) {
      expect(sessionStatus(isoDate(date)).kind).toBe('holiday');
    }
  });

  it('keeps each holiday only in its era', () => {
    expect(isSession(isoDate('1997-01-20'))).toBe(true); // Martin Luther King Day, kept from 1998
    expect(isSession(isoDate('1998-01-19'))).toBe(false);
    expect(isSession(isoDate('2021-06-18'))).toBe(true); // Juneteenth, kept from 2022
    expect(isSession(isoDate('2022-06-20'))).toBe(false);
  });

  it('does not make up for a New Year on a Saturday', () => {
    for (const date of ['1999-12-31', '2004-12-31', '2010-12-31', '2021-12-31', '2027-12-31']) {
      expect(isSession(isoDate(date))).toBe(true);
    }
    expect(isSession(isoDate('2023-01-02'))).toBe(false); // Sunday, kept on Monday
  });

  it('knows the half days of each era', () => {
    const half = (date: string) => sessionStatus(isoDate(date));
    const early = { kind: 'session', earlyClose: true };
    const full = { kind: 'session', earlyClose: false };
    expect(half('2002-07-05')).toEqual(early); // Friday after a Thursday holiday, until 2012
    expect(half('2013-07-05')).toEqual(full);
    expect(half('2013-07-03')).toEqual(early); // Wednesday before, since 2013
    expect(half('1996-07-03')).toEqual(full);
    expect(half('2003-12-26')).toEqual(early); // an exception
    expect(half('2022-11-25')).toEqual(early);
    expect(half('2021-12-23')).toEqual(full);
  });

  it('closes stocks at 16:00, 13:00 or, until 1992, 14:00, and index options a quarter of an hour later', () => {
    expect(showInstant(stockClose(isoDate('2019-05-09')))).toBe('2019-05-09 16:00 ET');
    expect(showInstant(optionsClose(isoDate('2019-05-09')))).toBe('2019-05-09 16:15 ET');
    expect(showInstant(stockClose(isoDate('2019-07-03')))).toBe('2019-07-03 13:00 ET');
    expect(showInstant(optionsClose(isoDate('2019-07-03')))).toBe('2019-07-03 13:15 ET');
    expect(showInstant(stockClose(isoDate('1990-12-24')))).toBe('1990-12-24 14:00 ET');
    expect(showInstant(sessionOpen(isoDate('2019-07-03')))).toBe('2019-07-03 09:30 ET');
  });

  it('assumes regular hours outside its years and says that it does not know them', () => {
    expect(sessionStatus(isoDate('1987-10-19'))).toEqual({ kind: 'unknown' });
    expect(sessionStatus(isoDate('2031-01-02'))).toEqual({ kind: 'unknown' });
    expect(isSession(isoDate('2031-01-02'))).toBe(false);
    expect(showInstant(stockClose(isoDate('1987-10-19')))).toBe('1987-10-19 16:00 ET');
  });

  it('counts sessions over the longest closure since 1990', () => {
    expect(nextSession(isoDate('2001-09-10'))).toBe('2001-09-17');
    expect(previousSession(isoDate('2001-09-17'))).toBe('2001-09-10');
    expect(sessionsBetween(isoDate('2001-09-10'), isoDate('2001-09-17'))).toBe(1);
    expect(sessionsIn(isoDate('2001-09-10'), isoDate('2001-09-18'))).toEqual([
      '2001-09-10',
      '2001-09-17',
      '2001-09-18',
    ]);
    expect(addSessions(isoDate('2001-09-12'), 1)).toBe('2001-09-17');
    expect(addSessions(isoDate('2001-09-12'), -1)).toBe('2001-09-10');
  });

  it('has next and previous undo each other on sessions', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const session = isSession(date) ? date : nextSession(date);
        expect(previousSession(nextSession(session))).toBe(session);
        expect(nextSession(previousSession(session))).toBe(session);
        expect(nextSession(date) > date && previousSession(date) < date).toBe(true);
      }),
    );
  });

  it('steps n sessions and back, and counts what it stepped', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 15 }), (date, n) => {
        const there = addSessions(date, n);
        expect(sessionsBetween(date, there)).toBe(n);
        expect(addSessions(there, -n)).toBe(isSession(date) ? date : previousSession(date));
      }),
    );
  });

  it('gives the last so many sessions before a date, and what there is where the calendar begins', () => {
    expect(sessionsBefore(isoDate('2001-09-18'), 3)).toEqual(['2001-09-07', '2001-09-10', '2001-09-17']);
    expect(sessionsBefore(isoDate('2026-11-22'), 2)).toEqual(['2026-11-19', '2026-11-20']); // from a Sunday
    expect(sessionsBefore(isoDate('1990-01-04'), 60)).toEqual(['1990-01-02', '1990-01-03']);
    expect(sessionsBefore(isoDate('1990-01-02'), 60)).toEqual([]);
  });

  it('lists sessions strictly ascending, each of them open, and as many as it counts', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const to = isoDate(addDays(from, days) > '2030-12-31' ? '2030-12-31' : addDays(from, days));
        const sessions = sessionsIn(from, to);
        expect(
          sessions.every((date, i) => isSession(date) && (i === 0 || (sessions[i - 1] ?? '') < date)),
        ).toBe(true);
        expect(sessions.length).toBe(sessionsBetween(from, to) + (isSession(from) ? 1 : 0));
      }),
    );
  });

  it('refuses days without a session and steps that leave the calendar', () => {
    expect(() => stockClose(isoDate('2019-05-27'))).toThrow(/date must be a session, was 2019-05-27/);
    expect(() => optionsClose(isoDate('2019-05-25'))).toThrow(/must be a session/);
    expect(() => sessionOpen(isoDate('2018-12-05'))).toThrow(/must be a session/);
    expect(() => nextSession(isoDate('2030-12-31'))).toThrow(/session calendar, 1990-01-01 to 2030-12-31/);
    expect(() => previousSession(isoDate('1990-01-02'))).toThrow(/session calendar/);
    expect(() => sessionsBetween(isoDate('1989-12-29'), isoDate('1990-01-02'))).toThrow(/was 1989-12-29/);
    expect(() => addSessions(isoDate('2019-05-25'), 0)).toThrow(/must be a session when n is 0/);
    expect(() => addSessions(isoDate('2019-05-24'), 0.5)).toThrow(/n must be an integer/);
  });
});

describeWithShared('session calendar against lists', () => {
  it('equals the NYSE sessions of 1990 to 2023 with their hours', () => {
    const { compared, differences } = checkXnysSessions(sharedPath());
    expect(compared).toBe(8324);
    expect(differences).toEqual([]);
  });

  it('equals the full-day closures of 2000 to 2030', () => {
    expect(checkHolidays(sharedPath()).differences).toEqual([]);
  });

  it('equals the half days of 2000 to 2030', () => {
    expect(checkEarlyCloses(sharedPath()).differences).toEqual([]);
  });
});
