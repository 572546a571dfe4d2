import { expect, it } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { essviSlice } from './essvi.ts';
import { interiorState, searchInterior } from './essvi-interior.ts';
import { logsOf, sliceOf } from './essvi-logs.ts';
import { essviMisfit } from './essvi-misfit.ts';
import { fillRules, ruleCount } from './essvi-rules.ts';

const k = Float64Array.from({ length: 40 }, (_, i) => -0.25 + 0.01 * i);
/** Slices in the wrong order: the second has less variance, the third a lesser wing. */
const wanted = [
  { theta: 0.0022, rho: -0.4, psi: 0.06 },
  { theta: 0.002, rho: -0.6, psi: 0.05 },
  { theta: 0.005, rho: 0.1, psi: 0.055 },
];
const slices = wanted.map((slice, i) => ({
  k,
  totalVariance: k.map((x) => essviSlice(slice, x).w),
  weight: k.map(() => 1e6 / (i + 1)),
}));
const start = logsOf([
  { theta: 0.001, rho: -0.3, psi: 0.03 },
  { theta: 0.002, rho: -0.3, psi: 0.04 },
  { theta: 0.004, rho: -0.3, psi: 0.05 },
]);
const aim = { slices, unit: 1 };

it('ends within the rules, where no nearby surface that obeys them fits better', () => {
  const state = interiorState(start);
  searchInterior(state, aim, 1e-10);
  const room = new Float64Array(ruleCount(start));
  expect(fillRules(state.logs, room)).toBe(true);
  const least = essviMisfit(state.logs, slices, 1);
  const random = seededRandom(23);
  let obeyed = 0;
  for (let i = 0; i < 40_000; i++) {
    const size = 10 ** (-5 + 4 * random());
    const nearby = state.logs.map((x) => x + size * (random() - 0.5));
    if (!fillRules(nearby, room)) continue;
    obeyed += 1;
    expect(essviMisfit(nearby, slices, 1)).toBeGreaterThanOrEqual(least * (1 - 1e-8));
  }
  expect(obeyed).toBeGreaterThan(100);
});

it('holds the rules that bind with next to no room, and gives the others no worth', () => {
  const state = interiorState(start);
  searchInterior(state, aim, 1e-10);
  const room = new Float64Array(ruleCount(start));
  fillRules(state.logs, room);
  const binding = room.filter((x) => x < 1e-6).length;
  expect(binding).toBeGreaterThan(0);
  const misfit = essviMisfit(state.logs, slices, 1);
  room.forEach((x, j) => {
    expect(x * (state.worth[j] as number)).toBeLessThan(1e-9 * misfit + 1e-12);
  });
});

it('finds slices that obey the rules by themselves exactly', () => {
  const free = [
    { theta: 0.001, rho: -0.5, psi: 0.03 },
    { theta: 0.004, rho: -0.6, psi: 0.07 },
  ];
  const state = interiorState(start.slice(0, 6));
  const quotes = free.map((slice) => ({
    k,
    totalVariance: k.map((x) => essviSlice(slice, x).w),
    weight: k.map(() => 1),
  }));
  searchInterior(state, { slices: quotes, unit: 1e8 }, 1e-7);
  free.forEach((slice, i) => {
    const found = sliceOf(state.logs, i);
    for (const name of ['theta', 'rho', 'psi'] as const)
      expect(Math.abs(found[name] / slice[name] - 1)).toBeLessThan(1e-8);
  });
});
