import { expect, it } from 'vitest';
import { calmarRatio, compoundGrowth } from './calmar.ts';

it('annualises growth over the steps, not the points', () => {
  expect(compoundGrowth([100, 110, 121], 1)).toBeCloseTo(0.1, 14);
  expect(compoundGrowth([100, 121], 0.5)).toBeCloseTo(0.1, 14);
  expect(compoundGrowth([100, 99], 12)).toBeCloseTo(0.99 ** 12 - 1, 14);
});

it('divides it by the deepest fall', () => {
  expect(calmarRatio([100, 80, 110, 121], 3)).toBeCloseTo(0.21 / 0.2, 13);
});

it('is absent for a curve that never falls', () => {
  expect(calmarRatio([1, 2], 1)).toBeUndefined();
});

it('refuses what is none', () => {
  expect(() => calmarRatio([1], 12)).toThrow('equity must have at least 2 entries, was 1');
  expect(() => calmarRatio([1, 0.5, 0], 12)).toThrow('equity[2] must be finite and > 0, was 0');
  expect(() => compoundGrowth([0, 1], 12)).toThrow('equity[0] must be finite and > 0, was 0');
  expect(() => compoundGrowth([1, 2], 0)).toThrow('perYear must be finite and > 0, was 0');
});
