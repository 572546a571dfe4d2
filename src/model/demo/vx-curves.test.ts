import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../core/dates.ts';
import { isVixMonthly } from '../../market/vix-expirations.ts';
import { jointModel } from '../joint-model.ts';
import { volIndexAt } from '../variance-window.ts';
import { demoPath } from './demo-path.ts';
import type { DemoWorldName } from './demo-world.ts';
import { type DemoYears, demoYears } from './demo-years.ts';
import { vixMoments } from './vix-moments.ts';
import { vxCurves } from './vx-curves.ts';

const model = jointModel();
const yearsOf = (seed: number, world: DemoWorldName): DemoYears =>
  demoYears(demoPath(seed, world), model, seed);

describe('vxCurves', () => {
  let years: DemoYears;
  beforeAll(() => {
    years = yearsOf(5, 'p');
  });
  const curves = (from = 0) =>
    vxCurves({ ...years, from }, new Float64Array(years.dates.length - from).fill(1));

  it('has the nearest nine monthly contracts of each session, none that settles that morning', () => {
    for (const { session, contracts } of curves().slice(-80)) {
      expect(contracts).toHaveLength(9);
      expect(contracts.every(({ expiration }) => isVixMonthly(expiration) && expiration > session)).toBe(
        true,
      );
      expect((contracts[0]?.expiration ?? '') <= addDays(session, 36)).toBe(true);
    }
  });

  it('is the same whichever part is asked for', () => {
    expect(curves(3000).at(-1)?.contracts).toEqual(curves().at(-1)?.contracts);
    expect(curves(3000)).toHaveLength(years.dates.length - 3000);
  });
});

/** Mean gain, in logarithms, of holding VX from about 30 days before it settles; and the standard error of that mean. */
function meanGain(world: DemoWorldName, seeds: readonly number[]): { mean: number; error: number } {
  const gains: number[] = [];
  for (const seed of seeds) {
    const { dates, x, y, xOpen, yOpen } = yearsOf(seed, world);
    for (let i = 30; i < dates.length; i++) {
      const date = dates[i];
      if (date === undefined || !isVixMonthly(date)) continue;
      const then = i - 21;
      const [years] = [(Date.parse(date) - Date.parse(dates[then] ?? date)) / (365 * 86_400_000)];
      const { future } = vixMoments(model, { x: x[then] ?? 0, y: y[then] ?? 0 }, years - 6.5 / (24 * 365));
      gains.push(volIndexAt(model.vix, xOpen[i] ?? 0, yOpen[i] ?? 0) / future - 1);
    }
  }
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const square = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length;
  return { mean, error: Math.sqrt(square / gains.length) };
}

describe('the price of VX', () => {
  const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

  it('is fair in the world it is the law of', () => {
    const { mean, error } = meanGain('q', SEEDS);
    expect(Math.abs(mean)).toBeLessThan(3 * error);
  });

  it('is dear in the one that looks like history', () => {
    const { mean, error } = meanGain('p', SEEDS);
    expect(mean).toBeLessThan(-3 * error);
  });
});
