import { expect, it } from 'vitest';
import { type SviParams, sviTotalVariance } from './svi.ts';
import { meanSquare } from './svi-columns.ts';
import { type PenalisedAim, penalisedCost, penalisedNormal } from './svi-penalty.ts';
import { coordinatesOf, paramsOf, SIZE } from './svi-rows.ts';

/** Axel Vogt's slice: g < 0 between 0.6 and 1.25. */
const vogt: SviParams = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
const k = Float64Array.from({ length: 31 }, (_, i) => -1.5 + 0.1 * i);
const aim: PenalisedAim = {
  columns: {
    k,
    totalVariance: k.map((x, i) => sviTotalVariance(vogt, x) * (1 + 0.05 * Math.sin(i))),
    weight: k.map((_, i) => 1 + (i % 2)),
  },
  scale: 1e-5,
  penalty: 1e3,
  grid: Float64Array.from({ length: 101 }, (_, i) => -1.5 + 0.03 * i),
  level: 0.08,
};

const gradientError = (params: SviParams): number => {
  const { gradient } = penalisedNormal(aim, params);
  const x = coordinatesOf(params);
  const size = Math.max(...gradient.map(Math.abs));
  const h = 1e-7;
  const errors = Array.from({ length: SIZE }, (_, i) => {
    const at = (step: number): number =>
      penalisedCost(aim, paramsOf(x.map((c, j) => (j === i ? c + step : c))));
    return Math.abs((at(h) - at(-h)) / (4 * h) - (gradient[i] as number)) / size;
  });
  return Math.max(...errors);
};

it('is the misfit alone where g is above the margin', () => {
  const free = { ...vogt, b: 0.05, a: 0.02 };
  expect(penalisedCost(aim, free)).toBeCloseTo(meanSquare(aim.columns, free) / aim.scale, 8);
});

it('has half the gradient of its cost where g is short of the margin', () => {
  expect(penalisedCost(aim, vogt)).toBeGreaterThan(meanSquare(aim.columns, vogt) / aim.scale + 0.01);
  expect(gradientError(vogt)).toBeLessThan(1e-6); // differences of step 1e-7 over a cost of some hundred
});

it('has it also where total variance is negative', () => {
  const negative = { ...vogt, a: -0.1 };
  expect(sviTotalVariance(negative, 0.2)).toBeLessThan(0);
  expect(gradientError(negative)).toBeLessThan(1e-6);
});
