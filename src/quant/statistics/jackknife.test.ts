import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { mean, stdDev } from '../stats.ts';
import type { Statistic } from './bootstrap.ts';
import { jackknifeAcceleration } from './jackknife.ts';
import { skewness } from './moments.ts';
import { sharpeRatio } from './sharpe.ts';

const random = seededRandom(21);
const SQUARES = Float64Array.from({ length: 40 }, () => normalDraw(random) ** 2);
const meanOf: Statistic = ([x]) => mean(x ?? []);
const varianceOf: Statistic = ([x]) => stdDev(x ?? []) ** 2;

const accelerationOf = (statistic: Statistic, block: number): number => {
  const result = jackknifeAcceleration([SQUARES], statistic, block);
  return result.ok ? result.value : Number.NaN;
};

it('agrees with scipy 1.17 for single rows, and with numpy for blocks of five', () => {
  expect(accelerationOf(varianceOf, 1)).toBeCloseTo(0.08250859578764808, 13);
  expect(accelerationOf(varianceOf, 5)).toBeCloseTo(0.025944454688284043, 13);
});

it('is a sixth of the skewness over sqrt(n) for the mean', () => {
  expect(accelerationOf(meanOf, 1)).toBeCloseTo((skewness(SQUARES) ?? 0) / (6 * Math.sqrt(40)), 13);
});

it('does not see units', () => {
  const scaled: Statistic = ([x]) => 1e-80 * stdDev(x ?? []) ** 2;
  expect(accelerationOf(scaled, 1)).toBeCloseTo(accelerationOf(varianceOf, 1), 12);
});

it('is 0 where no block makes a difference', () => {
  expect(accelerationOf(() => 3, 5)).toBe(0);
});

it('says which block left no figure', () => {
  const one = Float64Array.of(0, 0, 1, 0, 0, 0);
  expect(jackknifeAcceleration([one], ([x]) => sharpeRatio(x ?? []), 2)).toEqual({
    ok: false,
    failure: { code: 'statistic-undefined', replicate: 1 },
  });
});

it('refuses blocks that leave too little', () => {
  expect(() => jackknifeAcceleration([SQUARES], meanOf, 21)).toThrow(
    'block must leave half of 40 observations, was 21',
  );
  expect(() => jackknifeAcceleration([SQUARES], meanOf, 0)).toThrow('block must be an integer >= 1, was 0');
  expect(() => jackknifeAcceleration([], meanOf, 1)).toThrow('series.length must be an integer >= 1, was 0');
});
