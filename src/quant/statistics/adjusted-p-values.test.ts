import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { normalCdf } from '../normal.ts';
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  holm,
  type PValueAdjustment,
} from './adjusted-p-values.ts';

const METHODS: readonly (readonly [string, PValueAdjustment])[] = [
  ['benjaminiHochberg', benjaminiHochberg],
  ['benjaminiYekutieli', benjaminiYekutieli],
  ['holm', holm],
  ['bonferroni', bonferroni],
];

describe('agrees with statsmodels 0.15, multipletests', () => {
  const P = [0.01, 0.013, 0.014, 0.19, 0.35, 0.5, 0.63, 0.67, 0.75, 0.81, 0.013];
  const close = (actual: Float64Array, expected: readonly number[]): void => {
    expect(actual).toHaveLength(expected.length);
    expected.forEach((p, i) => {
      expect(actual[i]).toBeCloseTo(p, 14);
    });
  };

  it('fdr_bh', () => {
    const low = 0.0385;
    const mid = [0.418, 0.6416666666666667, 0.7857142857142857, 0.81, 0.81, 0.81, 0.81];
    close(benjaminiHochberg(P), [low, low, low, ...mid, low]);
  });

  it('fdr_by', () => {
    const low = 0.11626527777777776;
    close(benjaminiYekutieli(P), [low, low, low, 1, 1, 1, 1, 1, 1, 1, low]);
  });

  it('holm', () => {
    close(holm(P), [0.11, 0.13, 0.13, 1, 1, 1, 1, 1, 1, 1, 0.13]);
  });

  it('bonferroni', () => {
    close(bonferroni(P), [0.11, 0.143, 0.154, 1, 1, 1, 1, 1, 1, 1, 0.143]);
  });
});

describe('laws', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });

  it.each(METHODS)('%s keeps the order, raises every p-value, and stays in [0, 1]', (_, adjust) => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const adjusted = adjust(ps);
        ps.forEach((p, i) => {
          const own = adjusted[i] ?? Number.NaN;
          expect(own).toBeGreaterThanOrEqual(p * (1 - 1e-15));
          expect(own).toBeLessThanOrEqual(1);
          ps.forEach((q, j) => {
            if (q > p) expect(adjusted[j]).toBeGreaterThanOrEqual(own);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are ordered: Benjamini-Hochberg <= Holm <= Bonferroni, and <= Benjamini-Yekutieli', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const [bh, by, h, b] = METHODS.map(([, adjust]) => adjust(ps));
        ps.forEach((_, i) => {
          const least = (bh?.[i] ?? Number.NaN) * (1 - 1e-14);
          expect(h?.[i]).toBeGreaterThanOrEqual(least);
          expect(by?.[i]).toBeGreaterThanOrEqual(least);
          expect(b?.[i]).toBeGreaterThanOrEqual((h?.[i] ?? Number.NaN) * (1 - 1e-14));
        });
      }),
    );
  });

  it.each(METHODS)('%s leaves a single test alone', (_, adjust) => {
    expect(adjust([0.03])).toEqual(Float64Array.of(0.03));
    expect(adjust([])).toHaveLength(0);
  });
});

it('Benjamini-Hochberg keeps the false share of its discoveries at q times the share of true nulls', () => {
  const random = seededRandom(5);
  const shares = Array.from({ length: 1000 }, () => {
    // 80 tests of nothing, 20 of an effect of three standard errors
    const found = benjaminiHochberg(
      Float64Array.from({ length: 100 }, (_, i) => normalCdf(-(normalDraw(random) + (i < 80 ? 0 : 3)))),
    );
    const discoveries = [...found.keys()].filter((i) => (found[i] ?? 1) <= 0.1);
    return discoveries.length === 0 ? 0 : discoveries.filter((i) => i < 80).length / discoveries.length;
  });
  const rate = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  // 0.1 x 0.8, exactly so for independent tests; one run scatters by about 0.07, 1,000 by 0.0022, three of them
  expect(Math.abs(rate - 0.08)).toBeLessThan(0.007);
});

it('refuses what is no probability', () => {
  for (const [, adjust] of METHODS) {
    expect(() => adjust([0.1, 1.5])).toThrow('pValues[1] must lie in [0, 1], was 1.5');
    expect(() => adjust([Number.NaN])).toThrow('pValues[0] must lie in [0, 1], was NaN');
  }
});
