import { expect, it } from 'vitest';
import { minimumBacktestLength } from './minimum-backtest-length.ts';

it('is five years for 45 trials and a Sharpe ratio of 1, as published', () => {
  // Bailey et al. (2014): "after only 5 years of data, no more than 45 independent model configurations"
  expect(minimumBacktestLength(45, 1)).toBeCloseTo(4.998, 3);
});

it('agrees with mpmath, vectors/dsr_psr_pbo.json', () => {
  expect(minimumBacktestLength(10, 1)).toBeCloseTo(2.4793598106009216, 13);
  expect(minimumBacktestLength(100, 1)).toBeCloseTo(6.403951003080723, 13);
  expect(minimumBacktestLength(1000, 1)).toBeCloseTo(10.595816068644812, 13);
});

it('stays under the 2 ln N / SR^2 of the same paper', () => {
  for (const trials of [2, 10, 1000, 1e6])
    expect(minimumBacktestLength(trials, 2)).toBeLessThan((2 * Math.log(trials)) / 4);
});

it('needs no time for one trial, and refuses a ratio that needs all of it', () => {
  expect(minimumBacktestLength(1, 1)).toBe(0);
  expect(() => minimumBacktestLength(10, 0)).toThrow('sharpe must be finite and > 0, was 0');
  expect(() => minimumBacktestLength(0.5, 1)).toThrow('trials must be finite and >= 1, was 0.5');
});
