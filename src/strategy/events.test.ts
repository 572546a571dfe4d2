import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../test/fixtures/market-reading.ts';
import { isoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import { addSessions, sessionsIn } from '../market/session-calendar.ts';
import { blackout, hedgePurchaseBan, shortDatedEvent, upcomingEvents } from './events.ts';

const steward = shippedPlan();
const promoter = shippedPlan('promoter');
const day = isoDate;
/** Statement of Wednesday 2019-06-19; the CPI before it printed on 06-12, the PPI on 06-11. */
const FOMC = day('2019-06-19');
const verdict = (on: IsoDate, rule: string, plan = steward) =>
  blackout(on, plan).reasons.find((reason) => reason.rule === rule)?.verdict;

describe('blackout of new core', () => {
  it('stands from two sessions before a FOMC to its day and lifts the session after (steward)', () => {
    const scales = [-3, -2, -1, 0, 1].map((n) => blackout(addSessions(FOMC, n), steward).scale);
    expect(scales).toEqual([1, 0, 0, 0, 1]);
  });

  it('halves the promoter from the session before, and fails no rule of his', () => {
    const views = [-2, -1, 0, 1].map((n) => blackout(addSessions(FOMC, n), promoter));
    expect(views.map(({ scale }) => scale)).toEqual([1, 0.5, 0.5, 1]);
    expect(views.flatMap(({ reasons }) => reasons).some((reason) => reason.verdict === 'fail')).toBe(false);
  });

  it('covers a CPI from the session before to its day, a PPI on the session before only', () => {
    expect(verdict(day('2019-06-11'), 'R-E.CPI')).toBe('fail');
    expect(verdict(day('2019-06-12'), 'R-E.CPI')).toBe('fail');
    expect(verdict(day('2019-06-13'), 'R-E.CPI')).toBe('pass');
    expect(verdict(day('2019-06-10'), 'R-E.PPI')).toBe('fail');
    expect(verdict(day('2019-06-11'), 'R-E.PPI')).toBe('pass');
  });

  it('is symmetric: a session is barred exactly when an event has it in its own window', () => {
    // The meeting of 18 March 2020 was called off on the 15th; the next test is about it.
    const sessions = sessionsIn(day('2019-01-02'), day('2025-12-31')).filter((s) => !s.startsWith('2020-03'));
    const { from, to } = steward.events.FOMC;
    fc.assert(
      fc.property(fc.constantFrom(...sessions), (session) => {
        const near = upcomingEvents(addSessions(session, -9), addSessions(session, 9)).filter(
          ({ kind }) => kind === 'FOMC',
        );
        const inside = near.some(
          ({ date }) => addSessions(date, from) <= session && session <= addSessions(date, to),
        );
        expect(verdict(session, 'R-E.FOMC')).toBe(inside ? 'fail' : 'pass');
      }),
    );
  });

  it('is barred by a meeting until it is called off, and not after', () => {
    expect(verdict(day('2020-03-16'), 'R-E.FOMC')).toBe('fail'); // decided on Friday the 13th
    expect(verdict(day('2020-03-17'), 'R-E.FOMC')).toBe('pass'); // decided on the 16th, the day after it was replaced
  });

  it('does not take an unknown calendar for an empty one; an unknown PPI is only noted', () => {
    const late = blackout(day('2028-03-15'), steward);
    expect(late.scale).toBe(0);
    expect(late.reasons.map(({ verdict: v }) => v)).toEqual(['fail', 'fail', 'note']);
  });

  it('gates nothing when ignored, and when post-only enters on no session but the one after an event', () => {
    const ignore = { ...steward, events: { ...steward.events, mode: 'ignore' as const } };
    const postOnly = { ...steward, events: { ...steward.events, mode: 'postOnly' as const } };
    expect(blackout(FOMC, ignore).scale).toBe(1);
    expect(verdict(addSessions(FOMC, 1), 'R-E.mode', postOnly)).toBe('pass');
    expect(verdict(addSessions(FOMC, 2), 'R-E.mode', postOnly)).toBe('fail');
    expect(verdict(FOMC, 'R-E.FOMC', postOnly)).toBe('fail');
  });
});

describe('hedgePurchaseBan', () => {
  it('forbids buying on the session before an event and on its day', () => {
    const kinds = [-2, -1, 0, 1].map((n) => hedgePurchaseBan(addSessions(FOMC, n), steward)?.kind);
    expect(kinds).toEqual([undefined, 'FOMC', 'FOMC', undefined]);
  });

  it('lets an employment report pass: only FOMC, CPI and PPI count', () => {
    expect(hedgePurchaseBan(day('2019-07-05'), steward)).toBeUndefined();
  });
});

describe('shortDatedEvent', () => {
  it('finds the FOMC a condor of three days would be carried into, on the session before', () => {
    expect(shortDatedEvent(day('2019-06-18'), day('2019-06-21'), steward)?.kind).toBe('FOMC');
    expect(shortDatedEvent(day('2019-06-18'), day('2019-06-19'), steward)?.kind).toBe('FOMC');
  });

  it('leaves alone what is longer, what expires before, and any other session', () => {
    expect(shortDatedEvent(day('2019-06-18'), day('2019-06-24'), steward)).toBeUndefined();
    expect(shortDatedEvent(day('2019-06-18'), day('2019-06-18'), steward)).toBeUndefined();
    expect(shortDatedEvent(day('2019-06-17'), day('2019-06-19'), steward)).toBeUndefined();
    expect(shortDatedEvent(day('2019-06-19'), day('2019-06-21'), steward)).toBeUndefined();
  });

  it('is silent when events are ignored', () => {
    const ignore = { ...steward, events: { ...steward.events, mode: 'ignore' as const } };
    expect(shortDatedEvent(day('2019-06-18'), day('2019-06-21'), ignore)).toBeUndefined();
  });
});

describe('upcomingEvents', () => {
  it('lists every kind between two dates with its New York time', () => {
    expect(upcomingEvents(day('2019-06-11'), day('2019-06-19'))).toEqual([
      { kind: 'PPI', date: '2019-06-11', time: '08:30' },
      { kind: 'CPI', date: '2019-06-12', time: '08:30' },
      { kind: 'FOMC', date: '2019-06-19', time: '14:00' },
    ]);
  });
});
