import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../test/fixtures/market-reading.ts';
import { legSlippage, minSlippage } from './execution-cost.ts';
import { REGIME_LABELS } from './regime-types.ts';

const plan = shippedPlan();

describe('legSlippage', () => {
  it('gives up the share of the half-spread of methodology 3.8: .35, .50, .75, 1.00', () => {
    const of = (regime: 'CALM' | 'NORMAL' | 'ELEVATED' | 'STRESS') => legSlippage(plan, regime, 'SPXW', 1);
    expect([of('CALM'), of('NORMAL'), of('ELEVATED'), of('STRESS')]).toEqual([0.35, 0.5, 0.75, 1]);
  });

  it('is never less than a tick: .05 SPX, .01 XSP (E11), .02 VIX', () => {
    expect(legSlippage(plan, 'CALM', 'SPXW', 0.05)).toBe(0.05);
    expect(legSlippage(plan, 'CALM', 'XSP', 0)).toBe(0.01);
    expect(legSlippage(plan, 'CALM', 'VIX', 0.01)).toBe(0.02);
    expect(minSlippage(plan, 'SPX')).toBe(minSlippage(plan, 'SPXW'));
    expect(minSlippage(plan, 'VIXW')).toBe(0.02);
    expect(minSlippage(plan, 'SPY')).toBe(0.01);
  });

  it('grows with the spread and with the regime, and never passes the natural price of a wide leg', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.constantFrom(...REGIME_LABELS),
        (half, regime) => {
          const given = legSlippage(plan, regime, 'SPXW', half);
          expect(given).toBeLessThanOrEqual(half);
          expect(legSlippage(plan, regime, 'SPXW', half + 1)).toBeGreaterThanOrEqual(given);
          expect(legSlippage(plan, 'STRESS', 'SPXW', half)).toBeGreaterThanOrEqual(given);
        },
      ),
    );
  });
});
