import { describe, expect, it } from 'vitest';
import { indexHistory } from '../../bench/measure/model/index-history.ts';
import type { MarketColumns } from '../../bench/measure/model/market-columns.ts';
import { compareFact, STYLISED_FACTS } from '../../bench/measure/model/stylised-facts.ts';
import { indexStarts, worldColumns } from '../../bench/measure/model/world-columns.ts';
import { SPECIFIED_MODEL } from '../../src/model/two-factor.ts';
import { SPECIFIED_P_WORLD } from '../../src/model/worlds/world-presets.ts';
import { describeWithShared, sharedPath } from '../shared-data.ts';

const columnsOf = (spx: readonly number[], vix: readonly number[]): MarketColumns => {
  const none = new Float64Array(spx.length).fill(Number.NaN);
  return { spx: Float64Array.from(spx), vix: Float64Array.from(vix), vix3m: none, vix6m: none, vvix: none };
};
const named = (id: string) => {
  const found = STYLISED_FACTS.find((fact) => fact.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the stylised facts', () => {
  it('have names of their own', () => {
    expect(new Set(STYLISED_FACTS.map(({ id }) => id)).size).toBe(STYLISED_FACTS.length);
  });

  it('count a fall only from a calm, and only in its own range', () => {
    // 15 -> 21 on -3.5 %; then -3.5 % again, but from VIX 21; then -3.5 % from a VIX that is not there
    const columns = columnsOf([100, 96.5, 93.1225, 89.86], [15, 21, 40, Number.NaN]);
    expect(named('vix-1d-fall-3-4').of(columns)).toBe(6);
    expect(named('vix-1d-fall-2-3').of(columns)).toBeUndefined();
  });

  it('hold VIX against the volatility that follows', () => {
    // 42 sessions of +1 % and -1 % in turn: 21 log-returns of either sign, sample deviation .010247
    const spx = Array.from({ length: 43 }, (_, i) => (i % 2 === 0 ? 100 : 101));
    const move = Math.log(1.01);
    const realised = 100 * Math.sqrt((252 / 20) * (21 * move ** 2 - move ** 2 / 21));
    const premium = named('premium-mean').of(columnsOf(spx, Array(43).fill(20)));
    expect(premium).toBeCloseTo(20 - realised, 9);
  });

  it('say whether history lies inside the band of paths', () => {
    const paths = [10, 12, 14, 16, 18].map((vix) => columnsOf([1, 1], [vix, vix]));
    const fact = named('vix-mean');
    expect(compareFact(fact, columnsOf([1, 1], [15, 15]), paths)).toMatchObject({
      median: 14,
      isInside: true,
    });
    expect(compareFact(fact, columnsOf([1, 1], [19, 19]), paths)).toMatchObject({
      history: 19,
      isInside: false,
    });
  });
});

describeWithShared('the stylised facts of history', () => {
  // market-model.md section 3, column "real"; its sample ended earlier in 2026 and its returns are those of VIX alone here
  it.each([
    ['vix-mean', 19.4, 0.1],
    ['vix-median', 17.6, 0.1],
    ['vix-p5', 11.4, 0.1],
    ['vix-p95', 32.9, 0.1],
    ['vix-p99', 46.7, 0.2],
    ['vix-min', 9.1, 0.05],
    ['vix-max', 82.7, 0.05],
    ['ln-vix-acf-1', 0.98, 0.011],
    ['ln-vix-acf-21', 0.8, 0.011],
    ['ln-vix-acf-63', 0.63, 0.011],
    ['ln-vix-acf-252', 0.35, 0.011],
    ['ln-vix-skew', 0.96, 0.02],
    ['ln-vix-kurtosis', 6.7, 0.1],
    ['slope-mean', 1.125, 0.002],
    ['slope-sd', 0.088, 0.001],
    ['contango-3m', 0.92, 0.011],
    ['contango-6m', 0.93, 0.011],
    ['vix-1d-fall-3-4', 7.0, 0.15],
    ['vix-1d-fall-beyond-4', 20, 0.1],
    ['vix-5d-fall-5-8', 10.8, 0.6],
  ])('%s is what the specification found', async (id, known, within) => {
    const history = await indexHistory(sharedPath());
    expect(Math.abs((named(id).of(history) ?? Number.NaN) - known)).toBeLessThan(within);
  });

  it('are met by the specified world where its prototype met them', async () => {
    // 8 paths for 96: medians within a quarter of the prototype's band of its medians
    const history = await indexHistory(sharedPath());
    const paths = worldColumns(SPECIFIED_P_WORLD, SPECIFIED_MODEL, indexStarts(history), 8);
    const medianOf = (id: string): number => compareFact(named(id), history, paths)?.median ?? Number.NaN;
    expect(Math.abs(medianOf('spx-vol') - 0.182)).toBeLessThan(0.02);
    expect(Math.abs(medianOf('vix-mean') - 20.2)).toBeLessThan(1.5);
    expect(Math.abs(medianOf('ln-vix-vol') - 1.12)).toBeLessThan(0.05);
    expect(Math.abs(medianOf('spx-vix-correlation') + 0.81)).toBeLessThan(0.03);
    expect(Math.abs(medianOf('premium-mean') - 4)).toBeLessThan(0.5);
  });
});
