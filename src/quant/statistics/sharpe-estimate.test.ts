import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { mean, stdDev } from '../stats.ts';
import { robustSharpeError } from './robust-sharpe-error.ts';
import { sharpeRatio } from './sharpe.ts';
import { sharpeEstimate, sharpeStandardError } from './sharpe-estimate.ts';

function smoothedReturns(seed: number, n: number, phi: number): Float64Array {
  const random = seededRandom(seed);
  let last = 0;
  return Float64Array.from({ length: n }, () => {
    last = phi * last + normalDraw(random);
    return 0.001 + 0.01 * last;
  });
}

it('collects the sample moments of the returns', () => {
  const estimate = sharpeEstimate(smoothedReturns(7, 250, 0.3));
  // scipy.stats.skew, kurtosis(fisher=False), numpy mean/std(ddof=1) of the same 250 numbers
  expect(estimate?.sharpe).toBeCloseTo(0.10739644785338315, 14);
  expect(estimate?.skewness).toBeCloseTo(0.13494599949731304, 13);
  expect(estimate?.kurtosis).toBeCloseTo(2.55749364979343, 13);
  expect(estimate?.observations).toBe(250);
});

it('has the standard error of Mertens, and of Lo for a normal law', () => {
  const normal = { sharpe: 0.5, observations: 101, skewness: 0, kurtosis: 3 };
  expect(sharpeStandardError(normal)).toBeCloseTo(Math.sqrt((1 + 0.5 ** 2 / 2) / 100), 15);
  // published moments of a hedge fund index: left tails widen it
  const skewed = { ...normal, skewness: -2.448, kurtosis: 10.164 };
  expect(sharpeStandardError(skewed)).toBeCloseTo(Math.sqrt((1 + 1.224 + 2.291 * 0.25) / 100), 14);
});

it('is what Sharpe ratios of samples really scatter by', () => {
  const random = seededRandom(11);
  // exponential returns about 0: skewness 2, kurtosis 9
  const ratios = Array.from({ length: 2000 }, () => {
    const returns = Float64Array.from({ length: 250 }, () => -Math.log(1 - random()) - 0.8);
    return sharpeRatio(returns) ?? Number.NaN;
  });
  const expected = sharpeStandardError({ sharpe: 0.2, observations: 250, skewness: 2, kurtosis: 9 });
  expect(mean(ratios)).toBeCloseTo(0.2, 2);
  // 2,000 samples fix a deviation to 1.6 %, and the formula leaves out terms of order 1/T
  expect(Math.abs(stdDev(ratios) / expected - 1)).toBeLessThan(0.06);
});

it('refuses an impossible kurtosis, such as one in excess of 3', () => {
  const estimate = { sharpe: 0.1, observations: 100, skewness: 0, kurtosis: 0 };
  expect(() => sharpeStandardError(estimate)).toThrow(
    'kurtosis must be plain and >= 1 + skewness^2 = 1, was 0',
  );
  // the published example of the deflated Sharpe ratio lies exactly on the bound
  expect(sharpeStandardError({ sharpe: 0.1, observations: 100, skewness: -3, kurtosis: 10 })).toBeGreaterThan(
    0,
  );
  expect(() => sharpeStandardError({ ...estimate, kurtosis: 3, observations: 1 })).toThrow(
    'observations must be an integer >= 2, was 1',
  );
  expect(() => sharpeStandardError({ ...estimate, sharpe: Number.NaN })).toThrow('sharpe must be finite');
});

it('is absent without risk', () => {
  expect(sharpeEstimate([0.1, 0.1, 0.1])).toBeUndefined();
});

it('is 0 for a coin whose ratio is certain, and never NaN', () => {
  const coin = sharpeEstimate([-1, 1, -1, 1]);
  expect(coin).toEqual({ sharpe: 0, observations: 4, skewness: 0, kurtosis: 1 });
  expect(
    sharpeStandardError({ sharpe: 2 / 3, observations: 4, skewness: 3, kurtosis: 10 }),
  ).toBeGreaterThanOrEqual(0);
});

it('agrees, allowing for autocorrelation, with the sandwich of statsmodels and the delta method', () => {
  const returns = smoothedReturns(7, 250, 0.3);
  // S_hac_simple of the two moment conditions (mean, variance), gradient (1/s, -m/(2 s^3))
  expect(robustSharpeError(returns, 0)).toBeCloseTo(0.0629281264415367, 14);
  expect(robustSharpeError(returns, 5)).toBeCloseTo(0.07510625198594474, 14);
});
