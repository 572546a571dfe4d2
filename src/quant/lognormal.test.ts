import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simpson } from '../../test/golden/quant/simpson.ts';
import { PreconditionError } from '../core/errors.ts';
import {
  type CondorStrikes,
  condorPayout,
  type Lognormal,
  probabilityBelow,
  probabilityBetween,
} from './lognormal.ts';
import { normalPdf } from './normal.ts';

const law: Lognormal = { forward: 2900, vol: 0.15, expiry: 14 / 365 };
const condor: CondorStrikes = { longPut: 2770, shortPut: 2800, shortCall: 2980, longCall: 3005 };

const owedAt = ({ longPut, shortPut, shortCall, longCall }: CondorStrikes, level: number): number =>
  Math.max(shortPut - level, 0) -
  Math.max(longPut - level, 0) +
  Math.max(level - shortCall, 0) -
  Math.max(level - longCall, 0);

/** Mean of f(S) under the law, by quadrature over z in S = F exp(s z - s^2/2). */
const meanOf = ({ forward, vol, expiry }: Lognormal, f: (level: number) => number): number => {
  const s = vol * Math.sqrt(expiry);
  return simpson((z) => f(forward * Math.exp(s * z - (s * s) / 2)) * normalPdf(z), -10, 10, 100_000);
};

describe('probabilities', () => {
  it('puts the chances of daily moves where the methodology has them', () => {
    // methodology.md section 6: P(|return| > x) at VIX 17.95, one day of 252, taken there as normal about zero
    const day = { forward: 1, vol: 0.1795, expiry: 1 / 252 };
    for (const [move, chance] of [
      [0.01, 0.376495],
      [0.015, 0.184654],
      [0.02, 0.076936],
    ] as const) {
      const s = day.vol * Math.sqrt(day.expiry);
      const centred = Math.exp((-s * s) / 2);
      const inside = probabilityBetween({
        ...day,
        low: centred * Math.exp(-move),
        high: centred * Math.exp(move),
      });
      expect(1 - inside).toBeCloseTo(chance, 6);
    }
  });

  it('agrees with quadrature', () => {
    const inside = meanOf(law, (level) => (level > 2800 && level <= 2980 ? 1 : 0));
    expect(probabilityBetween({ ...law, low: 2800, high: 2980 })).toBeCloseTo(inside, 3); // the integrand jumps
  });

  it('keeps its limits', () => {
    expect(probabilityBelow(law, 0)).toBe(0);
    expect(probabilityBelow(law, Number.POSITIVE_INFINITY)).toBe(1);
    expect(probabilityBetween({ ...law, low: 3000, high: 2900 })).toBe(0);
    expect(probabilityBelow({ ...law, expiry: 0 }, 2900)).toBe(1);
    expect(probabilityBelow({ ...law, vol: 0 }, 2899.99)).toBe(0);
  });

  it('keeps relative accuracy in the upper tail', () => {
    const far = probabilityBetween({ ...law, low: 4000, high: 5000 });
    expect(far).toBeGreaterThan(0);
    expect(far).toBeLessThan(1e-25);
  });
});

describe('what a condor owes', () => {
  it('has the mean and deviation that quadrature finds', () => {
    const mean = meanOf(law, (level) => owedAt(condor, level));
    const square = meanOf(law, (level) => owedAt(condor, level) ** 2);
    const { mean: closed, deviation } = condorPayout({ ...law, ...condor });
    expect(closed).toBeCloseTo(mean, 6); // the integrand has corners
    expect(deviation).toBeCloseTo(Math.sqrt(square - mean * mean), 6);
  });

  it('agrees with quadrature for any condor', () => {
    const laws = fc.record({
      vol: fc.double({ min: 0.08, max: 0.6, noNaN: true }),
      expiry: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      put: fc.double({ min: 0, max: 0.15, noNaN: true }),
      call: fc.double({ min: 0, max: 0.15, noNaN: true }),
      width: fc.double({ min: 5, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(laws, ({ vol, expiry, put, call, width }) => {
        const shortPut = 2900 * (1 - put);
        const shortCall = 2900 * (1 + call);
        const strikes = { longPut: shortPut - width, shortPut, shortCall, longCall: shortCall + width };
        const wide = { forward: 2900, vol, expiry };
        const { mean, deviation } = condorPayout({ ...wide, ...strikes });
        const byQuadrature = meanOf(wide, (level) => owedAt(strikes, level));
        expect(Math.abs(mean - byQuadrature)).toBeLessThan(1e-5 * width);
        expect(deviation).toBeLessThanOrEqual(width / 2 + 1e-9); // most a value between 0 and width can vary
      }),
      { numRuns: 10 },
    );
  });

  it('is certain with no variance left', () => {
    expect(condorPayout({ ...law, forward: 2790, vol: 0, ...condor })).toEqual({ mean: 10, deviation: 0 });
    expect(condorPayout({ ...law, expiry: 0, ...condor })).toEqual({ mean: 0, deviation: 0 });
    expect(condorPayout({ ...law, forward: 3100, expiry: 0, ...condor }).mean).toBe(25);
  });

  it('refuses strikes out of order, naming the one', () => {
    expect(() => condorPayout({ ...law, ...condor, longPut: 2800 })).toThrow(PreconditionError);
    expect(() => condorPayout({ ...law, ...condor, longPut: 2800 })).toThrow(
      'shortPut must be > longPut (2800), was 2800',
    );
    expect(() => condorPayout({ ...law, ...condor, longCall: 2900 })).toThrow('longCall must be > shortCall');
    expect(() => condorPayout({ ...law, ...condor, forward: 0 })).toThrow('forward must be finite and > 0');
  });
});
