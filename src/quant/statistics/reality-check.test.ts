import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import type { Resampling } from './block-sampler.ts';
import { realityCheck } from './reality-check.ts';
import { type StrategyMatrix, strategyMatrix } from './strategy-matrix.ts';

const PLAN: Resampling = { scheme: 'stationary', block: 10, replicates: 5000, seed: 1 };

/** Eight autoregressions of 0.2 over 250 periods, shifted and scaled. */
function eightStrategies(): StrategyMatrix {
  const shifts = [0.15, 0.05, 0, -0.02, -0.1, -0.3, -0.6, 0.1];
  const scales = [1, 2, 1, 0.5, 1, 1, 1, 3];
  return strategyMatrix(
    shifts.map((shift, k) => {
      const random = seededRandom(100 + k);
      let last = 0;
      return Float64Array.from({ length: 250 }, () => {
        last = 0.2 * last + normalDraw(random);
        return (scales[k] ?? 1) * (last + shift);
      });
    }),
  );
}

describe('eight strategies', () => {
  const result = realityCheck(eightStrategies(), PLAN);

  it('has the statistic numpy gives', () => {
    expect(result.statistic).toBeCloseTo(6.725360716207048, 12);
    expect(result.best).toBe(7);
  });

  it('has the p-value of 40,000 resamples by the StationaryBootstrap of arch 8.0', () => {
    // 0.033175; 5,000 resamples fix it to 0.0025, theirs to 0.0009: three of both
    expect(Math.abs(result.pValue - 0.033175)).toBeLessThan(0.008);
  });

  it('gives the same bits for the same seed', () => {
    expect(realityCheck(eightStrategies(), PLAN)).toEqual(result);
  });
});

it('finds a strategy that is better, among many that are not', () => {
  const random = seededRandom(2);
  const planted = strategyMatrix(
    Array.from({ length: 100 }, (_, k) =>
      Float64Array.from({ length: 250 }, () => normalDraw(random) + (k === 42 ? 0.4 : 0)),
    ),
  );
  const { best, pValue } = realityCheck(planted, { ...PLAN, block: 1, replicates: 999 });
  expect(best).toBe(42);
  expect(pValue).toBeLessThan(0.01);
});

it('is never 0, and 1 when nothing differs from the benchmark', () => {
  const certain = strategyMatrix([Float64Array.from({ length: 50 }, (_, t) => 1 + 0.01 * (t % 2))]);
  expect(realityCheck(certain, { ...PLAN, replicates: 99 }).pValue).toBe(0.01);
  const same = strategyMatrix([new Float64Array(50)]);
  expect(realityCheck(same, { ...PLAN, replicates: 99 })).toEqual({ statistic: 0, best: 0, pValue: 1 });
});

it('refuses what is no matrix of differences', () => {
  const values = new Float64Array(6);
  expect(() => realityCheck({ rows: 1, columns: 6, values }, PLAN)).toThrow(
    'differences.rows must be an integer >= 2, was 1',
  );
  expect(() => realityCheck({ rows: 6, columns: 0, values }, PLAN)).toThrow('differences.columns must be');
  expect(() => realityCheck({ rows: 5, columns: 2, values }, PLAN)).toThrow('must have 5 x 2 entries, was 6');
  expect(() => realityCheck({ rows: 6, columns: 1, values }, PLAN)).toThrow(
    'block must lie in [1, 6], was 10',
  );
});
