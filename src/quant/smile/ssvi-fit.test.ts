import { expect, it } from 'vitest';
import { butterflyRoom, calendarRoom, type EssviParams, essviSlice } from './essvi.ts';
import { ssviSlice } from './ssvi.ts';
import { fitSsvi } from './ssvi-fit.ts';
import type { SviColumns } from './svi-columns.ts';

const k = Float64Array.from({ length: 41 }, (_, i) => -0.25 + 0.01 * i); // k = 0 is quoted
const made = { rho: -0.62, eta: 1.1, gamma: 0.42 };
const columnsOf = (slice: EssviParams, noise = (_: number) => 1): SviColumns => ({
  k,
  totalVariance: k.map((x, i) => essviSlice(slice, x).w * noise(i)),
  weight: k.map((x) => essviSlice(slice, x).w ** -2),
});
const thetas = [0.0005, 0.002, 0.006, 0.03];

it('finds the parameters of the surface that made the quotes', () => {
  const { params, slices } = fitSsvi(thetas.map((theta) => columnsOf(ssviSlice(made, theta))));
  for (const name of ['rho', 'eta', 'gamma'] as const) expect(params[name]).toBeCloseTo(made[name], 5);
  slices.forEach(({ theta }, i) => {
    expect(theta).toBeCloseTo(thetas[i] as number, 14);
  });
});

it('is free of arbitrage though the quotes at the money fall with expiry', () => {
  const falling = [0.004, 0.003, 0.0031, 0.01].map((theta, i) =>
    columnsOf(ssviSlice(made, theta), (j) => 1 + 0.05 * Math.sin(i + 3 * j)),
  );
  const { slices } = fitSsvi(falling);
  slices.forEach((slice, i) => {
    expect(butterflyRoom(slice)).toBeGreaterThan(0);
    if (i > 0) expect(calendarRoom(slices[i - 1] as EssviParams, slice)).toBeGreaterThan(0);
  });
});

it('takes the nearest quote for the money where all lie on one side of it', () => {
  const [slice] = [columnsOf(ssviSlice(made, 0.004))];
  const from = (low: number, high: number): SviColumns => {
    const keep = (_: number, i: number): boolean => (k[i] as number) > low && (k[i] as number) < high;
    return {
      k: k.filter(keep),
      totalVariance: slice.totalVariance.filter(keep),
      weight: slice.weight.filter(keep),
    };
  };
  for (const [low, high, at] of [
    [-1, -0.015, -0.02],
    [0.015, 1, 0.02],
  ] as const) {
    const { slices } = fitSsvi([from(low, high)]);
    expect(slices[0]?.theta).toBeCloseTo(essviSlice(ssviSlice(made, 0.004), at).w, 12);
  }
});

it('looks at fewer quotes when told to, and says nearly the same', () => {
  const quotes = thetas.map((theta) => columnsOf(ssviSlice(made, theta)));
  const { params } = fitSsvi(quotes, 8);
  for (const name of ['rho', 'eta', 'gamma'] as const) expect(params[name]).toBeCloseTo(made[name], 4);
});

it('refuses a slice without quotes', () => {
  const none = { k: new Float64Array(), totalVariance: new Float64Array(), weight: new Float64Array() };
  expect(() => fitSsvi([none])).toThrow('quotes must have a quote in every slice');
});
