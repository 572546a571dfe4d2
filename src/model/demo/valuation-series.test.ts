import { expect, it } from 'vitest';
import type { Series } from '../../market/history.ts';
import { demoPath } from './demo-path.ts';
import { valuationSeries } from './valuation-series.ts';

const slow = (seed: number) => ({ ...demoPath(seed, 'p'), seed });
const named = (all: readonly Series[], name: string): Series => {
  const found = all.find((series) => series.name === name);
  if (found === undefined) throw new Error(`${name} is not made`);
  return found;
};

it('has P/E dear after a rise and cheap after a fall', () => {
  let [agree, counted] = [0, 0];
  for (const seed of [1, 2, 3]) {
    const all = valuationSeries(slow(seed));
    const [price, earnings] = [named(all, 'SHILLER.price').values, named(all, 'SHILLER.earnings').values];
    for (let i = 24; i < price.length; i += 6) {
      const rose = (price[i] ?? 0) > 1.25 * (price[i - 18] ?? 0);
      const fell = (price[i] ?? 0) < 0.85 * (price[i - 18] ?? 0);
      if (!rose && !fell) continue;
      counted += 1;
      if (rose === (price[i] ?? 0) / (earnings[i] ?? 1) > 21) agree += 1;
    }
  }
  expect(counted).toBeGreaterThan(50);
  expect(agree / counted).toBeGreaterThan(0.8);
});

it('prices months at the mean of their closes', () => {
  const path = slow(1);
  const price = named(valuationSeries(path), 'SHILLER.price');
  const closes = path.close.filter((_, i) => path.sessions[i]?.startsWith('2026-10') === true);
  expect(price.values.at(-1)).toBeCloseTo(closes.reduce((sum, x) => sum + x, 0) / closes.length, 8);
});
