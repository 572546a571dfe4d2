import { expect, it } from 'vitest';
import { durrleman, type SviParams, sviSlice, sviTotalVariance } from './svi.ts';
import { butterflyFree, leastDurrleman } from './svi-butterfly.ts';
import { meanSquare, type SviColumns } from './svi-columns.ts';

/** Axel Vogt's slice (Gatheral and Jacquier 2014, 3.1): g < 0 between 0.6 and 1.25. */
const vogt: SviParams = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };

const quotesOf = (params: SviParams, low: number, high: number): SviColumns => {
  const k = Float64Array.from({ length: 61 }, (_, i) => low + ((high - low) * i) / 60);
  return { k, totalVariance: k.map((x) => sviTotalVariance(params, x)), weight: k.map(() => 1) };
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
    totalVariance: quotesOf(negative, -0.3, 0.3).totalVariance.map((w) => Math.max(w, 0.001)),
  };
  expect(leastDurrleman(negative, -0.3, 0.3)).toBe(Number.NEGATIVE_INFINITY);
  expect(leastDurrleman(butterflyFree(negative, data), -0.3, 0.3, 5000)).toBeGreaterThanOrEqual(0);
});

it('sees a dip of g between the points of an even grid', () => {
  // One of two found among 60,000 random slices whose g is > 0 at all 201 points.
  const dipping = {
    a: 0.00015263560604340874,
    b: 0.01085417767712627,
    rho: -0.12370778201147914,
    m: 0.053179395548068,
    sigma: 0.009361496349443497,
  };
  const even = Array.from({ length: 201 }, (_, i) => -0.3 + 0.00225 * i);
  expect(Math.min(...even.map((k) => durrleman(sviSlice(dipping, k), k)))).toBeGreaterThan(0);
  expect(leastDurrleman(dipping, -0.3, 0.15)).toBeLessThan(-7e-5);
});

it('flattens what cannot be mended otherwise', () => {
  // Quotes that no slice comes near: g of the fit is far below 0 at its corner.
  const wild: SviColumns = {
    k: Float64Array.of(-0.3, -0.2, -0.1, 0, 0.1, 0.2),
    totalVariance: Float64Array.of(0.19, 0.001, 0.15, 0.0005, 0.18, 0.002),
    weight: Float64Array.of(1, 5, 1, 5, 1, 5),
  };
  const corner: SviParams = { a: 0.0001, b: 1, rho: 0.5, m: 0, sigma: 0.0004 };
  const mended = butterflyFree(corner, wild);
  expect(leastDurrleman(mended, -0.3, 0.2, 5000)).toBeGreaterThanOrEqual(0);
  expect(meanSquare(wild, mended)).toBeLessThan(meanSquare(wild, corner));
});
