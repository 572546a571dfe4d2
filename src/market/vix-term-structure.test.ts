import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../core/dates.ts';
import { epochMs, points } from '../core/units.ts';
import type { VxCurve } from './history.ts';
import { constantMaturity, futureFor, proxiedContango, termStructure } from './vix-term-structure.ts';

const session = isoDate('2019-05-09');
const curve = (...contracts: readonly (readonly [days: number, settle: number])[]): VxCurve => ({
  session,
  availableAt: epochMs(0),
  contracts: contracts.map(([days, settle]) => ({
    expiration: addDays(session, days),
    settle: points(settle),
  })),
});

describe('constantMaturity', () => {
  it('lies on the line between the two settles around it', () => {
    const vx = curve([13, 18], [41, 17], [69, 17.4]);
    expect(constantMaturity(vx, 30)).toBeCloseTo(18 - 17 / 28, 12);
    expect(constantMaturity(vx, 60)).toBeCloseTo(17 + (0.4 * 19) / 28, 12);
  });

  it('is the settle itself on its own day', () => {
    expect(constantMaturity(curve([30, 16.2], [58, 17]), 30)).toBe(16.2);
    expect(constantMaturity(curve([30, 16.2]), 30)).toBe(16.2);
  });

  it('prolongs the first two settles by up to a week, for the days after a settlement', () => {
    expect(constantMaturity(curve([35, 16], [63, 17]), 30)).toBeCloseTo(16 - 5 / 28, 12);
    expect(constantMaturity(curve([38, 16], [66, 17]), 30)).toBeUndefined();
  });

  it('is absent beyond the last future and on an empty curve', () => {
    expect(constantMaturity(curve([13, 18], [41, 17]), 42)).toBeUndefined();
    expect(constantMaturity(curve(), 30)).toBeUndefined();
  });

  it('never leaves the range of its two neighbours inside the curve', () => {
    const settle = fc.double({ min: 9, max: 80, noNaN: true });
    fc.assert(
      fc.property(settle, settle, fc.integer({ min: 10, max: 40 }), (a, b, days) => {
        const value = constantMaturity(curve([10, a], [40, b]), days) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(a, b) + 1e-9);
      }),
      { seed: 7 },
    );
  });
});

describe('termStructure', () => {
  it('reads contango off constant maturities, not off the first two contracts', () => {
    const found = termStructure(curve([13, 15], [41, 16], [69, 17]));
    expect(found.cm30).toBeCloseTo(15 + 17 / 28, 12);
    expect(found.cm60).toBeCloseTo(16 + 19 / 28, 12);
    expect(found.contango).toBeCloseTo((16 + 19 / 28) / (15 + 17 / 28) - 1, 12);
    expect(found.frontContango).toBeCloseTo(1 / 15, 12);
    expect(found.contracts.map(({ dte }) => dte)).toEqual([13, 41, 69]);
  });

  it('leaves out the contract that settled that morning and settles of zero', () => {
    const found = termStructure(curve([0, 99], [28, 15], [63, 0], [91, 17]));
    expect(found.contracts.map(({ dte }) => dte)).toEqual([28, 91]);
  });

  it('has no contango without sixty days of curve', () => {
    const found = termStructure(curve([13, 15], [41, 16]));
    expect(found).not.toHaveProperty('contango');
    expect(found).not.toHaveProperty('cm60');
    expect(found).toHaveProperty('cm30');
  });
});

describe('proxiedContango', () => {
  it('is 0.46 ln(VIX3M/VIX) - 0.003', () => {
    expect(proxiedContango(15, 17.25)).toBeCloseTo(0.46 * 0.13976194237515868 - 0.003, 12); // ln 1.15
    expect(proxiedContango(20, 20)).toBeCloseTo(-0.003, 12);
    expect(proxiedContango(40, 34)).toBeLessThan(-0.07);
  });
});

describe('futureFor', () => {
  it('gives the contract of the date, or the curve at it, and says which', () => {
    const vx = curve([13, 18], [41, 17]);
    expect(futureFor(vx, addDays(session, 41))).toEqual({ value: 17, source: 'vx' });
    expect(futureFor(vx, addDays(session, 27))).toEqual({ value: 17.5, source: 'vx-interpolated' });
  });

  it('is absent outside the curve and in the past', () => {
    const vx = curve([13, 18], [41, 17]);
    expect(futureFor(vx, addDays(session, 69))).toBeUndefined();
    expect(futureFor(vx, addDays(session, -3))).toBeUndefined();
  });
});
