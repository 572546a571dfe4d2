import { expect, it } from 'vitest';
import { banded } from './banded-cholesky.ts';
import { essviSlice } from './essvi.ts';
import { logsOf, sliceOf } from './essvi-logs.ts';
import { essviMisfit, linearisedMisfit } from './essvi-misfit.ts';

const k = Float64Array.from({ length: 30 }, (_, i) => -0.2 + 0.01 * i);
const made = [
  { theta: 0.001, rho: -0.5, psi: 0.03 },
  { theta: 0.004, rho: -0.6, psi: 0.07 },
];
const slices = made.map((slice) => ({
  k,
  totalVariance: k.map((x) => essviSlice(slice, x).w),
  weight: k.map((_, i) => 1e6 * (1 + (i % 3))),
}));
const away = logsOf([
  { theta: 0.0012, rho: -0.4, psi: 0.033 },
  { theta: 0.0037, rho: -0.65, psi: 0.06 },
]);

it('is nothing at the slices that made the quotes', () => {
  expect(essviMisfit(logsOf(made), slices, 1)).toBeLessThan(1e-24);
});

it('is half the weighted sum of squares, times the unit', () => {
  let sum = 0;
  slices.forEach(({ totalVariance, weight }, i) => {
    k.forEach((x, j) => {
      const residual = essviSlice(sliceOf(away, i), x).w - (totalVariance[j] as number);
      sum += (weight[j] as number) * residual * residual;
    });
  });
  expect(essviMisfit(away, slices, 3) / (1.5 * sum)).toBeCloseTo(1, 12);
});

it('has its gradient', () => {
  const gradient = new Float64Array(6);
  linearisedMisfit(away, slices, 2, gradient, banded(6, 5));
  const h = 1e-6;
  for (let v = 0; v < 6; v++) {
    const at = (step: number): number =>
      essviMisfit(
        away.map((x, i) => (i === v ? x + step : x)),
        slices,
        2,
      );
    expect((at(h) - at(-h)) / (2 * h) / (gradient[v] as number)).toBeCloseTo(1, 6);
  }
});

it('has the matrix J-transpose J in 3 x 3 blocks', () => {
  const matrix = banded(6, 5);
  linearisedMisfit(away, slices, 1, new Float64Array(6), matrix);
  const h = 1e-6;
  const residuals = (logs: Float64Array): number[] =>
    slices.flatMap(({ weight }, i) =>
      Array.from(k, (x, j) => Math.sqrt(weight[j] as number) * essviSlice(sliceOf(logs, i), x).w),
    );
  const columns = Array.from({ length: 6 }, (_, v) => {
    const [up, down] = [h, -h].map((step) => residuals(away.map((x, i) => (i === v ? x + step : x)))) as [
      number[],
      number[],
    ];
    return up.map((x, i) => (x - (down[i] as number)) / (2 * h));
  });
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j <= i; j++) {
      const product = (columns[i] as number[]).reduce(
        (sum, x, at) => sum + x * ((columns[j] as number[])[at] as number),
        0,
      );
      const scale = Math.abs(matrix.entries[i * 6] as number) + Math.abs(matrix.entries[j * 6] as number);
      expect(Math.abs((matrix.entries[i * 6 + i - j] as number) - product)).toBeLessThan(1e-6 * scale);
    }
  }
});
