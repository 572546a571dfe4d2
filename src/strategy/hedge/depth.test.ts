import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { signal } from '../../../test/fixtures/reading.ts';
import { REGIME_LABELS } from '../regime-types.ts';
import type { Reading } from '../signal/signal.ts';
import { hedgeDepth } from './depth.ts';

const plan = shippedPlan();
const depth = (readings: readonly Reading[] = [], vix?: number) =>
  hedgeDepth(readings, 'NORMAL', vix, plan).depth;

describe('hedgeDepth (3.6)', () => {
  it("is the regime's own while no signal speaks: 1.25, 1.00, .75, .50, .75", () => {
    expect(REGIME_LABELS.map((regime) => hedgeDepth([], regime, undefined, plan).depth)).toEqual([
      1.25, 1, 0.75, 0.5, 0.75,
    ]);
  });

  it('adds a quarter when breadth diverges, and only then', () => {
    expect(depth([signal('S07', -1)])).toBe(1.25);
    expect(depth([signal('S07', -0.9)])).toBe(1);
  });

  it('adds a quarter in the hedge window: dRSI at 5 or more below VIX 20 (E7)', () => {
    const firm = [signal('S04', 0, { dRsi: 5 })];
    expect(depth(firm, 19.99)).toBe(1.25);
    expect(depth(firm, 20)).toBe(1);
    expect(depth(firm)).toBe(1);
    expect(depth([signal('S04', 0, { dRsi: 4.9 })], 15)).toBe(1);
  });

  it('adds a tenth once when REITs or high beta lag by 10 % (E16)', () => {
    const reits = signal('S14', -1, { r60VnqSpy: -0.1 });
    const beta = signal('S15', -1, { r60SphbSpy: -0.12 });
    expect(depth([reits])).toBeCloseTo(1.1, 12);
    expect(depth([reits, beta])).toBeCloseTo(1.1, 12);
    expect(depth([signal('S14', -1, { r60VnqSpy: -0.099 })])).toBe(1);
  });

  it('takes a quarter off when VIX or its future is overbought', () => {
    expect(depth([signal('S03', -1, { rsiVix: 75 })])).toBe(0.75);
    expect(depth([signal('S04', 0, { rsiCm30: 80 })])).toBe(0.75);
  });

  it("names every part, and stays within the profile's minimum and maximum", () => {
    const flag = fc.boolean();
    for (const profile of [plan, shippedPlan('promoter')]) {
      fc.assert(
        fc.property(
          fc.constantFrom(...REGIME_LABELS),
          flag,
          flag,
          flag,
          flag,
          (regime, breadth, window, flow, hot) => {
            const readings = [
              signal('S07', breadth ? -1 : 0),
              signal('S04', 0, { dRsi: window ? 9 : 0 }),
              signal('S14', 0, { r60VnqSpy: flow ? -0.2 : 0 }),
              signal('S03', 0, { rsiVix: hot ? 90 : 50 }),
            ];
            const found = hedgeDepth(readings, regime, 15, profile);
            expect(found.depth).toBeGreaterThanOrEqual(profile.hedge.depth.min);
            expect(found.depth).toBeLessThanOrEqual(profile.hedge.depth.max);
            expect(found.parts).toHaveLength(1 + [breadth, window, flow, hot].filter(Boolean).length);
          },
        ),
      );
    }
  });
});
