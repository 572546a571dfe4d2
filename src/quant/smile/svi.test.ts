import { expect, it } from 'vitest';
import {
  numberIn,
  readVectors,
  relativeError,
  type VectorRow,
  worstOf,
} from '../../../bench/measure/vectors.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { durrleman, type SviParams, sviSlice, sviTotalVariance } from './svi.ts';

const spxLike: SviParams = { a: 0.0005, b: 0.02, rho: -0.6, m: 0.01, sigma: 0.03 };
/** Axel Vogt's slice: looks like a smile, allows a butterfly worth less than nothing (Gatheral and Jacquier 2014, 3.1). */
const vogt: SviParams = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };

it('gives the 25-digit reference values of an SPX-like slice', () => {
  // vectors/svi_raw.csv (mpmath, 60 digits), k = -0.1
  const slice = sviSlice(spxLike, -0.1);
  expect(slice.w).toBeCloseTo(0.004100350850198276, 15);
  expect(slice.w1).toBeCloseTo(-0.03129527642475464, 15);
  expect(slice.w2).toBeCloseTo(0.01214388026732809, 15);
  expect(durrleman(slice, -0.1)).toBeCloseTo(0.3286941367249105, 14);
  expect(sviTotalVariance(spxLike, -0.1)).toBe(slice.w);
});

it('finds the arbitrage in the slice of Axel Vogt', () => {
  // vectors/svi_raw.csv, k = 0.75
  expect(durrleman(sviSlice(vogt, 0.75), 0.75)).toBeCloseTo(-0.02418544234606892, 14);
});

it('gives g = 1 for a flat slice', () => {
  expect(durrleman(sviSlice({ ...spxLike, b: 0 }, 0.3), 0.3)).toBe(1);
});

describeWithShared('against vectors/svi_raw.csv', () => {
  // Sums of a few terms that may partly cancel: relative to the largest, so absolute below one.
  const errorIn = (row: VectorRow, column: string, computed: number) => ({
    error: Math.min(
      relativeError(computed, numberIn(row, column)),
      Math.abs(computed - numberIn(row, column)),
    ),
    at: `${column} ${row['set']} ${row['k']}`,
  });

  it('gives w, its derivatives and g to 1e-14', () => {
    const errors = readVectors(sharedPath(), 'vectors', 'svi_raw.csv').flatMap((row) => {
      const [a, b, rho, m, sigma] = ['a', 'b', 'rho', 'm', 'sigma'].map((name) => numberIn(row, name)) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const k = numberIn(row, 'k');
      const slice = sviSlice({ a, b, rho, m, sigma }, k);
      return [
        errorIn(row, 'w', slice.w),
        errorIn(row, 'w1', slice.w1),
        errorIn(row, 'w2', slice.w2),
        errorIn(row, 'g_durrleman', durrleman(slice, k)),
      ];
    });
    expect(worstOf(errors)).toMatchObject({ cases: 180 });
    expect(worstOf(errors).error).toBeLessThan(1e-14);
  });
});
