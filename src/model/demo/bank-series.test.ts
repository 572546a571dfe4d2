import { expect, it } from 'vitest';
import type { Series } from '../../market/history.ts';
import { bankSeries } from './bank-series.ts';
import { demoPath } from './demo-path.ts';

const slow = (seed: number, world: 'p' | 'q' = 'p') => ({ ...demoPath(seed, world), seed });
const named = (all: readonly Series[], name: string): Series => {
  const found = all.find((series) => series.name === name);
  if (found === undefined) throw new Error(`${name} is not made`);
  return found;
};

it('dates banks on Wednesdays, with cash and securities a share of deposits', () => {
  const all = bankSeries(slow(1));
  const deposits = named(all, 'DPSACBW027SBOG');
  expect(deposits.days.every((day) => (day + 4) % 7 === 3)).toBe(true);
  for (const [name, mean] of [
    ['CASACBW027SBOG', 0.16],
    ['TASACBW027SBOG', 0.24],
  ] as const)
    named(all, name).values.forEach((value, i) => {
      expect(Math.abs(value / (deposits.values[i] ?? 0) - mean)).toBeLessThan(0.12);
    });
});

it('is the same in every world of one seed', () => {
  expect(bankSeries(slow(4, 'q'))).toEqual(bankSeries(slow(4)));
});
