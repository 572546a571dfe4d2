import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from './random.ts';

const DRAWS = 20_000;
const draws = (seed: number, draw: (random: () => number) => number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: DRAWS }, () => draw(random));
};
const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

describe('seeded random', () => {
  it('gives the same sequence for the same seed and another for another', () => {
    const [a, b, c] = [seededRandom(7), seededRandom(7), seededRandom(8)];
    const first = Array.from({ length: 5 }, a);
    expect(Array.from({ length: 5 }, b)).toEqual(first);
    expect(Array.from({ length: 5 }, c)).not.toEqual(first);
  });

  it('stays in [0, 1) for any seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        for (let i = 0; i < 100; i++) {
          const x = random();
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThan(1);
        }
      }),
    );
  });

  it('is uniform to three standard errors', () => {
    const xs = draws(1, (random) => random());
    expect(Math.abs(mean(xs) - 0.5)).toBeLessThan(3 / Math.sqrt(12 * DRAWS));
    expect(Math.abs(mean(xs.map((x) => x * x)) - 1 / 3)).toBeLessThan(3 * Math.sqrt(4 / 45 / DRAWS));
    const lag = mean(xs.slice(1).map((x, i) => (x - 0.5) * ((xs[i] ?? 0) - 0.5)));
    expect(Math.abs(lag)).toBeLessThan(3 / 12 / Math.sqrt(DRAWS));
  });

  it('draws normals of mean 0 and variance 1, finite throughout', () => {
    const zs = draws(2, normalDraw);
    expect(zs.every(Number.isFinite)).toBe(true);
    expect(Math.abs(mean(zs))).toBeLessThan(3 / Math.sqrt(DRAWS));
    expect(Math.abs(mean(zs.map((z) => z * z)) - 1)).toBeLessThan(3 * Math.sqrt(2 / DRAWS));
  });
});
