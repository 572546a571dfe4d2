import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { realityCheck } from './reality-check.ts';
import { type StrategyMatrix, strategyMatrix } from './strategy-matrix.ts';
import {
  type SpaResampling,
  type SuperiorPredictiveAbility,
  superiorPredictiveAbility,
} from './superior-predictive-ability.ts';

const PLAN: SpaResampling = { block: 10, replicates: 5000, seed: 1 };

function tested(differences: StrategyMatrix, plan: SpaResampling): SuperiorPredictiveAbility {
  const result = superiorPredictiveAbility(differences, plan);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** Eight autoregressions of 0.2 over 250 periods, shifted and scaled. */
function eightStrategies(): Float64Array[] {
  const shifts = [0.15, 0.05, 0, -0.02, -0.1, -0.3, -0.6, 0.1];
  const scales = [1, 2, 1, 0.5, 1, 1, 1, 3];
  return shifts.map((shift, k) => {
    const random = seededRandom(100 + k);
    let last = 0;
    return Float64Array.from({ length: 250 }, () => {
      last = 0.2 * last + normalDraw(random);
      return (scales[k] ?? 1) * (last + shift);
    });
  });
}

describe('eight strategies', () => {
  const result = tested(strategyMatrix(eightStrategies()), PLAN);

  it('has the greatest t-ratio that numpy gives, over the variances of arch 8.0', () => {
    expect(result.statistic).toBeCloseTo(1.8758209816299358, 12);
    expect(result.best).toBe(7);
  });

  it('has the p-values of 40,000 resamples by the StationaryBootstrap of arch 8.0, studentised in numpy', () => {
    // 0.1205, 0.14105, 0.20715: 5,000 resamples fix them to 0.0057, theirs to 0.002; three of both
    expect(Math.abs(result.lower - 0.1205)).toBeLessThan(0.018);
    expect(Math.abs(result.consistent - 0.14105)).toBeLessThan(0.018);
    expect(Math.abs(result.upper - 0.20715)).toBeLessThan(0.018);
  });

  it('does not see the units of one strategy, as the reality check does', () => {
    const louder = eightStrategies().map((series, k) => (k === 0 ? series.map((f) => 1024 * f) : series));
    expect(tested(strategyMatrix(louder), PLAN)).toEqual(result);
    const { best } = realityCheck(strategyMatrix(louder), { ...PLAN, scheme: 'stationary', replicates: 1 });
    expect(best).toBe(0);
  });

  it('is hardly weakened by bad company, where the upper bound is', () => {
    const random = seededRandom(77);
    const bad = Array.from({ length: 60 }, () =>
      Float64Array.from({ length: 250 }, () => normalDraw(random) - 1),
    );
    const crowded = tested(strategyMatrix([...eightStrategies(), ...bad]), PLAN);
    expect(Math.abs(crowded.consistent - result.consistent)).toBeLessThan(0.02);
    expect(crowded.upper).toBeGreaterThan(result.upper + 0.3);
  });
});

describe('white noise', () => {
  const results = Array.from({ length: 400 }, (_, seed) => {
    const random = seededRandom(3000 + seed);
    const noise = Array.from({ length: 10 }, () =>
      Float64Array.from({ length: 100 }, () => normalDraw(random)),
    );
    return tested(strategyMatrix(noise), { block: 2, replicates: 199, seed });
  });

  it('keeps the order lower <= consistent <= upper', () => {
    for (const { lower, consistent, upper } of results) {
      expect(lower).toBeLessThanOrEqual(consistent);
      expect(consistent).toBeLessThanOrEqual(upper);
    }
  });

  it.each([0.1, 0.25, 0.5, 0.75, 0.9])('gives an upper p-value at or below %f as often as that', (level) => {
    const share = results.filter(({ upper }) => upper <= level).length / results.length;
    // 400 samples fix a share to 0.025 at most; three of them, and 0.02 that w estimated from 100 periods adds
    expect(Math.abs(share - level)).toBeLessThan(0.02 + 3 * Math.sqrt((level * (1 - level)) / 400));
  });

  it.each([0.05, 0.1])('rejects by the consistent p-value about as often as its level, %f', (level) => {
    const share = results.filter(({ consistent }) => consistent <= level).length / results.length;
    expect(share).toBeLessThan(level + 0.02 + 3 * Math.sqrt((level * (1 - level)) / 400));
  });
});

it('has p-values of 1 when no strategy beats the benchmark', () => {
  const random = seededRandom(4);
  const worse = Float64Array.from({ length: 50 }, () => normalDraw(random) - 2);
  expect(tested(strategyMatrix([worse]), PLAN)).toEqual({
    statistic: 0,
    best: undefined,
    lower: 1,
    consistent: 1,
    upper: 1,
  });
});

it('lets a strategy that is the benchmark itself take part, and names one whose margin never varies', () => {
  const [first = new Float64Array(250), ...rest] = eightStrategies();
  const same = new Float64Array(250);
  expect(tested(strategyMatrix([first, same, ...rest]), PLAN).statistic).toBeCloseTo(1.8758209816299358, 12);
  const fixed = new Float64Array(250).fill(0.1);
  expect(superiorPredictiveAbility(strategyMatrix([first, fixed]), PLAN)).toEqual({
    ok: false,
    failure: { code: 'no-variance', column: 1 },
  });
});

it('refuses what is no matrix of differences', () => {
  expect(() => superiorPredictiveAbility(strategyMatrix([Float64Array.of(1, 2)]), PLAN)).toThrow(
    'differences.rows must be an integer >= 3, was 2',
  );
  expect(() => superiorPredictiveAbility(strategyMatrix([Float64Array.of(1, 2, 3)]), PLAN)).toThrow(
    'block must lie in [1, 3], was 10',
  );
  const broken = strategyMatrix([Float64Array.of(1, Number.NaN, 3)]);
  expect(() => superiorPredictiveAbility(broken, PLAN)).toThrow(
    'differences.values[1] must be finite, was NaN',
  );
});
