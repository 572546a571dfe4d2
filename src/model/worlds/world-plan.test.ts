import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/dates.ts';
import { sessionsIn } from '../../market/session-calendar.ts';
import { SPECIFIED_MODEL } from '../two-factor.ts';
import { type StepRun, worldPlan } from './world-plan.ts';
import { P_WORLD, qWorld } from './world-presets.ts';

const hours = (run: StepRun | undefined): number =>
  run === undefined ? 0 : run.law.years * run.steps * 8760;
const planOf = (from: string, to: string, world = qWorld(0)) =>
  worldPlan(world, SPECIFIED_MODEL, sessionsIn(isoDate(from), isoDate(to)));

describe('a plan by the calendar', () => {
  it('counts every hour from close to open and from open to close', () => {
    // Friday to Monday
    const { overnight, daytime } = planOf('2024-01-05', '2024-01-09');
    expect(hours(overnight[1])).toBeCloseTo(65.5, 10);
    expect(hours(overnight[2])).toBeCloseTo(17.5, 10);
    expect(hours(daytime[1])).toBeCloseTo(6.5, 10);
  });

  it('knows half days and the change of the clocks', () => {
    // 29 Nov 2024 closed at 13:00; clocks went forward on Sunday 10 Mar 2024
    const halfDay = planOf('2024-11-27', '2024-12-02');
    expect(hours(halfDay.daytime[1])).toBeCloseTo(3.5, 10);
    expect(hours(halfDay.overnight[2])).toBeCloseTo(68.5, 10);
    expect(hours(planOf('2024-03-08', '2024-03-11').overnight[1])).toBeCloseTo(64.5, 10);
  });

  it('takes no step longer than three hours', () => {
    const { overnight, daytime } = planOf('2024-01-02', '2024-12-31');
    for (const run of [...overnight, ...daytime]) expect(run.law.years * 8760).toBeLessThan(3 + 1e-9);
  });

  it('adds up to the calendar from the first close to the last', () => {
    const { overnight, daytime } = planOf('2024-01-08', '2024-02-01');
    const runs = [...overnight.slice(1), ...daytime.slice(1)];
    expect(runs.reduce((sum, run) => sum + hours(run), 0)).toBeCloseTo(24 * 24, 9);
  });
});

describe('a plan by sessions', () => {
  it('gives each a trading day in four parts, the first of them the night', () => {
    const { overnight, daytime } = planOf('2024-01-05', '2024-01-09', P_WORLD);
    expect(overnight[1]?.steps).toBe(1);
    expect(daytime[1]?.steps).toBe(3);
    expect(overnight[1]?.law.years).toBe(1 / 1008);
  });
});

describe('a plan that cannot be made', () => {
  it.each([
    [[], 'sessions must not be empty'],
    [['2024-01-09', '2024-01-08'], 'sessions must be ascending, was 2024-01-09, 2024-01-08'],
    [['2024-01-05', '2024-01-06'], 'date must be a session, was 2024-01-06'],
  ])('names the rule: %o', (dates, message) => {
    expect(() => worldPlan(qWorld(0), SPECIFIED_MODEL, dates.map(isoDate))).toThrow(message);
  });
});
