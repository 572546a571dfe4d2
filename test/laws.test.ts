import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../src/core/hash.ts';
import { dollars, epochMs, points } from '../src/core/units.ts';
import type { DaySheet } from '../src/engine/day-sheet.ts';
import { decideDay } from '../src/engine/decide-day.ts';
import { historyThrough, type Series, type VxCurve } from '../src/market/history.ts';
import { demoDay } from '../src/model/demo/demo-market.ts';
import type { CondorProposal } from '../src/strategy/decision.ts';
import { emptyHeld, type Held } from '../src/strategy/held.ts';
import { shippedRules } from './fixtures/rules.ts';

const { snapshot, series, vx } = demoDay();
const steward = shippedRules('steward');
const held = emptyHeld(dollars(250_000));

const decide = (
  all: ReadonlyMap<string, Series> = series,
  curves: readonly VxCurve[] = vx,
  before: Held = held,
  rules = steward,
): DaySheet => decideDay(snapshot, historyThrough(all, curves, snapshot.asOf), before, rules);

/** The series with rows appended that nobody could know at the decision: later days, and late news of earlier ones. */
function poisoned(factor: number, daysLater: number): Map<string, Series> {
  const after = snapshot.asOf + 1;
  return new Map(
    [...series].map(([name, { days, values, availableAt, ...rest }]) => {
      const last = days.at(-1) ?? 0;
      return [
        name,
        {
          name,
          tags: rest.tags,
          days: Int32Array.from([...days, last + daysLater, last + daysLater + 1]),
          values: Float64Array.from([...values, factor, -factor]),
          availableAt: Float64Array.from([...availableAt, after, after + daysLater]),
        },
      ];
    }),
  );
}

const poisonedCurves = (factor: number): readonly VxCurve[] => [
  ...vx,
  ...vx.slice(-2).map((curve) => ({
    ...curve,
    availableAt: epochMs(snapshot.asOf + 1),
    contracts: curve.contracts.map((contract) => ({ ...contract, settle: points(Math.abs(factor) + 1) })),
  })),
];

const condors = (sheet: DaySheet): readonly CondorProposal[] =>
  sheet.decisions.flatMap(({ proposal }) => (proposal?.kind === 'condor' ? [proposal] : []));

const outcome = (
  { longPut, shortPut, shortCall, longCall, creditNet }: CondorProposal,
  level: number,
): number =>
  creditNet -
  (Math.max(shortPut - level, 0) - Math.max(longPut - level, 0)) -
  (Math.max(level - shortCall, 0) - Math.max(level - longCall, 0));

describe('no look-ahead', () => {
  it('decides the same whatever becomes known after the decision', () => {
    const honest = canonicalJson(decide());
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (factor, days) => {
          expect(canonicalJson(decide(poisoned(factor, days), poisonedCurves(factor)))).toBe(honest);
        },
      ),
      { numRuns: 8, seed: 20_261_120 },
    );
  });

  it('is not blind: the same garbage known in time changes the sheet', () => {
    const known = new Map(
      [...series].map(([name, s]) => [name, { ...s, values: s.values.map((x) => x * 1.3 + 1) }]),
    );
    expect(canonicalJson(decide(known))).not.toBe(canonicalJson(decide()));
  });
});

describe('replay', () => {
  it('gives the same bytes twice', () => {
    expect(canonicalJson(decide())).toBe(canonicalJson(decide()));
  });

  it('names a change of plan, of quotes and of book in the matching hash', () => {
    const sheet = decide();
    const promoter = decide(series, vx, held, shippedRules('promoter'));
    const richer = decide(series, vx, emptyHeld(dollars(500_000)));
    expect(promoter.hashes.plan).not.toBe(sheet.hashes.plan);
    expect(promoter.hashes.inputs).toBe(sheet.hashes.inputs);
    expect(richer.hashes.inputs).not.toBe(sheet.hashes.inputs);
    expect(richer.hashes.plan).toBe(sheet.hashes.plan);
  });

  it('carries the regime forward: a second day from what was held agrees with a fresh one', () => {
    const first = decide();
    const second = decide(series, vx, { ...first.held, memory: { ...first.held.memory } });
    expect(second.regime.label).toBe(first.regime.label);
  });
});

describe('bounded loss', () => {
  it.each(['steward', 'promoter'] as const)(
    'no %s condor settles worse than its stated maximum',
    (profile) => {
      const cards = condors(decide(series, vx, held, shippedRules(profile)));
      expect(cards.length).toBeGreaterThan(0);
      for (const card of cards) {
        fc.assert(
          fc.property(fc.double({ min: 0, max: 3 * card.longCall, noNaN: true }), (level) => {
            // Cents are rounded once; half a cent per condor is the rounding.
            expect(-outcome(card, level) * 100 * 100).toBeLessThanOrEqual(card.maxLoss + 0.5);
          }),
        );
      }
    },
  );

  it.each([25_000, 250_000, 5_000_000])('no sheet of a $%d account leaves a limit exceeded', (nav) => {
    const sheet = decide(series, vx, emptyHeld(dollars(nav)));
    expect(sheet.limits.filter(({ within }) => !within)).toEqual([]);
  });
});

describe('a decision explains itself', () => {
  const sheet = decide();

  it('gives every decision reasons, taken or not', () => {
    for (const { id, reasons } of sheet.decisions) expect(reasons.length, id).toBeGreaterThan(0);
  });

  it('enters only when no gate fails, and says what failed otherwise', () => {
    for (const { kind, reasons } of sheet.decisions.filter(({ subject }) => subject.startsWith('condor'))) {
      const failed = reasons.filter(({ verdict }) => verdict === 'fail');
      expect(failed.length > 0).toBe(kind === 'stand-aside');
    }
  });

  it('shows the full card of a candidate it stands aside from', () => {
    const aside = sheet.decisions.filter(
      ({ kind, subject }) => kind === 'stand-aside' && subject.startsWith('condor'),
    );
    expect(aside.length).toBeGreaterThan(0);
    for (const { proposal } of aside) expect(proposal?.kind).toBe('condor');
  });

  it('has an order for every entry, on the tick grid, and for nothing else', () => {
    const entered = sheet.decisions.filter(({ kind }) => kind === 'enter' || kind === 'adjust').length;
    expect(sheet.orders.length).toBe(entered);
    for (const { limit, start, tick } of sheet.orders) {
      expect(Math.abs(limit / tick - Math.round(limit / tick))).toBeLessThan(1e-9);
      expect(start).toBeLessThanOrEqual(limit);
    }
  });
});
