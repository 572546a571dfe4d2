import { describe, expect, it } from 'vitest';
import { sampleReading, shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { addDays, isoDate } from '../../core/dates.ts';
import { nextSession } from '../../market/session-calendar.ts';
import type { LayerName } from './ladder.ts';
import { rollReason } from './roll-due.ts';

const plan = shippedPlan();
/** FOMC on Wednesday 2019-06-19 and CPI and PPI on 06-12 and 06-11; nothing from 06-20 to 07-08. */
const judged = (session: string, dte: number, layer: LayerName = 'L2') => {
  const on = isoDate(session);
  return rollReason(
    layer,
    addDays(on, dte),
    { ...sampleReading(), session: on, executeOn: nextSession(on) },
    plan,
  );
};

describe('R-H1', () => {
  it('rolls L1 at 14 days, L2 at 60 and L3 at 120, on the border', () => {
    const at = (session: string, layer: LayerName, ...dtes: readonly number[]) =>
      dtes.map((dte) => judged(session, dte, layer).verdict);
    // Sessions from which both counts of days end on a weekday.
    expect(at('2019-06-24', 'L1', 15, 14)).toEqual(['pass', 'fail']);
    expect(at('2019-06-27', 'L2', 61, 60)).toEqual(['pass', 'fail']);
    expect(at('2019-06-24', 'L3', 121, 120)).toEqual(['pass', 'fail']);
  });

  it('waits while purchases are banned: nothing is sold that cannot be replaced the same day (E15)', () => {
    const eve = judged('2019-06-17', 58); // executes on the 18th, the session before the FOMC
    expect(eve.verdict).toBe('pass');
    expect(eve.observed).toMatch(/waits for FOMC/);
    expect(judged('2019-06-19', 56).verdict).toBe('fail'); // executes on the 20th
  });

  it('comes forward to the last session before a ban it would fall due in (3.0(12))', () => {
    // Friday the 14th executes on Monday the 17th; the ban is the 18th and 19th, decided on the 17th and 18th.
    expect(judged('2019-06-14', 124, 'L3').verdict).toBe('fail'); // 120 days on the 18th
    expect(judged('2019-06-14', 125, 'L3').verdict).toBe('pass'); // 121 days on the 18th, due after the ban
    expect(judged('2019-06-14', 124, 'L3').observed).toMatch(/120 before purchases are allowed again/);
  });
});

describe('R-H2', () => {
  it('rolls L1 two or three sessions before an event once it has 21 days or fewer', () => {
    const at = (session: string, dte: number, layer: LayerName = 'L1') => judged(session, dte, layer).rule;
    expect(at('2019-06-13', 21)).toBe('R-H2.event-roll'); // executes on the 14th, three sessions before
    expect(at('2019-06-13', 22)).toBe('R-H1.roll');
    expect(at('2019-06-12', 21)).toBe('R-H1.roll'); // four before
    expect(at('2019-06-13', 90, 'L2')).toBe('R-H1.roll');
  });
});
