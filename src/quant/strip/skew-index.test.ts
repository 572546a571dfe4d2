import { describe, expect, it } from 'vitest';
import { skewIndex } from './skew-index.ts';

const DAY = 1440;

describe('SKEW', () => {
  it('is 100 - 10 S, linear in time between two expirations', () => {
    const near = { skewness: -2, minutes: 23 * DAY };
    const next = { skewness: -1.3, minutes: 37 * DAY };
    expect(skewIndex({ near, next })).toBeCloseTo((120 + 113) / 2, 12);
    expect(skewIndex({ near, next }, near.minutes)).toBeCloseTo(120, 12);
  });

  it('is 100 for normal log returns, and prolongs its line outside', () => {
    const normal = (days: number) => ({ skewness: 0, minutes: days * DAY });
    expect(skewIndex({ near: normal(31), next: normal(38) })).toBe(100);
    const near = { skewness: -1, minutes: 31 * DAY };
    expect(skewIndex({ near, next: { skewness: -1.7, minutes: 38 * DAY } })).toBeCloseTo(109, 12);
  });

  it('refuses what is no skewness, and expirations out of order', () => {
    const near = { skewness: -1, minutes: 23 * DAY };
    expect(() => skewIndex({ near, next: { skewness: Number.NaN, minutes: 37 * DAY } })).toThrow(
      'next.skewness must be finite',
    );
    expect(() => skewIndex({ near, next: near })).toThrow('near.minutes must be <');
    expect(() => skewIndex({ near, next: { skewness: -1, minutes: 37 * DAY } }, 0)).toThrow(
      'minutes must be',
    );
  });
});
