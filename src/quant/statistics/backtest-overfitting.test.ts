import { describe, expect, it } from 'vitest';
import { overfittingError } from '../../../bench/measure/statistics-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { mean, stdDev } from '../stats.ts';
import { type BacktestOverfitting, backtestOverfitting } from './backtest-overfitting.ts';
import { stochasticDominance } from './stochastic-dominance.ts';
import { type StrategyMatrix, strategyMatrix } from './strategy-matrix.ts';

function overfitting(returns: StrategyMatrix, blockCount?: number): BacktestOverfitting {
  const result = backtestOverfitting(returns, blockCount);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** Columns of 0.01 x[t], x[t] = phi x[t - 1] + e[t], seeded 200, 201, ... by default. */
const autoregressions = (columns: number, rows: number, phi: number, firstSeed = 200): Float64Array[] =>
  Array.from({ length: columns }, (_, k) => {
    const random = seededRandom(firstSeed + k);
    let last = 0;
    return Float64Array.from({ length: rows }, () => {
      last = phi * last + normalDraw(random);
      return 0.01 * last;
    });
  });

describeWithShared('against vectors/dsr_psr_pbo.json', () => {
  it('agrees on PBO by both conventions, mean logit and the number of ways', () => {
    const { error, cases } = overfittingError(sharedPath());
    expect(cases).toBe(4);
    expect(error).toBeLessThan(1e-14);
  });
});

describe('agrees with a pass over the rows for every way, in numpy', () => {
  it('on the formula matrix of the vectors', () => {
    const result = overfitting(
      strategyMatrix(
        Array.from({ length: 6 }, (_, j) =>
          Float64Array.from({ length: 64 }, (__, t) => Math.sin(0.7 * t * (j + 1) + j) * 0.01 + 0.0005 * j),
        ),
      ),
      8,
    );
    expect(result.logits).toHaveLength(70);
    expect(result.probability).toBeCloseTo(0.014285714285714285, 15);
    expect(result.meanLogit).toBeCloseTo(1.5205719755348748, 13);
    expect(result.probabilityOfLoss).toBe(0);
    expect(result.degradation?.slope).toBeCloseTo(-0.7241696802231108, 12);
    expect(result.degradation?.intercept).toBeCloseTo(0.5566773859703316, 12);
    expect(mean(result.inSample)).toBeCloseTo(0.33826236280083055, 13);
    expect(mean(result.outOfSample)).toBeCloseTo(0.31171803886934024, 13);
    expect(mean(result.outOfSampleMean)).toBeCloseTo(0.17508181446988882, 13);
  });

  it('on eleven autoregressions over 120 periods in ten blocks, where a rank can be the median', () => {
    const result = overfitting(strategyMatrix(autoregressions(11, 120, 0.1)), 10);
    expect(result.logits).toHaveLength(252);
    expect(result.probability).toBeCloseTo(0.18253968253968253, 15);
    expect(result.probabilityBelow).toBeCloseTo(0.14285714285714285, 15);
    expect(result.meanLogit).toBeCloseTo(1.3098950613110512, 13);
    expect(result.probabilityOfLoss).toBeCloseTo(0.19444444444444445, 15);
    expect(result.degradation?.slope).toBeCloseTo(-0.6567743802328232, 11);
    expect(result.degradation?.intercept).toBeCloseTo(0.34210751288954433, 12);
  });
});

describe('planted', () => {
  it('is one half on average when 1,000 strategies are noise', () => {
    const found = Array.from({ length: 24 }, (_, i) =>
      overfitting(strategyMatrix(autoregressions(1000, 64, 0, 10_000 * (i + 1))), 6),
    );
    const probabilities = found.map(({ probability }) => probability);
    // one sample scatters by some 0.14, so one alone says little; 24 by 0.03, three of them
    expect(stdDev(probabilities)).toBeLessThan(0.25);
    expect(Math.abs(mean(probabilities) - 0.5)).toBeLessThan(0.09);
  });

  it('is 0 when one strategy is best everywhere, and choosing dominates not choosing', () => {
    const series = autoregressions(20, 160, 0);
    const better = series.map((column, k) => (k === 7 ? column.map((r) => r + 0.02) : column));
    const result = overfitting(strategyMatrix(better), 8);
    expect(result.probability).toBe(0);
    expect(result.probabilityOfLoss).toBe(0);
    expect(new Set(result.chosen)).toEqual(new Set([7]));
    expect(result.logits[0]).toBe(Math.log(20));
    expect(stochasticDominance(result.outOfSample, result.outOfSampleMean)).toBe('first');
  });

  it('is 1 when what works in one half is paid back in the other', () => {
    // one strategy for each way to take two of four blocks: it gains there and loses elsewhere
    const pairs = [0b0011, 0b0101, 0b0110, 0b1001, 0b1010, 0b1100];
    const series = pairs.map((pair, k) => {
      const random = seededRandom(40 + k);
      return Float64Array.from(
        { length: 80 },
        (_, t) => (((pair >>> Math.floor(t / 20)) & 1) === 1 ? 0.02 : -0.02) + 0.001 * normalDraw(random),
      );
    });
    const result = overfitting(strategyMatrix(series), 4);
    expect(result.probability).toBe(1);
    expect([...result.chosen]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(result.meanLogit).toBeCloseTo(-Math.log(6), 14); // last of six everywhere
  });

  it('calls strategies that are all alike overfit by one convention and not by the other', () => {
    const [column = new Float64Array(0)] = autoregressions(1, 40, 0);
    const result = overfitting(strategyMatrix([column, column, column]), 4);
    expect(result.probability).toBe(1);
    expect(result.probabilityBelow).toBe(0);
  });
});

describe('laws', () => {
  const series = autoregressions(9, 50, 0.2);
  const result = overfitting(strategyMatrix(series), 6);

  it('does not see the order of strategies, nor their leverage', () => {
    const turned = overfitting(
      strategyMatrix([...series].reverse().map((column, k) => column.map((r) => 2 ** k * r))),
      6,
    );
    expect(turned.logits).toEqual(result.logits);
    expect(turned.chosen).toEqual(result.chosen.map((k) => 8 - k));
  });

  it('uses every row when the blocks do not come out even', () => {
    const changed = series.map((column, k) => column.map((r, t) => (k === 0 && t === 49 ? 1 : r)));
    expect(overfitting(strategyMatrix(changed), 6).outOfSampleMean).not.toEqual(result.outOfSampleMean);
  });
});

describe('what it cannot answer', () => {
  it('names a strategy without variance in a half, and takes one that never traded for 0', () => {
    const series = autoregressions(3, 40, 0);
    const steady = strategyMatrix([...series, new Float64Array(40).fill(0.001)]);
    expect(backtestOverfitting(steady, 4)).toEqual({
      ok: false,
      failure: { code: 'no-variance', column: 3 },
    });
    const idle = strategyMatrix([...series, new Float64Array(40)]);
    expect(backtestOverfitting(idle, 4).ok).toBe(true);
  });

  it('has no line through strategies that never trade', () => {
    const result = overfitting({ rows: 16, columns: 2, values: new Float64Array(32) }, 4);
    expect(result.degradation).toBeUndefined();
    expect(result.probability).toBe(1);
  });

  it('refuses an odd or excessive S, T < 2 S, one strategy, NaN', () => {
    const matrix = strategyMatrix(autoregressions(2, 40, 0));
    for (const blockCount of [3, 0, 22, 2.5, Number.NaN])
      expect(() => backtestOverfitting(matrix, blockCount)).toThrow(
        `blockCount must be even and from 2 to 20, was ${blockCount}`,
      );
    expect(() => backtestOverfitting(strategyMatrix(autoregressions(2, 31, 0)))).toThrow(
      'returns.rows must be an integer >= 32, was 31',
    );
    expect(() => backtestOverfitting(strategyMatrix(autoregressions(1, 40, 0)), 4)).toThrow(
      'returns.columns must be an integer >= 2, was 1',
    );
    const broken = strategyMatrix([new Float64Array(40).fill(Number.NaN), new Float64Array(40)]);
    expect(() => backtestOverfitting(broken, 4)).toThrow('returns.values[0] must be finite, was NaN');
  });
});
