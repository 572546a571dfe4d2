import { describe, expect, it } from 'vitest';
import { sharpeInferenceError } from '../../../bench/measure/statistics-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { stdDev } from '../stats.ts';
import { deflatedSharpe } from './deflated-sharpe.ts';
import { indexOfGreatest } from './index-of-greatest.ts';
import { sharpeRatio } from './sharpe.ts';
import { sharpeEstimate } from './sharpe-estimate.ts';

/** Annual Sharpe ratio 2.5 over 1,250 of 250 days a year, annual variance of trials 0.5. */
const PUBLISHED = { sharpe: 2.5 / Math.sqrt(250), observations: 1250, skewness: -3, kurtosis: 10 };
const VARIANCE = 0.5 / 250;

describe('the numerical example of Bailey and Lopez de Prado (2014)', () => {
  it('is 0.9004 for 100 trials', () => {
    const result = deflatedSharpe(PUBLISHED, { count: 100, sharpeVariance: VARIANCE });
    expect(result?.benchmark).toBeCloseTo(0.1132, 4);
    expect(result?.probability).toBeCloseTo(0.9004, 4);
  });

  it('crosses 0.95 at 46 trials, or at 88 were returns normal', () => {
    const at = (count: number, moments: object): number | undefined =>
      deflatedSharpe({ ...PUBLISHED, ...moments }, { count, sharpeVariance: VARIANCE })?.probability;
    expect(at(46, {})).toBeCloseTo(0.9505, 4);
    expect(at(88, { skewness: 0, kurtosis: 3 })).toBeCloseTo(0.9505, 4);
    expect(at(100, { skewness: 0, kurtosis: 3 })).toBeCloseTo(0.9428, 4);
  });
});

describeWithShared('against vectors/dsr_psr_pbo.json', () => {
  it('agrees on every DSR, PSR, E[max] and MinBTL to rounding', () => {
    const { error, cases } = sharpeInferenceError(sharedPath());
    expect(cases).toBe(22);
    expect(error).toBeLessThan(1e-14); // some fifty roundings
  });
});

describe('1,000 strategies without merit', () => {
  const searches = Array.from({ length: 30 }, (_, seed) => bestOfNoise(seed));

  it('never passes the best of them off as skill', () => {
    // its t-ratio would have to pass E[max] + 1.645 = 4.9: one search in two thousand
    expect(Math.max(...searches)).toBeLessThan(0.95);
  });

  it('gives it a probability below one half more often than not', () => {
    // The best exceeds its own expectation in about 43 of 100 searches, so not always: 30 searches scatter by 9 %.
    const below = searches.filter((probability) => probability < 0.5).length / searches.length;
    expect(below).toBeGreaterThan(0.57 - 3 * 0.09);
    expect(below).toBeLessThan(0.57 + 3 * 0.09);
  });
});

it('deflates nothing for a single trial, or for trials that are all alike', () => {
  const single = deflatedSharpe(PUBLISHED, { count: 1, sharpeVariance: VARIANCE });
  const alike = deflatedSharpe(PUBLISHED, { count: 100, sharpeVariance: 0 });
  expect(single?.benchmark).toBe(0);
  expect(alike).toEqual(single);
});

it('refuses a negative variance and fewer trials than one', () => {
  expect(() => deflatedSharpe(PUBLISHED, { count: 10, sharpeVariance: -1 })).toThrow(
    'sharpeVariance must be finite and >= 0, was -1',
  );
  expect(() => deflatedSharpe(PUBLISHED, { count: 0, sharpeVariance: 1 })).toThrow('trials must be');
});

/** DSR of the best of 1,000 columns of 252 normal returns. */
function bestOfNoise(seed: number): number {
  const random = seededRandom(1000 + seed);
  const strategies = Array.from({ length: 1000 }, () =>
    Float64Array.from({ length: 252 }, () => 0.01 * normalDraw(random)),
  );
  const ratios = Float64Array.from(strategies, (returns) => sharpeRatio(returns) ?? Number.NaN);
  const best = sharpeEstimate(strategies[indexOfGreatest(ratios)] ?? []);
  if (best === undefined) throw new Error('noise has a Sharpe ratio');
  const trials = { count: 1000, sharpeVariance: stdDev(ratios) ** 2 };
  return deflatedSharpe(best, trials)?.probability ?? Number.NaN;
}
