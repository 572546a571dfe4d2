import { expect, it } from 'vitest';
import { seededRandom } from '../core/random.ts';
import { sviTotalVariance } from './svi.ts';
import { innerFitter, LEE, meanSquare, quotedRange, type SviData } from './svi-inner.ts';

const ks = Float64Array.from({ length: 41 }, (_, i) => -0.3 + 0.01 * i);
const dataOf = (w: (k: number, i: number) => number): SviData => ({
  k: ks,
  w: ks.map((k, i) => w(k, i)),
  weight: ks.map((_, i) => 1 + (i % 3)),
});

it('returns the slice that made the data when given its m and sigma', () => {
  const made = { a: 0.001, b: 0.03, rho: -0.5, m: 0.02, sigma: 0.05 };
  const { params, meanSquare: misfit } = innerFitter(dataOf((k) => sviTotalVariance(made, k)))(0.02, 0.05);
  expect(params.a).toBeCloseTo(made.a, 14);
  expect(params.b).toBeCloseTo(made.b, 13);
  expect(params.rho).toBeCloseTo(made.rho, 12);
  expect(misfit).toBeLessThan(1e-30);
});

it('cannot be beaten by any nearby slice its rules allow', () => {
  const random = seededRandom(11);
  const data = dataOf((k) => 0.004 + 0.05 * Math.max(-k, 0) + 0.002 * random());
  const { params, meanSquare: least } = innerFitter(data)(0.01, 0.04);
  for (let i = 0; i < 300; i++) {
    const tweak = (x: number, size: number): number => x + size * (random() - 0.5);
    const b = Math.max(0, tweak(params.b, 0.01));
    const rho = Math.min(1, Math.max(-1, tweak(params.rho, 0.2)));
    if (b * (1 + Math.abs(rho)) > LEE) continue;
    expect(meanSquare(data, { ...params, a: tweak(params.a, 0.001), b, rho })).toBeGreaterThanOrEqual(
      least * (1 - 1e-12),
    );
  }
});

it('stays within the bounds when the data do not: wings fall, or rise faster than Lee allows', () => {
  const falling = innerFitter(dataOf((k) => 0.02 - 0.03 * Math.abs(k + 0.1)))(-0.1, 0.05).params;
  expect(falling.b).toBe(0);
  const steep = innerFitter(dataOf((k) => 0.02 + 9 * Math.abs(k + 0.1)))(-0.1, 0.05).params;
  expect(steep.b * (1 + Math.abs(steep.rho))).toBeLessThanOrEqual(LEE * (1 + 1e-12));
  const oneSided = innerFitter(dataOf((k) => 0.02 - 0.05 * k))(0, 0.05).params;
  expect(Math.abs(oneSided.rho)).toBeLessThanOrEqual(1);
});

it('knows the quoted range whatever the order of the quotes', () => {
  expect(quotedRange({ k: Float64Array.of(0.1, -0.2, 0), w: ks, weight: ks })).toEqual({
    low: -0.2,
    high: 0.1,
    span: 0.1 + 0.2,
  });
});
