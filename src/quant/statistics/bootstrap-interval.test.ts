import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { mean, stdDev } from '../stats.ts';
import { bootstrap } from './bootstrap.ts';
import { basicInterval, bcaInterval, percentileInterval } from './bootstrap-interval.ts';
import { jackknifeAcceleration } from './jackknife.ts';

const normals = (seed: number, n: number): Float64Array => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: n }, () => normalDraw(random));
};
/** The variance of 40 squared normals, and 999 made-up resamples of it: e^(0.3 z) times the estimate. */
const DATA = normals(21, 40).map((z) => z * z);
const ESTIMATE = stdDev(DATA) ** 2;
const MADE_UP = { estimate: ESTIMATE, replicates: normals(9, 999).map((z) => Math.exp(0.3 * z) * ESTIMATE) };

describe('agrees with numpy 2.4 and scipy 1.17 on the same numbers', () => {
  it('percentile', () => {
    const { lower, upper } = percentileInterval(MADE_UP, 0.95);
    expect(lower).toBeCloseTo(0.8087279273219348, 13);
    expect(upper).toBeCloseTo(2.6270760588790663, 13);
  });

  it('basic', () => {
    const { lower, upper } = basicInterval(MADE_UP, 0.95);
    expect(lower).toBeCloseTo(2 * 1.4974769008482813 - 2.6270760588790663, 13);
    expect(upper).toBeCloseTo(2 * 1.4974769008482813 - 0.8087279273219348, 13);
  });

  it('bias-corrected and accelerated', () => {
    const acceleration = jackknifeAcceleration([DATA], ([x]) => stdDev(x ?? []) ** 2, 1);
    // _bca_interval of scipy.stats: shares 0.0477108131416458 and 0.9909956232281694
    const interval = bcaInterval(MADE_UP, acceleration.ok ? acceleration.value : Number.NaN, 0.95);
    expect(interval.ok && interval.value.lower).toBeCloseTo(0.8773128230899176, 12);
    expect(interval.ok && interval.value.upper).toBeCloseTo(3.052649857928773, 12);
  });
});

it('is the percentile interval where there is neither bias nor acceleration', () => {
  const symmetric = { estimate: 0, replicates: Float64Array.from({ length: 201 }, (_, i) => i - 100) };
  const interval = bcaInterval(symmetric, 0, 0.9);
  const { lower, upper } = percentileInterval(symmetric, 0.9);
  expect(interval.ok && interval.value.lower).toBeCloseTo(lower, 10);
  expect(interval.ok && interval.value.upper).toBeCloseTo(upper, 10);
});

it('covers the mean of an autoregression about as often as it says', () => {
  let covered = 0;
  for (let seed = 0; seed < 200; seed++) {
    const random = seededRandom(500 + seed);
    let last = 0;
    const x = Float64Array.from({ length: 200 }, () => {
      last = 0.5 * last + normalDraw(random);
      return last;
    });
    const result = bootstrap([x], ([s]) => mean(s ?? []), {
      scheme: 'stationary',
      block: 12,
      replicates: 300,
      seed,
    });
    const { lower, upper } = percentileInterval(result.ok ? result.value : MADE_UP, 0.9);
    if (lower <= 0 && upper >= 0) covered += 1;
  }
  // 200 samples fix a share near 0.9 to 0.021; blocks of 12 lose some of the dependence, and some percent of cover.
  // Without blocks it would be 0.66.
  expect(covered / 200).toBeGreaterThan(0.8);
  expect(covered / 200).toBeLessThan(0.96);
});

it('has no corrected interval when all resamples lie on one side, or the acceleration reverses it', () => {
  expect(bcaInterval({ estimate: 5, replicates: Float64Array.of(1, 2, 3) }, 0, 0.9)).toEqual({
    ok: false,
    failure: { code: 'one-sided' },
  });
  expect(bcaInterval(MADE_UP, 2, 0.95)).toEqual({ ok: false, failure: { code: 'too-skewed' } });
});

it('counts resamples equal to the estimate half below it', () => {
  const interval = bcaInterval({ estimate: 1, replicates: Float64Array.of(1, 1, 1, 1) }, 0, 0.9);
  expect(interval).toEqual({ ok: true, value: { lower: 1, upper: 1 } });
});

it('refuses a level that is no share', () => {
  expect(() => percentileInterval(MADE_UP, 95)).toThrow('level must be > 0 and < 1, was 95');
  expect(() => basicInterval(MADE_UP, 0)).toThrow('level must be > 0 and < 1, was 0');
  expect(() => bcaInterval(MADE_UP, 0, Number.NaN)).toThrow('level must be > 0 and < 1, was NaN');
});
