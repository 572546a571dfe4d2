import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleReading, shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { dollars } from '../../core/units.ts';
import { ladder } from './ladder.ts';

const plan = shippedPlan();
const market = sampleReading();
const built = (depth: number, coreLoss: number, nav: number) =>
  ladder({ market, plan, depth, coreLoss: dollars(coreLoss), navBase: dollars(nav) });
const wanted = (found: ReturnType<typeof built>) => found.layers.map((layer) => layer.wanted);

describe('ladder', () => {
  it('keeps 4:4:2 contracts and covers depth x 40 % of the core loss in the sizing scenario', () => {
    const found = built(1, 500_000, 10_000_000);
    const [l1 = 0, l2 = 0, l3 = 0] = wanted(found);
    expect(Math.abs(l1 - l2)).toBeLessThanOrEqual(0);
    expect(Math.abs(l1 - 2 * l3)).toBeLessThanOrEqual(1);
    expect(found.coverageTarget).toBeCloseTo(0.4, 12);
    expect(found.coverageReached).toBeCloseTo(0.4, 2);
  });

  it('is sized on at least a quarter of the core cap, so that a flat core has a hedge (E13)', () => {
    expect(built(1, 0, 1_000_000).sizingLoss).toBe(dollars(25_000));
    expect(built(1, 40_000, 1_000_000).sizingLoss).toBe(dollars(40_000));
  });

  it('always wants one contract of the first layer, however small the account', () => {
    const tiny = built(0.25, 0, 10_000);
    expect(wanted(tiny)).toEqual([1, 0, 0]);
  });

  it('replaces calls by ten-wide spreads where one contract would cover too much', () => {
    const tiny = built(0.25, 0, 10_000);
    expect(tiny.layers[0]?.option?.short).toBeDefined();
    expect(built(1, 500_000, 10_000_000).layers[0]?.option?.short).toBeUndefined();
  });

  it('wants no less at more depth and at a larger loss', () => {
    const money = fc.integer({ min: 200_000, max: 3_000_000 });
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 1.25, noNaN: true }), money, (depth, loss) => {
        const base = wanted(built(depth, loss, 1_000_000));
        wanted(built(depth + 0.25, loss, 1_000_000)).forEach((n, i) => {
          expect(n).toBeGreaterThanOrEqual(base[i] ?? 0);
        });
        wanted(built(depth, loss * 2, 1_000_000)).forEach((n, i) => {
          expect(n).toBeGreaterThanOrEqual(base[i] ?? 0);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('says why a layer has no option, and reaches no coverage it cannot compute', () => {
    const { vvix: _, ...blind } = market;
    const none = ladder({ market: blind, plan, depth: 1, coreLoss: dollars(1), navBase: dollars(1) });
    expect(none.layers.map(({ absent }) => absent)).toEqual(
      Array(3).fill('no VIX quote, and no VX value or VVIX to model one on'),
    );
    expect(none).not.toHaveProperty('coverageReached');
    expect(wanted(none)).toEqual([0, 0, 0]);
  });
});
