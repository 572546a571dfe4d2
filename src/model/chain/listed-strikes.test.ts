import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldChains } from '../../../bench/measure/model/held-files.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { daysBetween, isoDate } from '../../core/dates.ts';
import type { OptionRoot } from '../../market/contract.ts';
import { listedStrikes } from './listed-strikes.ts';

const ON = isoDate('2026-11-19');
const strikesOf = (root: OptionRoot, expiration: string, level: number): number[] => [
  ...listedStrikes({ root, expiration: isoDate(expiration) }, ON, level),
];
const EXPIRATIONS = ['2026-11-30', '2026-12-02', '2026-12-04', '2026-12-18', '2027-03-19', '2028-06-16'];

describe('SPX strikes', () => {
  it('are ascending multiples of five on both sides of the index, whatever its level', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 20_000, noNaN: true }), (level) => {
        for (const expiration of EXPIRATIONS) {
          const strikes = strikesOf('SPXW', expiration, level);
          expect(strikes.every((strike, i) => strike > (strikes[i - 1] ?? 0) && strike % 5 === 0)).toBe(true);
          expect((strikes[0] ?? 0) < 0.7 * level).toBe(true);
          expect((strikes.at(-1) ?? 0) > 1.08 * level).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are five points apart at the money of anything near, twenty-five of anything far', () => {
    const gapAt = (expiration: string): number => {
      const strikes = strikesOf('SPXW', expiration, 7126.35);
      const above = strikes.findIndex((strike) => strike > 7126.35);
      return (strikes[above] ?? 0) - (strikes[above - 1] ?? 0);
    };
    expect(EXPIRATIONS.map(gapAt)).toEqual([5, 5, 5, 5, 25, 25]);
  });

  it('widen outward', () => {
    const strikes = strikesOf('SPX', '2026-12-18', 7126.35);
    const gaps = strikes.slice(1).map((strike, i) => strike - (strikes[i] ?? 0));
    expect(new Set(gaps)).toEqual(new Set([100, 50, 25, 5]));
    expect(strikes).toEqual(expect.arrayContaining([3000, 4500, 6550, 6555, 7470, 7500, 8500]));
  });
});

describe('VIX strikes', () => {
  it('are those of the chain of 2023-05-15, with half points below 15', () => {
    const strikes = strikesOf('VIX', '2026-12-16', 17);
    expect(strikes.slice(0, 12)).toEqual([10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5, 14, 14.5, 15, 16]);
    expect(strikes).toEqual(expect.arrayContaining([39, 40, 42.5, 47.5, 50, 55, 95, 100, 110, 170]));
    expect(strikesOf('VIXW', '2026-12-02', 17).at(-1)).toBe(100);
  });

  it('reach below the lowest VIX there is', () => {
    expect(strikesOf('VIX', '2026-12-16', 9.2)[0]).toBe(6);
  });
});

describeWithShared('listed strikes beside real chains', () => {
  // Real lists grow with where the index has been; ours know its level alone, hence a third either way.
  it.each(['2019-05-20', '2022-03-23', '2023-05-19'])('%s: as many as there were', async (on) => {
    for await (const { snapshot } of heldChains(sharedPath(), {
      underlying: 'SPX',
      sessions: [isoDate(on)],
    })) {
      const near = snapshot.chains.filter(({ expiration }) => daysBetween(isoDate(on), expiration) <= 200);
      const level = snapshot.spot ?? 0;
      const ours = near.reduce((sum, chain) => sum + listedStrikes(chain, isoDate(on), level).length, 0);
      const real = near.reduce((sum, { strikes }) => sum + strikes.length, 0);
      expect(ours / real).toBeGreaterThan(2 / 3);
      expect(ours / real).toBeLessThan(4 / 3);
    }
  });
});
