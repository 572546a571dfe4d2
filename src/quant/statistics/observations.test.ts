import { expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import {
  isConstant,
  requireCount,
  requireLength,
  requireObservations,
  requireShare,
} from './observations.ts';

it('names the parameter, the rule and the value', () => {
  expect(() => requireObservations('returns', [], 1)).toThrow('returns must have at least 1 entries, was 0');
  expect(() => requireObservations('returns', [0.1, Number.NaN], 1)).toThrow(
    'returns[1] must be finite, was NaN',
  );
  expect(() => requireObservations('returns', [Number.NEGATIVE_INFINITY], 1)).toThrow(PreconditionError);
  expect(() => requireLength('benchmark', [1], 2)).toThrow('benchmark must have 2 entries, was 1');
  expect(() => requireShare('level', 1)).toThrow('level must be > 0 and < 1, was 1');
  expect(() => requireShare('level', Number.NaN)).toThrow(PreconditionError);
  expect(() => requireCount('lags', 1.5, 0)).toThrow('lags must be an integer >= 0, was 1.5');
  expect(() => requireCount('lags', Number.POSITIVE_INFINITY, 0)).toThrow(PreconditionError);
});

it('takes a hole in a list for a missing value', () => {
  expect(() => requireObservations('returns', { length: 1 }, 1)).toThrow(
    'returns[0] must be finite, was undefined',
  );
});

it('sees that values are equal where their deviation does not', () => {
  expect(isConstant([0.1, 0.1, 0.1])).toBe(true); // whose mean is 0.10000000000000002
  expect(isConstant([0.02 - 0.01, 0.03 - 0.02])).toBe(true); // 0.01 and 0.009999999999999998
  expect(isConstant([0, 0])).toBe(true);
  expect(isConstant([])).toBe(true);
  expect(isConstant([1, 1 + 1e-11])).toBe(false);
  expect(isConstant([0, 1e-300])).toBe(false);
  expect(isConstant([-1, 1])).toBe(false);
});
