import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { sharpeRatio } from './sharpe.ts';
import { loAnnualisedSharpe } from './sharpe-annual.ts';

/** 0.001 + 0.01 x[t], x[t] = 0.3 x[t - 1] + e[t]. */
function smoothedReturns(n: number): Float64Array {
  const random = seededRandom(7);
  let last = 0;
  return Float64Array.from({ length: n }, () => {
    last = 0.3 * last + normalDraw(random);
    return 0.001 + 0.01 * last;
  });
}

it('agrees with the formula over statsmodels autocorrelations', () => {
  const returns = smoothedReturns(250);
  // computed with numpy and statsmodels.tsa.stattools.acf from the same 250 numbers
  expect(loAnnualisedSharpe(returns, 12, 3)).toBeCloseTo(0.30094618296887987, 13);
  expect(loAnnualisedSharpe(returns, 12, 11)).toBeCloseTo(0.33142016504751204, 13);
});

it('is sqrt(q) where no autocorrelation is looked at, and for one period', () => {
  const returns = smoothedReturns(60);
  expect(loAnnualisedSharpe(returns, 252, 0)).toBeCloseTo(sharpeRatio(returns, 252) ?? Number.NaN, 14);
  expect(loAnnualisedSharpe(returns, 1, 5)).toBeCloseTo(sharpeRatio(returns) ?? Number.NaN, 15);
});

it('tends to sqrt[q (1 - phi)/(1 + phi)] for an autoregression of long horizon', () => {
  const returns = smoothedReturns(50_000);
  const ratio = (loAnnualisedSharpe(returns, 1000, 20) ?? 0) / (sharpeRatio(returns, 1000) ?? 1);
  // the estimated sum of 20 autocorrelations errs by about sqrt(20/50000) = 0.02 of 1.86
  expect(ratio).toBeCloseTo(Math.sqrt(0.7 / 1.3), 1);
});

it('is absent where the estimated variance is not positive, and without risk', () => {
  const alternating = Float64Array.from({ length: 40 }, (_, t) => 0.01 + 0.02 * (-1) ** t);
  expect(loAnnualisedSharpe(alternating, 12, 1)).toBeUndefined();
  expect(loAnnualisedSharpe([0.1, 0.1, 0.1], 12, 1)).toBeUndefined();
});

it('refuses more lags than there are returns', () => {
  expect(() => loAnnualisedSharpe([0.1, 0.2, 0.3], 12, 11)).toThrow('lags must be below the 3 entries');
  expect(() => loAnnualisedSharpe([0.1, 0.2, 0.3], 0.5, 1)).toThrow('q must be an integer >= 1, was 0.5');
});
