import { expect, it } from 'vitest';
import { type SviParams, sviTotalVariance } from './svi.ts';
import { butterflyFree, leastDurrleman } from './svi-butterfly.ts';
import { meanSquare, type SviData } from './svi-inner.ts';

/** Axel Vogt's slice (Gatheral and Jacquier 2014, 3.1): g < 0 between 0.6 and 1.25. */
const vogt: SviParams = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };

const quotesOf = (params: SviParams, low: number, high: number): SviData => {
  const k = Float64Array.from({ length: 61 }, (_, i) => low + ((high - low) * i) / 60);
  return { k, w: k.map((x) => sviTotalVariance(params, x)), weight: k.map(() => 1) };
};

it('leaves a slice alone that has no arbitrage where it was quoted', () => {
  expect(butterflyFree(vogt, quotesOf(vogt, -1, 0.5))).toBe(vogt);
});

it('mends the slice of Axel Vogt with little harm to the fit', () => {
  const data = quotesOf(vogt, -1.5, 1.5);
  const mended = butterflyFree(vogt, data);
  expect(leastDurrleman(vogt, -1.5, 1.5)).toBeLessThan(-0.02);
  expect(leastDurrleman(mended, -1.5, 1.5, 5000)).toBeGreaterThanOrEqual(0);
  // Total variance runs from 0.02 to 0.15 here; a search a hundred times as long gets to 0.0023.
  expect(Math.sqrt(meanSquare(data, mended))).toBeLessThan(4e-3);
});

it('mends even a slice whose variance is negative in places', () => {
  const negative: SviParams = { a: -0.02, b: 0.2, rho: -0.2, m: 0, sigma: 0.05 };
  const data = {
    ...quotesOf(negative, -0.3, 0.3),
    w: quotesOf(negative, -0.3, 0.3).w.map((w) => Math.max(w, 0.001)),
  };
  expect(leastDurrleman(negative, -0.3, 0.3)).toBe(Number.NEGATIVE_INFINITY);
  expect(leastDurrleman(butterflyFree(negative, data), -0.3, 0.3, 5000)).toBeGreaterThanOrEqual(0);
});
