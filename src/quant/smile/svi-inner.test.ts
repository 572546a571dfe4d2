import { expect, it } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { type SviParams, sviTotalVariance } from './svi.ts';
import { meanSquare, type SviColumns } from './svi-columns.ts';
import { fitInner, innerParams, LEE, reweight, sviInner } from './svi-inner.ts';

const ks = Float64Array.from({ length: 41 }, (_, i) => -0.3 + 0.01 * i);
const columnsOf = (w: (k: number, i: number) => number): SviColumns => ({
  k: ks,
  totalVariance: ks.map((k, i) => w(k, i)),
  weight: ks.map((_, i) => 1 + (i % 3)),
});

function fitted(columns: SviColumns, m: number, sigma: number): { params: SviParams; misfit: number } {
  const inner = sviInner(columns);
  const misfit = fitInner(inner, m, sigma);
  return { params: innerParams(inner), misfit };
}

it('returns the slice that made the data when given its m and sigma', () => {
  const made = { a: 0.001, b: 0.03, rho: -0.5, m: 0.02, sigma: 0.05 };
  const { params, misfit } = fitted(
    columnsOf((k) => sviTotalVariance(made, k)),
    0.02,
    0.05,
  );
  expect(params.a).toBeCloseTo(made.a, 14);
  expect(params.b).toBeCloseTo(made.b, 13);
  expect(params.rho).toBeCloseTo(made.rho, 12);
  expect(misfit).toBeLessThan(1e-30);
});

it('cannot be beaten by any nearby slice its rules allow', () => {
  const random = seededRandom(11);
  const columns = columnsOf((k) => 0.004 + 0.05 * Math.max(-k, 0) + 0.002 * random());
  const { params, misfit } = fitted(columns, 0.01, 0.04);
  for (let i = 0; i < 300; i++) {
    const tweak = (x: number, size: number): number => x + size * (random() - 0.5);
    const b = Math.max(0, tweak(params.b, 0.01));
    const rho = Math.min(1, Math.max(-1, tweak(params.rho, 0.2)));
    if (b * (1 + Math.abs(rho)) > LEE) continue;
    expect(meanSquare(columns, { ...params, a: tweak(params.a, 0.001), b, rho })).toBeGreaterThanOrEqual(
      misfit * (1 - 1e-12),
    );
  }
});

it('gives the misfit and the residuals of the slice it names', () => {
  const columns = columnsOf((k, i) => 0.01 + 0.1 * k * k + 0.001 * (i % 2));
  const inner = sviInner(columns);
  const misfit = fitInner(inner, -0.05, 0.1);
  const params = innerParams(inner);
  expect(misfit).toBeCloseTo(meanSquare(columns, params), 15);
  ks.forEach((k, i) => {
    const residual = sviTotalVariance(params, k) - (columns.totalVariance[i] as number);
    expect(inner.residual[i]).toBeCloseTo(residual, 14);
  });
});

it('stays within the bounds when the data do not: wings fall, or rise faster than Lee allows', () => {
  const falling = fitted(
    columnsOf((k) => 0.02 - 0.03 * Math.abs(k + 0.1)),
    -0.1,
    0.05,
  ).params;
  expect(falling.b).toBe(0);
  const steep = fitted(
    columnsOf((k) => 0.02 + 9 * Math.abs(k + 0.1)),
    -0.1,
    0.05,
  ).params;
  expect(steep.b * (1 + Math.abs(steep.rho))).toBeLessThanOrEqual(LEE * (1 + 1e-12));
  const oneSided = fitted(
    columnsOf((k) => 0.02 - 0.05 * k),
    0,
    0.05,
  ).params;
  expect(Math.abs(oneSided.rho)).toBeLessThanOrEqual(1);
});

it('fits by the new weights once they are changed', () => {
  const made = { a: 0.001, b: 0.03, rho: -0.5, m: 0, sigma: 0.1 };
  const columns = columnsOf((k, i) => sviTotalVariance(made, k) + (i === 20 ? 0.01 : 0));
  const inner = sviInner(columns);
  const before = fitInner(inner, 0, 0.1);
  reweight(
    inner,
    columns.weight.map((h, i) => (i === 20 ? 0 : h)),
  );
  expect(fitInner(inner, 0, 0.1)).toBeLessThan(before * 1e-20);
});
