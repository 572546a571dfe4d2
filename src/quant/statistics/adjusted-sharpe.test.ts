import { expect, it } from 'vitest';
import { adjustedSharpe } from './adjusted-sharpe.ts';

it('is the Sharpe ratio itself for a normal law', () => {
  expect(adjustedSharpe(0.3, 0, 3)).toBe(0.3);
});

it('charges for skewness and kurtosis', () => {
  // 0.5 [1 - 2/6 0.5 - 6/24 0.25] by hand
  expect(adjustedSharpe(0.5, -2, 9)).toBeCloseTo(0.5 * (1 - 1 / 6 - 1 / 16), 15);
  expect(adjustedSharpe(0.5, -2, 9)).toBeLessThan(adjustedSharpe(0.5, -1, 9));
  expect(adjustedSharpe(0.5, -2, 9)).toBeLessThan(adjustedSharpe(0.5, -2, 5));
});

it('refuses what is no number', () => {
  expect(() => adjustedSharpe(Number.NaN, 0, 3)).toThrow('sharpe must be finite, was NaN');
  expect(() => adjustedSharpe(1, 0, Number.POSITIVE_INFINITY)).toThrow('kurtosis must be finite');
});
