import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { points, vol } from '../../core/units.ts';
import { type CondorTerms, condorEconomics } from './economics.ts';
import { tailOutcome } from './tail-loss.ts';

const terms = (creditNet: number, callWing = 50): CondorTerms => ({
  longPut: points(6650),
  shortPut: points(6700),
  shortCall: points(7300),
  longCall: points(7300 + callWing),
  creditNet: points(creditNet),
  multiplier: 100,
});
const density = { forward: 7000, vol: vol(0.15), expiry: 30 / 365, discount: 0.997 };
const credits = fc.double({ min: 0.05, max: 20, noNaN: true });

describe('condorEconomics', () => {
  it('states width less credit as the most that can be lost, on the wider wing', () => {
    expect(condorEconomics(terms(5), density, 0).maxLoss).toBe(450_000);
    expect(condorEconomics(terms(5, 60), density, 0).maxLoss).toBe(550_000);
  });

  it('needs L / (c + L) full wins to break even: 1 - c/W', () => {
    expect(condorEconomics(terms(5), density, 0).breakEvenWinRate).toBeCloseTo(0.9, 12);
    fc.assert(
      fc.property(credits, (credit) => {
        expect(condorEconomics(terms(credit), density, 0).breakEvenWinRate).toBeCloseTo(1 - credit / 50, 12);
      }),
    );
  });

  it('puts the break-evens a credit beyond the shorts, without dust', () => {
    expect(condorEconomics(terms(0.35), density, 0).breakevens).toEqual([6699.65, 7300.35]);
  });

  it('expects more of every condor with a larger credit, and less of one that pays for more hedge', () => {
    fc.assert(
      fc.property(credits, fc.double({ min: 0, max: 1, noNaN: true }), (credit, rate) => {
        const less = condorEconomics(terms(credit), density, rate);
        expect(condorEconomics(terms(credit + 0.1), density, rate).expectedValue).toBeGreaterThan(
          less.expectedValue,
        );
        expect(condorEconomics(terms(credit), density, rate + 0.1).expectedValue).toBeLessThan(
          less.expectedValue,
        );
      }),
    );
  });

  it('charges the hedge at h L T (E3): 20 % a year of 45 points over 30 days', () => {
    expect(condorEconomics(terms(5), density, 0.2).hedgeCost).toBeCloseTo((0.2 * 45 * 30) / 365, 12);
  });

  it('with no variance left keeps the whole credit for certain', () => {
    const certain = condorEconomics(terms(5), { ...density, vol: vol(1e-6) }, 0);
    expect(certain.expectedValue).toBe(50_000);
    expect(certain.probabilityOfProfit).toBeCloseTo(1, 12);
    expect(certain.deviationShare).toBeCloseTo(0, 9);
  });
});

describe('tailOutcome', () => {
  it('is no worse than the most that can be lost and no better than the mean', () => {
    const worst = tailOutcome(terms(5), density, 0.05);
    expect(worst).toBeGreaterThanOrEqual(-45);
    expect(worst).toBeLessThan(tailOutcome(terms(5), density, 1));
  });

  it('is the whole width less the credit when the index is far through a wing for certain', () => {
    expect(tailOutcome(terms(5), { ...density, forward: 6000, vol: vol(0.01) }, 0.05)).toBeCloseTo(-45, 6);
  });
});
