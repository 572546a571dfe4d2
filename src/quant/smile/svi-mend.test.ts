import { expect, it } from 'vitest';
import { type SviParams, sviTotalVariance } from './svi.ts';
import { leastDurrleman } from './svi-butterfly.ts';
import { meanSquare } from './svi-columns.ts';
import { mendedSvi } from './svi-mend.ts';

const vogt: SviParams = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
const k = Float64Array.from({ length: 61 }, (_, i) => -1.5 + 0.05 * i);
const columns = { k, totalVariance: k.map((x) => sviTotalVariance(vogt, x)), weight: k.map(() => 1) };
const isFree = (trial: SviParams): boolean => leastDurrleman(trial, -1.5, 1.5) >= 0;

it('frees the slice of Axel Vogt at the least cost known', () => {
  const mended = mendedSvi(vogt, columns, isFree);
  expect(isFree(mended)).toBe(true);
  // The least a long search has found is 0.0023 (see svi-butterfly.test.ts).
  expect(Math.sqrt(meanSquare(columns, mended))).toBeLessThan(0.0024);
});

it('keeps the rules of a slice', () => {
  const { b, rho, sigma } = mendedSvi({ ...vogt, b: 1.5, rho: 0.33 }, columns, isFree);
  expect(b).toBeGreaterThanOrEqual(0);
  expect(Math.abs(rho)).toBeLessThanOrEqual(1);
  expect(b * (1 + Math.abs(rho))).toBeLessThanOrEqual(2 * (1 + 1e-12));
  expect(sigma).toBeGreaterThan(0);
});
