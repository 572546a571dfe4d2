import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { black76 } from '../../quant/black76.ts';
import { black76Greeks } from '../../quant/greeks.ts';
import { vixVol } from './vix-vol.ts';

const rules = shippedPlan().hedge.volOfVol;
const at = (forward: number, strike: number, days: number, vvix = 0.9) =>
  vixVol({ vvix, forward, strike, days }, rules);

describe('vixVol (E12)', () => {
  it('is VVIX times .85, .74 and .61 at the money at 30, 110 and 220 days', () => {
    expect([30, 110, 220].map((days) => at(20, 20, days))).toEqual([0.9 * 0.85, 0.9 * 0.74, 0.9 * 0.61]);
  });

  it('rises above the money by .38 ln(K/F)/sqrt(T), as the one real chain did: 1.2-1.4 times at 30 delta', () => {
    expect(at(19, 23, 30)).toBeCloseTo(0.765 * (1 + (0.38 * Math.log(23 / 19)) / Math.sqrt(30 / 365)), 12);
    expect(at(19, 23, 30) / 0.765).toBeGreaterThan(1.2);
    expect(at(19, 23, 30) / 0.765).toBeLessThan(1.4);
  });

  it('stays within .75 and 2.2 times the money and never falls with the strike', () => {
    const strike = fc.double({ min: 5, max: 200, noNaN: true });
    fc.assert(
      fc.property(
        strike,
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (k, more, days) => {
          const [atm, low, high] = [at(20, 20, days), at(20, k, days), at(20, k + more, days)];
          expect(low).toBeGreaterThanOrEqual(0.75 * atm - 1e-12);
          expect(high).toBeLessThanOrEqual(2.2 * atm + 1e-12);
          expect(high).toBeGreaterThanOrEqual(low);
        },
      ),
    );
  });

  it('has no meaning at or after settlement', () => {
    expect(() => at(20, 20, 0)).toThrow(/days/);
  });
});

describe('VIX calls of methodology section 6 (flat vol, r 4 %)', () => {
  const call = (forward: number, strike: number, days: number, vol: number) => {
    const expiry = days / 365;
    const inputs = {
      right: 'call' as const,
      forward,
      strike,
      vol,
      expiry,
      discount: Math.exp(-0.04 * expiry),
    };
    return { price: black76(inputs), delta: black76Greeks(inputs).delta };
  };

  it.each([
    [19, 19, 30, 0.95, 2.051],
    [19, 22.73, 30, 0.95, 0.861],
    [20, 20, 110, 0.7, 3.011],
    [20, 26.23, 110, 0.7, 1.217],
    [20.5, 20.5, 220, 0.58, 3.565],
    [20.5, 28.46, 220, 0.58, 1.424],
  ])('F %d, K %d, %d days, vol %d is worth %d', (forward, strike, days, vol, price) => {
    // Printed for strikes rounded to the cent: a cent of strike is worth .003.
    expect(Math.abs(call(forward, strike, days, vol).price - price)).toBeLessThan(0.0012);
  });

  it('have delta .552 at the money and .30 at the printed strikes', () => {
    expect(call(19, 19, 30, 0.95).delta).toBeCloseTo(0.552, 3);
    for (const [f, k, d, v] of [
      [19, 22.73, 30, 0.95],
      [20, 26.23, 110, 0.7],
      [20.5, 28.46, 220, 0.58],
    ] as const)
      expect(call(f, k, d, v).delta).toBeCloseTo(0.3, 3);
  });
});
