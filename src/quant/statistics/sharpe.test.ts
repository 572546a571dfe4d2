import fc from 'fast-check';
import { expect, it } from 'vitest';
import { informationRatio, sharpeRatio } from './sharpe.ts';

it('is the mean over the sample deviation, times the root of the periods in a year', () => {
  // mean 2, sample deviation sqrt(2.5)
  expect(sharpeRatio([0, 1, 2, 3, 4])).toBeCloseTo(2 / Math.sqrt(2.5), 15);
  expect(sharpeRatio([0, 1, 2, 3, 4], 252)).toBeCloseTo((2 / Math.sqrt(2.5)) * Math.sqrt(252), 13);
});

it('does not see leverage', () => {
  const returns = fc
    .array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 2, maxLength: 30 })
    .filter((xs) => Math.max(...xs) - Math.min(...xs) > 1e-6);
  fc.assert(
    fc.property(returns, fc.double({ min: 0.01, max: 100, noNaN: true }), (xs, leverage) => {
      const [plain = 0, levered = 0] = [sharpeRatio(xs), sharpeRatio(xs.map((r) => leverage * r))];
      // deviations as fine as 1e-6 of values near 0.1 keep ten digits
      expect(Math.abs(levered - plain)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(plain)));
    }),
  );
});

it('compares with a benchmark period by period', () => {
  expect(informationRatio([0.01, 0.03, 0.02], [0.01, 0.01, 0.01], 4)).toBeCloseTo(2, 13);
  expect(informationRatio([0.02, 0.03], [0.01, 0.02])).toBeUndefined();
});

it('has no ratio without risk', () => {
  expect(sharpeRatio([0.1, 0.1, 0.1])).toBeUndefined();
  expect(sharpeRatio(new Float64Array(10))).toBeUndefined();
});

it('refuses too few, NaN, and unequal lengths', () => {
  expect(() => sharpeRatio([0.1])).toThrow('excessReturns must have at least 2 entries, was 1');
  expect(() => sharpeRatio([0.1, Number.NaN])).toThrow('excessReturns[1] must be finite, was NaN');
  expect(() => sharpeRatio([0.1, 0.2], 0)).toThrow('perYear must be finite and > 0, was 0');
  expect(() => informationRatio([0.1, 0.2], [0.1, 0.2, 0.3])).toThrow('benchmark must have 2 entries, was 3');
});
