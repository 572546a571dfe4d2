import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { score } from './confluence.ts';
import { shownOnly } from './signal/reading.ts';
import type { Reading, Signal } from './signal/signal.ts';
import { SIGNAL_SPECS } from './signal/signal-spec.ts';

const SESSION = isoDate('2019-05-09');

const signal = (id: string, value: number): Signal => {
  const spec = SIGNAL_SPECS.find((candidate) => candidate.id === id);
  if (spec === undefined) throw new Error(id);
  return { ...spec, value, direction: 'neutral', evidence: id, inputs: {}, asOf: SESSION, tags: [] };
};
const gone = (id: string): Reading => {
  const { name, concept, group, weight } = signal(id, 0);
  return { id, name, concept, group, weight, absent: `${id}: no data` };
};
/** All seventeen readings; what is not stated is absent. */
const readings = (values: Readonly<Record<string, number>>): readonly Reading[] =>
  SIGNAL_SPECS.map(({ id }) => {
    const value = values[id];
    return value === undefined ? gone(id) : signal(id, value);
  });

const close = (x: number): unknown => expect.closeTo(x, 10);

describe('score', () => {
  it('is the hand-computed number on a mixed day', () => {
    // vol: (10*.5 + 5*.5 - 5*1 + 20*.6) / 40 = .3625 (S04, S06 absent); breadth: (12*.5 + 4*.5) / 16 = .5;
    // macro: S11 alone, -.5 (S09, S12 not counted); liquidity: S16 alone, .2; flows: none, so 95 of weight remain.
    const day = readings({
      S01: 0.5,
      S02: 0.5,
      S03: -1,
      S05: 0.6,
      S07: 0.5,
      S08: 0.5,
      S09: -0.5,
      S11: -0.5,
      S12: 0.5,
      S16: 0.2,
      S17: 0,
    });
    const shown = day.map((one) =>
      'value' in one && ['S09', 'S12'].includes(one.id) ? shownOnly(one) : one,
    );
    const sum = 60 * 0.3625 + 16 * 0.5 + 13 * -0.5 + 6 * 0.2;
    const result = score(shown);
    expect(result.value).toBeCloseTo(50 + (50 * sum) / 95, 10);
    expect(result).toMatchObject({ validWeight: 40 + 16 + 3 + 3, totalWeight: 100, sufficient: true });
    expect(result.groups.find(({ group }) => group === 'vol')).toMatchObject({
      weight: 60,
      validWeight: 40,
      value: close(0.3625),
      contribution: close((50 * 60 * 0.3625) / 95),
    });
    expect(result.contributions.find(({ id }) => id === 'S05')).toMatchObject({
      points: close((50 * 60 * (20 / 40) * 0.6) / 95),
    });
    expect(result.missing).toContain('S09 CPI and PPI surprise: shown, not counted');
    expect(result.missing).toContain('S13 Bank liquidity: S13: no data');
  });

  it('reaches 100 and 0 when everything agrees, and 50 when nothing is known', () => {
    const all = (value: number) => Object.fromEntries(SIGNAL_SPECS.map(({ id }) => [id, value]));
    expect(score(readings(all(1))).value).toBeCloseTo(100, 10);
    expect(score(readings(all(-1))).value).toBeCloseTo(0, 10);
    expect(score(readings({}))).toMatchObject({ value: 50, validWeight: 0, sufficient: false });
  });

  it('is sufficient from 36 of the 60 volatility points, and never without', () => {
    expect(score(readings({ S01: 0, S02: 0, S05: 0 })).sufficient).toBe(false); // 35
    expect(score(readings({ S01: 0, S04: 0, S05: 0 })).sufficient).toBe(true); // 40
    expect(score(readings({ S01: 0, S04: 0, S05: 0 }), 0.7).sufficient).toBe(false);
    expect(score(readings({ S07: 1, S09: 1, S13: 1, S14: 1 })).sufficient).toBe(false);
  });

  const anyDay = fc
    .array(fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }), {
      minLength: 17,
      maxLength: 17,
    })
    .map((values) => {
      const stated = SIGNAL_SPECS.flatMap(({ id }, i) =>
        values[i] === undefined ? [] : [[id, values[i]] as const],
      );
      return readings(Object.fromEntries(stated));
    });

  it('stays in [0, 100], and its contributions sum to what it differs from 50 by', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { value, contributions, groups } = score(day);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        const bySignal = contributions.reduce((sum, { points }) => sum + points, 0);
        const byGroup = groups.reduce((sum, { contribution }) => sum + contribution, 0);
        expect(bySignal).toBeCloseTo(value - 50, 9); // seventeen terms of at most 50
        expect(byGroup).toBeCloseTo(value - 50, 9);
      }),
    );
  });

  it('gives the weight of a missing signal to its own group and to no other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 16 }), (day, index) => {
        const taken = day[index];
        const mates = day.filter(
          (one) => one.group === taken?.group && one !== taken && 'value' in one && one.weight > 0,
        );
        if (taken === undefined || mates.length === 0) return; // a group that empties drops out: another law
        const without = day.map((one) => (one === taken ? gone(one.id) : one));
        const others = (result: ReturnType<typeof score>) =>
          result.groups.filter(({ group }) => group !== taken.group);
        expect(others(score(without))).toEqual(others(score(day)));
      }),
    );
  });
});
