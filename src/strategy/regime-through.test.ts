import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import type { IsoDate } from '../core/units.ts';
import { historyThrough } from '../market/history.ts';
import { addSessions, sessionsIn } from '../market/session-calendar.ts';
import { demoDay } from '../model/demo/demo-market.ts';
import { METHOD_BORDERS } from './regime-borders.ts';
import { regimeThrough } from './regime-through.ts';
import type { RegimeMemory } from './regime-types.ts';
import { parsePlan } from './trading-plan.ts';

const { series, vx, snapshot } = demoDay();
const pastAt = (session: IsoDate) => historyThrough(series, vx, newYorkInstant(session, clock(17)));

describe('regimeThrough', () => {
  it('gives a first run the regime and the memory of a daily one', () => {
    let memory: RegimeMemory | undefined;
    for (const session of sessionsIn(addSessions(snapshot.session, -150), snapshot.session)) {
      const day = regimeThrough(pastAt(session), session, memory);
      memory = day.memory;
      expect(regimeThrough(pastAt(session), session).memory).toEqual(day.memory);
    }
  });

  it('does not trust memory of any day but the session before', () => {
    const session = snapshot.session;
    const stale: RegimeMemory = {
      session: addSessions(session, -3),
      label: 'STRESS',
      exitStreak: 0,
      sessionsInRecovery: 0,
    };
    expect(regimeThrough(pastAt(session), session, stale)).toEqual(regimeThrough(pastAt(session), session));
    const fresh = { ...stale, session: addSessions(session, -1) };
    expect(regimeThrough(pastAt(session), session, fresh).label).toBe('STRESS');
  });

  it('answers on no data at all', () => {
    const nothing = historyThrough(new Map(), [], newYorkInstant(snapshot.session, clock(17)));
    expect(regimeThrough(nothing, snapshot.session)).toMatchObject({ label: 'ELEVATED', borders: [] });
  });

  it('answers on the first sessions the calendar knows', () => {
    for (const session of sessionsIn(isoDate('1990-01-02'), isoDate('1990-01-10')))
      expect(regimeThrough(pastAt(session), session).memory.session).toBe(session);
  });
});

describe('METHOD_BORDERS', () => {
  it.each(['steward', 'promoter'])('are those of the %s plan', (profile) => {
    const path = new URL(`../../plans/${profile}.toml`, import.meta.url);
    const plan = parsePlan(readFileSync(path, 'utf8'), `${profile}.toml`);
    if (!plan.ok) throw new Error(plan.failure.map(({ what }) => what).join('; '));
    const { rules: _, ...borders } = plan.value.regime;
    expect(borders).toEqual(METHOD_BORDERS);
  });
});
