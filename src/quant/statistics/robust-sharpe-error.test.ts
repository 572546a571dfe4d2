import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kurtosis, skewness } from './moments.ts';
import { robustSharpeError } from './robust-sharpe-error.ts';
import { sharpeRatio } from './sharpe.ts';

it("is Mertens's formula in sample moments where no lag is looked at", () => {
  const returns = fc
    .array(fc.integer({ min: -50, max: 60 }), { minLength: 5, maxLength: 60 })
    .filter((xs) => new Set(xs).size > 2);
  fc.assert(
    fc.property(returns, (xs) => {
      const n = xs.length;
      const sharpe = (sharpeRatio(xs) ?? 0) * Math.sqrt(n / (n - 1)); // with divisor n
      const [g3 = 0, g4 = 0] = [skewness(xs), kurtosis(xs)];
      const mertens = (1 - g3 * sharpe + ((g4 - 1) / 4) * sharpe ** 2) / n;
      // terms as large as g4 SR^2 / 4 cancel
      expect(Math.abs((robustSharpeError(xs, 0) ?? 0) ** 2 - mertens)).toBeLessThan(
        1e-12 * (1 + g4 * sharpe ** 2),
      );
    }),
  );
});

it('does not see units', () => {
  const returns = [0.01, -0.02, 0.03, 0.005, -0.01, 0.02, 0.0, 0.015];
  const scaled = returns.map((r) => 1000 * r);
  expect(robustSharpeError(scaled, 2)).toBeCloseTo(robustSharpeError(returns, 2) ?? Number.NaN, 13);
});

it('is absent without risk, and refuses impossible lags', () => {
  expect(robustSharpeError([0.1, 0.1, 0.1], 1)).toBeUndefined();
  expect(() => robustSharpeError([0.1, 0.2], 2)).toThrow('lags must be below the 2 entries');
  expect(() => robustSharpeError([0.1], 0)).toThrow('excessReturns must have at least 2 entries, was 1');
});
