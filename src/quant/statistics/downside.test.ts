import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mean } from '../stats.ts';
import { downsideDeviation, omegaRatio, sortinoRatio } from './downside.ts';

const RETURNS = [0.04, -0.02, 0.01, -0.01, 0.03];

it('divides by all returns and not by the losers alone', () => {
  expect(downsideDeviation(RETURNS)).toBeCloseTo(Math.sqrt((0.0004 + 0.0001) / 5), 15);
  expect(downsideDeviation(RETURNS, 0.01)).toBeCloseTo(Math.sqrt((0.0009 + 0.0004) / 5), 15);
});

it('rates the mean above the target by it', () => {
  expect(sortinoRatio(RETURNS)).toBeCloseTo(0.01 / 0.01, 13);
  expect(sortinoRatio(RETURNS, 0, 252)).toBeCloseTo(Math.sqrt(252), 12);
  expect(sortinoRatio(RETURNS, 0.01)).toBeCloseTo(0, 14);
});

it('weighs gains against losses', () => {
  expect(omegaRatio(RETURNS)).toBeCloseTo(0.08 / 0.03, 13);
  expect(omegaRatio(RETURNS, 0.02)).toBeCloseTo(0.03 / 0.08, 13);
});

it('has Omega 1 at the mean, and [mean - L] over the losses more elsewhere', () => {
  const returns = fc
    .array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 2, maxLength: 40 })
    .filter((xs) => Math.max(...xs) - Math.min(...xs) > 1e-3);
  fc.assert(
    fc.property(returns, (xs) => {
      // gains and losses of up to 8 that cancel to rounding; the losses are above 1e-3/40
      expect(omegaRatio(xs, mean(xs))).toBeCloseTo(1, 9);
    }),
  );
});

it('is absent where nothing lies below', () => {
  expect(sortinoRatio([0.1, 0.2])).toBeUndefined();
  expect(omegaRatio([0.1, 0.2])).toBeUndefined();
  expect(omegaRatio([0, 0])).toBeUndefined();
});

it('refuses what is none', () => {
  expect(() => sortinoRatio([])).toThrow('returns must have at least 1 entries, was 0');
  expect(() => omegaRatio([0.1], Number.NaN)).toThrow('threshold must be finite, was NaN');
  expect(() => downsideDeviation([0.1], Number.POSITIVE_INFINITY)).toThrow('target must be finite');
  expect(() => sortinoRatio([0.1, Number.NaN])).toThrow('returns[1] must be finite, was NaN');
});
