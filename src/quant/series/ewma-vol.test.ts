import { expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { logReturns } from '../stats.ts';
import { ewmaVol, ewmaVolSeries } from './ewma-vol.ts';

it('weights recent squares by 1 - lambda', () => {
  expect(ewmaVol([0.01], 0.94)).toBeCloseTo(0.01 * Math.sqrt(252), 14);
  expect(ewmaVol([0.01, 0.03], 0.9, 1)).toBeCloseTo(Math.sqrt(0.9 * 1e-4 + 0.1 * 9e-4), 14);
});

it('gives the 40-digit value of seven returns at lambda 0.94 (mpmath)', () => {
  const returns = logReturns([102, 101.5, 104, 102.5, 107, 105.5, 104, 107]);
  expect(ewmaVol(returns, 0.94)).toBeCloseTo(0.23291287702979457, 15);
});

it('is at every return what ewmaVol is of the returns so far', () => {
  const returns = Float64Array.from({ length: 50 }, (_, i) => 0.01 * Math.sin(i * i));
  const { first, values } = ewmaVolSeries(returns, 0.97, 12);
  expect(first).toBe(0);
  values.forEach((value, i) => {
    expect(value).toBe(ewmaVol(returns.subarray(0, i + 1), 0.97, 12));
  });
  expect(ewmaVolSeries(new Float64Array(0), 0.97).values.length).toBe(0);
});

it('refuses no returns, one that is no number, and a decay outside [0, 1)', () => {
  expect(() => ewmaVol([], 0.94)).toThrow('returns must have at least 1 entry, was 0');
  expect(() => ewmaVol([0.01, Number.NaN], 0.94)).toThrow('returns[1] must be finite');
  expect(() => ewmaVol([0.01], 1)).toThrow(PreconditionError);
  expect(() => ewmaVolSeries(new Float64Array(3), -0.1)).toThrow('lambda must be finite and >= 0');
});
