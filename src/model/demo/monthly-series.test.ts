import { expect, it } from 'vitest';
import type { Series } from '../../market/history.ts';
import { demoPath } from './demo-path.ts';
import { monthlySeries, outputSeries } from './monthly-series.ts';

const slow = (seed: number, world: 'p' | 'q' = 'p') => ({ ...demoPath(seed, world), seed });
const named = (all: readonly Series[], name: string): Series => {
  const found = all.find((series) => series.name === name);
  if (found === undefined) throw new Error(`${name} is not made`);
  return found;
};

it('has output that grows two per cent a year, in booms and slumps of the index', () => {
  const { values } = outputSeries(slow(1));
  const growth = Math.log((values.at(-1) ?? 0) / (values[0] ?? 1)) / ((values.length - 1) / 4);
  expect(growth).toBeGreaterThan(0.012);
  expect(growth).toBeLessThan(0.032);
});

it('has a bill rate beside the rate options are priced with', () => {
  for (const value of named(monthlySeries(slow(1)), 'TB3MS').values)
    expect(Math.abs(value - 3.8)).toBeLessThan(0.5); // five standard deviations
});

it('has prices, the dollar and rates that do not know the index', () => {
  expect(monthlySeries(slow(4, 'q'))).toEqual(monthlySeries(slow(4)));
});
