import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { vol } from '../../core/units.ts';
import { sizingVol } from './sizing-vol.ts';

const rules = shippedPlan().sizing.density;
const of = (atm: number, rv20: number, ewma: number) =>
  sizingVol({ atmVol: vol(atm), rv20: vol(rv20), ewma: vol(ewma) }, rules);

describe('sizingVol', () => {
  it('blends realised and implied as E2 says', () => {
    expect(of(0.2, 0.22, 0.18)).toBeCloseTo(0.5 * 0.2 + 0.45 * 0.2, 14); // .19 against a floor of .16
  });

  it('stands on its floor of 80 % of implied in a quiet month', () => {
    expect(of(0.2, 0.05, 0.05)).toBeCloseTo(0.16, 14);
  });

  it('assumes nothing where there is no realised volatility', () => {
    expect(sizingVol({ atmVol: vol(0.2), rv20: vol(0.2) }, rules)).toBeUndefined();
    expect(sizingVol({ atmVol: vol(0.2), ewma: vol(0.2) }, rules)).toBeUndefined();
  });

  it('is never under the floor and rises with each of its inputs', () => {
    const level = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(level, level, level, (atm, rv, ewma) => {
        const at = of(atm, rv, ewma) ?? 0;
        expect(at).toBeGreaterThanOrEqual(0.8 * atm - 1e-12);
        for (const more of [of(atm + 0.1, rv, ewma), of(atm, rv + 0.1, ewma), of(atm, rv, ewma + 0.1)])
          expect(more ?? 0).toBeGreaterThanOrEqual(at);
      }),
    );
  });
});
