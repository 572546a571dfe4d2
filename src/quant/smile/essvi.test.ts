import fc from 'fast-check';
import { expect, it } from 'vitest';
import { butterflyRoom, calendarRoom, type EssviParams, essviAsSvi, essviSlice } from './essvi.ts';
import { durrleman, sviSlice } from './svi.ts';

/** Slices from a day to years, without regard to arbitrage. */
const anySlice = fc.record({
  theta: fc.double({ min: Math.log(3e-5), max: Math.log(0.5), noNaN: true }).map(Math.exp),
  rho: fc.double({ min: -0.99, max: 0.99, noNaN: true }),
  psi: fc.double({ min: Math.log(2e-3), max: Math.log(1.9), noNaN: true }).map(Math.exp),
});
const spx: EssviParams = { theta: 0.0022, rho: -0.6, psi: 0.0555 };
/** Log-moneyness up to a hundred times any strike, dense near the money. */
const wideGrid = Array.from({ length: 801 }, (_, i) => Math.sinh((i - 400) / 60) * 0.0059);

it('gives theta at the money, with the skew rho psi / 2 theta of variance', () => {
  const { w, w1 } = essviSlice(spx, 0);
  expect(w).toBeCloseTo(spx.theta, 16);
  expect(w1).toBeCloseTo(spx.rho * spx.psi, 15); // w' = rho psi/2 + rho psi theta/2R with R = theta
});

it('is the raw SVI slice it says it is', () => {
  fc.assert(
    fc.property(anySlice, fc.double({ min: -2, max: 2, noNaN: true }), (slice, k) => {
      const [own, raw] = [essviSlice(slice, k), sviSlice(essviAsSvi(slice), k)];
      const scale = slice.theta + slice.psi * Math.abs(k); // raw SVI cancels terms of this size
      expect(Math.abs(own.w - raw.w)).toBeLessThan(1e-14 * scale);
      expect(Math.abs(own.w1 - raw.w1)).toBeLessThan(1e-12 * slice.psi);
      expect(Math.abs(own.w2 / raw.w2 - 1)).toBeLessThan(1e-9);
    }),
  );
});

it('keeps total variance positive far in the wing that falls', () => {
  const steep = { theta: 0.01, rho: -0.999, psi: 1 };
  // mpmath, 40 digits: theta/2 (1 + rho phi k + sqrt((phi k + rho)^2 + 1 - rho^2)) at k = 5.
  expect(essviSlice(steep, 5).w / 0.002505010015009972).toBeCloseTo(1, 12);
});

it('has no butterfly arbitrage anywhere when its room is not negative', () => {
  let tested = 0;
  fc.assert(
    fc.property(anySlice, (slice) => {
      fc.pre(butterflyRoom(slice) >= 0);
      tested += 1;
      const least = Math.min(...wideGrid.map((k) => durrleman(essviSlice(slice, k), k)));
      expect(least).toBeGreaterThan(-1e-9);
    }),
    { numRuns: 100 },
  );
  expect(tested).toBeGreaterThan(50);
});

it('has butterfly arbitrage in a far wing when the slope rule is broken', () => {
  const steep = { theta: 0.5, rho: -0.5, psi: 2.8 }; // slope 2.1 on the left
  expect(butterflyRoom(steep)).toBeLessThan(0);
  expect(durrleman(essviSlice(steep, -300), -300)).toBeLessThan(0);
});

/** A later slice by growth of theta, R and L, and a fall of psi/theta; each may be nothing. */
const growths = fc.tuple(
  anySlice,
  fc.double({ min: 0, max: 0.5, noNaN: true }),
  fc.double({ min: 0, max: 0.5, noNaN: true }),
  fc.double({ min: 0, max: 0.3, noNaN: true }),
);

it('never crosses an earlier slice when its room is not negative, also where rules hold with equality', () => {
  fc.assert(
    fc.property(growths, ([earlier, rightGrowth, leftGrowth, extra]) => {
      const right = earlier.psi * (1 + earlier.rho) * (1 + rightGrowth);
      const left = earlier.psi * (1 - earlier.rho) * (1 + leftGrowth);
      const psi = (right + left) / 2;
      const later = {
        theta: ((earlier.theta * psi) / earlier.psi) * (1 + extra),
        rho: (right - left) / (right + left),
        psi,
      };
      expect(calendarRoom(earlier, later)).toBeGreaterThan(-1e-13);
      const worst = Math.min(...wideGrid.map((k) => essviSlice(later, k).w / essviSlice(earlier, k).w - 1));
      expect(worst).toBeGreaterThan(-1e-12); // rounding of 1 - |rho|, at least 0.01
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['theta', { theta: 0.99, right: 1, left: 1 }],
  ['the right wing', { theta: 1.5, right: 0.97, left: 1.2 }],
  ['the left wing', { theta: 1.5, right: 1.2, left: 0.97 }],
])('crosses when %s shrinks', (_, factor) => {
  const right = spx.psi * (1 + spx.rho) * factor.right;
  const left = spx.psi * (1 - spx.rho) * factor.left;
  const later = {
    theta: spx.theta * factor.theta,
    rho: (right - left) / (right + left),
    psi: (right + left) / 2,
  };
  expect(calendarRoom(spx, later)).toBeLessThan(0);
  expect(wideGrid.some((k) => essviSlice(later, 1e3 * k).w < essviSlice(spx, 1e3 * k).w)).toBe(true);
});

it('may cross when psi outgrows theta', () => {
  // R and theta stay, L doubles: the bend near the money grows and pulls the right side down.
  const [right, left] = [spx.psi * (1 + spx.rho), 2 * spx.psi * (1 - spx.rho)];
  const later = { theta: spx.theta, rho: (right - left) / (right + left), psi: (right + left) / 2 };
  expect(calendarRoom(spx, later)).toBeLessThan(0);
  expect(essviSlice(later, 0.03).w).toBeLessThan(essviSlice(spx, 0.03).w);
});
