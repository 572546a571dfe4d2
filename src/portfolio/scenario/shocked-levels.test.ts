import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareMarket, marketOf, VIX, VIX3M } from '../../../test/fixtures/scenario-market.ts';
import { volIndexAt } from '../../model/variance-window.ts';
import { lastAllowed, shockedLevels, vixRange } from './shocked-levels.ts';
import { slopeFactor } from './slope-beta.ts';

const market = marketOf(bareMarket());
const shocked = (shock: Partial<Parameters<typeof shockedLevels>[1]>) =>
  shockedLevels(market, { spx: 0, vix: 0, days: 0, ...shock });

describe('levels after a shock', () => {
  it('are shown by the factors they come with', () => {
    const { vix, vix3m } = market.today.model;
    fc.assert(
      fc.property(fc.double({ min: -8, max: 80, noNaN: true }), (change) => {
        const levels = shocked({ vix: change });
        if (!levels.ok) return expect(levels.failure.code).toBe('vix-outside');
        const { x, y } = levels.value.state;
        // Newton's tolerance on the logarithms is 1e-9 at worst.
        expect(volIndexAt(vix, x, y) / (VIX + change)).toBeCloseTo(1, 8);
        expect(volIndexAt(vix3m, x, y) / levels.value.vix3m).toBeCloseTo(1, 8);
      }),
      { numRuns: 50 },
    );
  });

  it('are today, to the bit, without a shock', () => {
    const levels = shocked({});
    expect(levels.ok && levels.value).toEqual({ vix: VIX, vix3m: VIX3M, state: market.today.state });
  });

  it('let VIX3M follow by the measured rule, by the power asked, or take the level given', () => {
    const vix3mOf = (shock: Parameters<typeof shocked>[0]) => {
      const levels = shocked(shock);
      return levels.ok ? levels.value.vix3m : undefined;
    };
    expect(vix3mOf({ vix: 20 })).toBeCloseTo(VIX3M * slopeFactor('vix3m', VIX, VIX + 20), 12);
    expect(vix3mOf({ vix: 20, slope: 0.6 })).toBeCloseTo(VIX3M * (36 / 16) ** 0.6, 12);
    expect(vix3mOf({ vix: 20, vix3m: 30 })).toBe(30);
  });

  it('are refused outside the range, and the range is sharp', () => {
    const { lowest, highest } = vixRange(market);
    expect(lowest).toBeGreaterThan(4);
    expect(lowest).toBeLessThan(8);
    expect(highest).toBeGreaterThan(90); // further than any close on record
    expect(highest).toBeLessThan(141.5); // 100 sqrt(vMax), the cap of the model
    expect(shocked({ vix: highest - VIX - 0.01 }).ok).toBe(true);
    expect(shocked({ vix: highest - VIX + 0.01 })).toMatchObject({
      failure: { code: 'vix-outside', asked: highest + 0.01, highest },
    });
    expect(shocked({ vix: -VIX })).toMatchObject({ failure: { code: 'vix-outside', asked: 0 } });
  });

  it('are refused for a pair no factors show, with the range of VIX3M beside that VIX', () => {
    const refused = shocked({ vix: 20, vix3m: 95 });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'vix3m-outside', asked: 95 } });
    if (refused.ok) return;
    const { lowest, highest } = refused.failure;
    expect(shocked({ vix: 20, vix3m: lowest }).ok && shocked({ vix: 20, vix3m: highest }).ok).toBe(true);
    expect(shocked({ vix: 20, vix3m: highest + 0.01 }).ok).toBe(false);
  });

  it.each([
    [{ spx: -0.61 }, 'spx-outside', -0.6, 0.5],
    [{ spx: Number.NaN }, 'spx-outside', -0.6, 0.5],
    [{ days: 366 }, 'days-outside', 0, 365],
    [{ days: -1 }, 'days-outside', 0, 365],
    [{ vix: 5, slope: 1.3 }, 'slope-outside', 0, 1.2],
  ])('are refused for %j, with the range', (shock, code, lowest, highest) => {
    expect(shocked(shock)).toMatchObject({ failure: { code, lowest, highest } });
  });

  it('start from a day whose own factors are out of reach', () => {
    // x = -5.8 at VIX 5 with VIX3M 8.7: further than any shock may lead, and still a place to start from.
    const far = marketOf(bareMarket({ vix: 5, vix3m: 8.7 }));
    expect(far.today.state.x).toBeLessThan(-5);
    expect(shockedLevels(far, { spx: 0, vix: 0, days: 0 }).ok).toBe(true);
  });
});

describe('the last value allowed', () => {
  it('is found to 1e-9 of the way, and is the end itself where that is allowed', () => {
    expect(lastAllowed(0, 10, (x) => x <= Math.PI)).toBeCloseTo(Math.PI, 9);
    expect(lastAllowed(0, -10, (x) => x >= -1)).toBeCloseTo(-1, 9);
    expect(lastAllowed(0, 10, () => true)).toBe(10);
  });
});
