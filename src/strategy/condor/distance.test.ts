import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { REGIME_LABELS } from '../regime-types.ts';
import { type DistanceInputs, strikeDistance } from './distance.ts';

const plan = shippedPlan();
const at = (inputs: Partial<DistanceInputs> = {}, profile = plan) =>
  strikeDistance({ regime: 'NORMAL', ...inputs }, profile);

describe('strikeDistance (R-C3)', () => {
  it('starts at 1.50 expected moves, and absent readings move nothing', () => {
    expect(at()).toEqual({ k: 1.5, widened: false, notes: [] });
  });

  it('adds a quarter for RSI(SPX) at 70 or 30, for RSI(VIX) at 70 and for high REER volatility', () => {
    expect(at({ rsiSpx: 70 })).toMatchObject({ k: 1.75, widened: true });
    expect(at({ rsiSpx: 30 })).toMatchObject({ k: 1.75, widened: true });
    expect(at({ rsiSpx: 69.9, rsiVix: 69.9 })).toMatchObject({ k: 1.5, widened: false });
    expect(at({ rsiSpx: 71, rsiVix: 70 }).k).toBe(2);
    expect(at({ reerPercentile: 67.1 })).toMatchObject({ k: 1.75, widened: false });
    expect(at({ reerPercentile: 67 }).k).toBe(1.5);
  });

  it('takes .15 off only in CALM with low REER volatility', () => {
    expect(at({ reerPercentile: 20, regime: 'CALM' }).k).toBeCloseTo(1.35, 12);
    expect(at({ reerPercentile: 20 }).k).toBe(1.5);
    expect(at({ reerPercentile: 50, regime: 'CALM' }).k).toBe(1.5);
  });

  it("holds the articles' 1 to 2 while REER volatility is low, and the profile's range otherwise", () => {
    const promoter = shippedPlan('promoter');
    expect(at({ reerPercentile: 20, regime: 'CALM' }, promoter).k).toBe(1);
    expect(at({ reerPercentile: 20 }, promoter).k).toBe(1.15);
    expect(at({}, promoter).k).toBe(1.25);
    fc.assert(
      fc.property(
        fc.record({
          rsiSpx: fc.double({ min: 0, max: 100, noNaN: true }),
          rsiVix: fc.double({ min: 0, max: 100, noNaN: true }),
          reerPercentile: fc.double({ min: 0, max: 100, noNaN: true }),
          regime: fc.constantFrom(...REGIME_LABELS),
        }),
        (inputs) => {
          const { k } = at(inputs);
          const [low, high] = inputs.reerPercentile < 33 ? [1, 2] : [1.5, 2.5];
          expect(k >= low && k <= high).toBe(true);
        },
      ),
    );
  });

  it('moves the shorts and lengthens the wings by separate switches (R-W1)', () => {
    const still = { ...plan, core: { ...plan.core, widening: { ...plan.core.widening, moveShorts: false } } };
    expect(at({ rsiSpx: 75 }, still)).toEqual({ k: 1.5, widened: true, notes: [] });
  });
});
