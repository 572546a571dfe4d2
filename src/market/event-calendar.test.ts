import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFomc } from '../../bench/measure/calendar-fomc.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import { eventCoverage, eventsBetween, unscheduledFomc } from './event-calendar.ts';

const between = (from: string, to: string, knownOn = from) =>
  eventsBetween(isoDate(from), isoDate(to), isoDate(knownOn)).map(({ kind, date }) => `${kind} ${date}`);

describe('event calendar', () => {
  it('lists a month in order of time, ends included', () => {
    expect(between('2026-07-02', '2026-07-29')).toEqual([
      'NFP 2026-07-02',
      'CPI 2026-07-14',
      'PPI 2026-07-15',
      'FOMC 2026-07-29',
    ]);
  });

  it('gives statements their hour of each era and statistics 08:30', () => {
    const minutes = (date: string) =>
      eventsBetween(isoDate(date), isoDate(date)).map((event) => event.minutes);
    expect(minutes('2008-12-16')).toEqual([510, 855]); // CPI, then 14:15
    expect(minutes('2012-06-20')).toEqual([750]); // 12:30, press conference at 14:15
    expect(minutes('2019-05-01')).toEqual([840]);
  });

  it('keeps a meeting on the calendar until it was called off', () => {
    expect(between('2020-03-10', '2020-03-31')).toContain('FOMC 2020-03-18');
    expect(between('2020-03-10', '2020-03-31', '2020-03-15')).not.toContain('FOMC 2020-03-18');
  });

  it('never shows ahead of time what nobody had scheduled', () => {
    expect(between('2020-02-20', '2020-03-12')).not.toContain('FOMC 2020-03-03');
    expect(unscheduledFomc(isoDate('2020-03-01'), isoDate('2020-03-16'))).toMatchObject([
      { announced: '2020-03-03', minutes: 600 },
      { announced: '2020-03-15', minutes: 1020 },
    ]);
    expect(unscheduledFomc(isoDate('2008-01-01'), isoDate('2008-01-31'))).toMatchObject([
      { met: '2008-01-21', announced: '2008-01-22' },
    ]);
  });

  it('notes prints on days the market is shut', () => {
    const [nfp] = eventsBetween(isoDate('2026-04-03'), isoDate('2026-04-03'));
    expect(nfp).toMatchObject({ kind: 'NFP', note: 'prints while markets are shut' });
  });

  it('had no October 2025 releases and says so by having none inside its coverage', () => {
    expect(eventCoverage('CPI', isoDate('2025-11-14'))).toBe(true);
    expect(between('2025-10-25', '2025-12-15').filter((event) => event.startsWith('CPI'))).toEqual([]);
  });

  it('distinguishes an unknown calendar from an empty one', () => {
    expect(eventCoverage('PPI', isoDate('2017-06-01'))).toBe(false);
    expect(eventCoverage('PPI', isoDate('2018-01-01'))).toBe(true);
    expect(eventCoverage('NFP', isoDate('2012-12-31'))).toBe(false);
    expect(eventCoverage('GDP', isoDate('2026-07-30'))).toBe(false);
    expect(eventCoverage('FOMC', isoDate('2027-12-31'))).toBe(true);
    expect(eventCoverage('FOMC', isoDate('2028-01-01'))).toBe(false);
    expect(eventCoverage('CPI', isoDate('2006-12-31'))).toBe(false);
  });

  it('answers a split range as the whole, in order', () => {
    const days = fc.integer({ min: dayNumber(isoDate('2000-01-01')), max: dayNumber(isoDate('2027-12-31')) });
    fc.assert(
      fc.property(days, days, days, (a, b, c) => {
        const [first = 0, middle = 0, last = 0] = [a, b, c].toSorted((x, y) => x - y);
        const known = dateOfDay(last);
        const whole = eventsBetween(dateOfDay(first), dateOfDay(last), known);
        const parts = [
          ...eventsBetween(dateOfDay(first), dateOfDay(middle), known),
          ...eventsBetween(dateOfDay(middle + 1), dateOfDay(last), known),
        ];
        expect(parts).toEqual(whole);
        expect(whole.map(({ date }) => date)).toEqual(whole.map(({ date }) => date).toSorted());
      }),
    );
  });
});

describeWithShared('event calendar against lists', () => {
  it('equals both FOMC lists of 2000 to 2027 except one slip in the second', () => {
    const { differences, explained } = checkFomc(sharedPath());
    expect(differences).toEqual([]);
    expect(explained.length).toBe(2); // one date, seen from both sides
  });
});
