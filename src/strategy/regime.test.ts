import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { addSessions } from '../market/session-calendar.ts';
import { classifyRegime } from './regime.ts';
import type { RegimeInputs } from './regime-borders.ts';
import type { Regime, RegimeLabel } from './regime-types.ts';

const SESSION = isoDate('2019-05-09');
const quiet: RegimeInputs = { vix: 13, ratios: [0.85, 0.85, 0.85], c1: 0.05, spxMove: 0.01, vixMax: 14 };
const at = (changes: Partial<RegimeInputs>): RegimeInputs => ({ ...quiet, ...changes });

/** The labels of closes in a row, starting without memory. */
function walk(closes: readonly RegimeInputs[]): readonly Regime[] {
  const regimes: Regime[] = [];
  closes.forEach((inputs, i) => {
    regimes.push(classifyRegime(inputs, regimes.at(-1)?.memory, addSessions(SESSION, i + 1)));
  });
  return regimes;
}
const labels = (closes: readonly RegimeInputs[]): readonly RegimeLabel[] =>
  walk(closes).map(({ label }) => label);
const times = (n: number, inputs: RegimeInputs): readonly RegimeInputs[] =>
  new Array<RegimeInputs>(n).fill(inputs);
const first = (changes: Partial<RegimeInputs>): RegimeLabel =>
  classifyRegime(at(changes), undefined, SESSION).label;

describe('classifyRegime, borders', () => {
  it('is STRESS at any one of its four borders', () => {
    expect(first({ vix: 25 })).toBe('STRESS');
    expect(first({ ratios: [1.05] })).toBe('STRESS');
    expect(first({ c1: -0.03 })).toBe('STRESS');
    expect(first({ spxMove: -0.05 })).toBe('STRESS');
  });

  it('steps down through ELEVATED, NORMAL and CALM', () => {
    expect([24.99, 20, 19.99, 15, 14.99].map((vix) => first({ vix }))).toEqual([
      'ELEVATED',
      'ELEVATED',
      'NORMAL',
      'NORMAL',
      'CALM',
    ]);
    expect(first({ ratios: [1] })).toBe('ELEVATED');
  });

  it('is NORMAL and not CALM on a flat or unknown curve', () => {
    expect(first({ c1: 0 })).toBe('NORMAL');
    const { c1: _, ...unknown } = quiet;
    expect(classifyRegime(unknown, undefined, SESSION).label).toBe('NORMAL');
  });

  it('claims nothing calmer than ELEVATED without VIX', () => {
    const { vix: _, ...blind } = quiet;
    expect(classifyRegime(blind, undefined, SESSION)).toMatchObject({
      label: 'ELEVATED',
      note: expect.stringContaining('VIX is not known'),
    });
    expect(classifyRegime({ ...blind, spxMove: -0.06 }, undefined, SESSION).label).toBe('STRESS');
  });

  it('lists every border with what was seen', () => {
    const { borders } = classifyRegime(at({ vix: 21 }), undefined, SESSION);
    expect(borders).toContainEqual({ rule: 'STRESS.vix', observed: 21, border: 25, crossed: false });
    expect(borders).toContainEqual({ rule: 'ELEVATED.vix', observed: 21, border: 20, crossed: true });
    expect(borders).toContainEqual({ rule: 'CALM.c1', observed: 0.05, border: 0, crossed: true });
  });
});

describe('classifyRegime, hysteresis', () => {
  const stress = at({ vix: 26, vixMax: 26 });

  it('goes up at once and down after two closes in a row beyond the buffer', () => {
    const beyond = at({ vix: 23.74, vixMax: 26 });
    expect(labels([quiet, stress, beyond, beyond])).toEqual(['CALM', 'STRESS', 'STRESS', 'ELEVATED']);
  });

  it('starts counting again when a close falls back inside the buffer', () => {
    const beyond = at({ vix: 23.74, vixMax: 26 });
    const inside = at({ vix: 23.75, vixMax: 26 });
    expect(labels([stress, beyond, inside, beyond, beyond])).toEqual([
      'STRESS',
      'STRESS',
      'STRESS',
      'STRESS',
      'ELEVATED',
    ]);
  });

  it('holds STRESS by each of its exit borders', () => {
    const held = (changes: Partial<RegimeInputs>) =>
      labels([stress, ...times(3, at({ vixMax: 26, ...changes }))]).at(-1);
    expect(held({ ratios: [0.9975] })).toBe('STRESS');
    expect(held({ c1: -0.0285 })).toBe('STRESS');
    expect(held({ spxMove: -0.0475 })).toBe('STRESS');
    expect(held({ ratios: [0.99], c1: -0.028, spxMove: -0.047 })).not.toBe('STRESS');
  });

  it('leaves ELEVATED below 19 and 0.95, NORMAL below 14.25 with the curve rising', () => {
    const from = (high: RegimeInputs, low: RegimeInputs) => labels([high, low, low]).at(-1);
    expect(from(at({ vix: 21 }), at({ vix: 19 }))).toBe('ELEVATED');
    expect(from(at({ vix: 21 }), at({ vix: 18.99 }))).toBe('NORMAL');
    expect(from(at({ vix: 16 }), at({ vix: 14.25 }))).toBe('NORMAL');
    expect(from(at({ vix: 16 }), at({ vix: 14.24 }))).toBe('CALM');
    expect(from(at({ vix: 16 }), at({ vix: 14, c1: 0 }))).toBe('NORMAL');
  });

  it('says which border still holds it', () => {
    const held = walk([stress, at({ vix: 24, vixMax: 26 })]).at(-1);
    expect(held).toMatchObject({
      label: 'STRESS',
      raw: 'ELEVATED',
      note: expect.stringContaining('0 of 2 closes'),
    });
    expect(held?.borders).toContainEqual({
      rule: 'STRESS.exit.vix',
      observed: 24,
      border: 23.75,
      crossed: true,
    });
  });
});

describe('classifyRegime, RECOVERY', () => {
  const stress = at({ vix: 40, vixMax: 40 });
  const recovering = at({ vix: 21, vixMax: 40 });

  it('needs STRESS left first, then comes before ELEVATED', () => {
    expect(labels([stress, recovering, recovering])).toEqual(['STRESS', 'STRESS', 'RECOVERY']);
  });

  it('may begin later, from a calmer label, while STRESS is near', () => {
    const elevated = at({ vix: 22, vixMax: 26, ratios: [0.96] });
    expect(labels([stress, elevated, elevated, elevated, recovering]).at(-1)).toBe('RECOVERY');
    expect(labels([at({ vix: 22 }), recovering]).at(-1)).toBe('ELEVATED');
  });

  it('asks for three closes of the ratio below 0.95', () => {
    const at3 = (ratios: readonly number[]) =>
      labels([stress, quiet, at({ vix: 21, vixMax: 40, ratios })]).at(-1);
    expect(at3([0.94, 0.94, 0.94])).toBe('RECOVERY');
    expect(at3([0.95, 0.94, 0.94])).toBe('ELEVATED');
    expect(at3([0.94, 0.94])).toBe('ELEVATED');
  });

  it('ends when STRESS lies more than 20 sessions back, in the label of the day', () => {
    const run = labels([stress, ...times(22, recovering)]);
    // STRESS holds one close more, then twenty sessions follow it.
    expect(run.filter((label) => label === 'RECOVERY')).toHaveLength(20);
    expect(run.at(-1)).toBe('ELEVATED');
  });

  it('runs on although VIX no longer stands below its falling maximum, and ends with new STRESS', () => {
    const steady = at({ vix: 21, vixMax: 24 });
    expect(labels([stress, recovering, recovering, steady, steady])).toEqual([
      'STRESS',
      'STRESS',
      'RECOVERY',
      'RECOVERY',
      'RECOVERY',
    ]);
    expect(labels([stress, recovering, recovering, stress]).at(-1)).toBe('STRESS');
  });

  it('forgets STRESS once it no longer matters, so that equal days have equal memory', () => {
    const memory = walk([stress, ...times(30, quiet)]).at(-1)?.memory;
    expect(memory).toEqual({
      session: expect.any(String),
      label: 'CALM',
      exitStreak: 0,
      sessionsInRecovery: 0,
    });
  });
});
