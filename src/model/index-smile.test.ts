import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otmPremium, otmShare } from '../quant/black76.ts';
import { GRID_DAYS, GRID_K, GRID_X, GRID_Y } from './grid/smile-axes.ts';
import { indexSmile, indexSmiles, smilePremium, smileSd } from './index-smile.ts';
import { jointModel } from './joint-model.ts';
import { totalVarianceTo } from './variance-curve.ts';

const model = jointModel();
const state = fc.record({
  x: fc.double({ min: -2.4, max: 3, noNaN: true }),
  y: fc.double({ min: -2, max: 2.9, noNaN: true }),
});
const days = fc.double({ min: 7, max: 182, noNaN: true });

describe('indexSmile', () => {
  it('is the grid where the grid has a node', () => {
    const [x, y, day, k] = [6, 2, 9, 12];
    const smiles = indexSmiles(model, { x: GRID_X[x] ?? 0, y: GRID_Y[y] ?? 0 });
    const smile = indexSmile(smiles, (GRID_DAYS[day] ?? 0) / 365);
    const at = ((day * GRID_Y.length + y) * GRID_X.length + x) * GRID_K.length + k;
    const ratio = Math.exp(model.smiles.logRatios[at] ?? 0);
    expect(smileSd(smile, (GRID_K[k] ?? 0) * smile.swapSd) / smile.swapSd).toBeCloseTo(ratio, 10);
  });

  it('measures, by a strip of all strikes, the variance the factors say: VIX^2 is what options cost', () => {
    fc.assert(
      fc.property(state, days, (s, day) => {
        const smile = indexSmile(indexSmiles(model, s), day / 365);
        let sum = 0;
        // To a fiftieth of the forward: a quarter of the jumps' variance lies further out than four mean jumps.
        const step = smile.swapSd / 20;
        for (let k = -4 + step / 2; k < 1.5; k += step)
          sum += 2 * smilePremium(smile, k) * Math.exp(-k) * step;
        // What noise, interpolation and the wings beyond the grid leave, most where VIX is about 6.
        expect(Math.abs(Math.sqrt(sum) / smile.swapSd - 1)).toBeLessThan(0.004);
      }),
      { numRuns: 40 },
    );
  });

  it('has no butterfly to give away', () => {
    fc.assert(
      fc.property(state, days, (s, day) => {
        const smile = indexSmile(indexSmiles(model, s), day / 365);
        const call = (k: number): number =>
          otmPremium(1, Math.exp(k), smileSd(smile, k)) + Math.max(1 - Math.exp(k), 0);
        const step = smile.swapSd / 4;
        for (let n = -24; n <= 10; n++) {
          const [a, b, c] = [n - 1, n, n + 1].map((m) => m * step) as [number, number, number];
          const slope = (low: number, high: number): number =>
            (call(high) - call(low)) / (Math.exp(high) - Math.exp(low));
          expect(slope(b, c) - slope(a, b)).toBeGreaterThan(-1e-10); // rounding of three premiums over a gap of .005
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never costs less for longer at one moneyness', () => {
    fc.assert(
      fc.property(
        state,
        days,
        fc.double({ min: 1, max: 60, noNaN: true }),
        fc.double({ min: -4, max: 2, noNaN: true }),
        (s, day, more, z) => {
          const smiles = indexSmiles(model, s);
          const [near, far] = [day, day + more].map((d) => indexSmile(smiles, d / 365));
          if (near === undefined || far === undefined) throw new Error('two smiles');
          const k = z * near.swapSd;
          expect(smileSd(far, k)).toBeGreaterThan(smileSd(near, k) * (1 - 1e-9));
        },
      ),
    );
  });

  it('goes on beyond its last strikes with the same value and slope, and still without a free butterfly', () => {
    fc.assert(
      fc.property(state, days, (s, day) => {
        const smile = indexSmile(indexSmiles(model, s), day / 365);
        for (const [edge, sign] of [
          [GRID_K[0], -1],
          [GRID_K.at(-1) ?? 0, 1],
        ] as const) {
          const at = (edge + sign * 1e-12) * smile.swapSd;
          const h = 1e-5 * smile.swapSd;
          const [inside, here, outside] = [-1, 0, 1].map((n) => smilePremium(smile, at + n * sign * h)) as [
            number,
            number,
            number,
          ];
          expect((here - inside) / (outside - here)).toBeCloseTo(1, 2);
          const premium = (n: number): number => smilePremium(smile, at + sign * n * smile.swapSd);
          const strike = (n: number): number => Math.exp(at + sign * n * smile.swapSd);
          for (let n = 0; n < 6; n++) {
            const slope = (m: number): number => (premium(m + 1) - premium(m)) / (strike(m + 1) - strike(m));
            expect(sign * (slope(n + 1) - slope(n))).toBeGreaterThanOrEqual(0);
            expect(premium(n + 1)).toBeLessThan(premium(n));
          }
        }
      }),
    );
  });

  it('has a vol in the wings that gives the premium back', () => {
    const smile = indexSmile(indexSmiles(model, { x: -0.5, y: -1 }), 14 / 365);
    for (const k of [-0.6, -0.3, -0.05, 0.02, 0.15, 0.4]) {
      const premium = Math.min(1, Math.exp(k)) * otmShare(Math.abs(k), smileSd(smile, k));
      expect(premium / smilePremium(smile, k)).toBeCloseTo(1, 9);
    }
  });

  it('keeps the level of any state, and says where the shape is that of the edge', () => {
    const panic = indexSmiles(model, { x: 4, y: 0 });
    expect(panic.place.isClipped).toBe(true);
    expect(indexSmile(panic, 0.1).swapSd ** 2).toBe(totalVarianceTo(panic.curve, 0.1));
    expect(indexSmiles(model, { x: 0, y: 0 }).place.isClipped).toBe(false);
  });

  it('scales with a shift of forward variance', () => {
    const smiles = indexSmiles(model, { x: 0, y: 0 });
    expect(indexSmile(smiles, 0.1, 1.21).swapSd).toBeCloseTo(1.1 * indexSmile(smiles, 0.1).swapSd, 12);
  });
});
