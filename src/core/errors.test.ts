import { describe, expect, it } from 'vitest';
import { PreconditionError, requireFinite, requireNonNegative, requirePositive } from './errors.ts';
import { cents, dollars } from './units.ts';

describe('preconditions', () => {
  it('name the parameter, the rule and the value', () => {
    expect(new PreconditionError('strike', 'must be finite and > 0', Number.NaN).message).toBe(
      'strike must be finite and > 0, was NaN',
    );
  });

  it('draw their lines where they say', () => {
    expect(() => requirePositive('x', 0)).toThrow(/x must be finite and > 0, was 0/);
    expect(() => requirePositive('x', 1e-300)).not.toThrow();
    expect(() => requireNonNegative('x', -0)).not.toThrow();
    expect(() => requireNonNegative('x', -1e-300)).toThrow(/>= 0/);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => requirePositive('x', bad)).toThrow();
      expect(() => requireNonNegative('x', bad)).toThrow();
      expect(() => requireFinite('x', bad)).toThrow();
    }
  });
});

describe('money', () => {
  it('rounds half a cent away from zero on both sides', () => {
    expect([cents(0.5), cents(-0.5), cents(1.49), cents(-1.5)]).toEqual([1, -1, 1, -2]);
    expect(Object.is(cents(-0.2), 0)).toBe(true);
    expect(dollars(12.34)).toBe(1234);
  });
});
