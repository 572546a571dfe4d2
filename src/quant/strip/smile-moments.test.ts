import { describe, expect, it } from 'vitest';
import { kurtosis, skewness, varianceSwapVariance } from './log-return-moments.ts';
import { smileMoments } from './smile-moments.ts';

const momentsOf = (totalVariance: (k: number) => number, corners?: readonly number[]) => {
  const moments = smileMoments(corners === undefined ? { totalVariance } : { totalVariance, corners });
  if (!moments.ok) throw new Error(moments.failure.code);
  return moments.value;
};

describe('a flat smile', () => {
  it.each([0.001, 0.05, 0.2, 1, 2.5])('of standard deviation %d has the moments of a normal law', (s) => {
    const moments = momentsOf(() => s * s);
    expect(moments.mean / (-s * s * 0.5)).toBeCloseTo(1, 12);
    expect(Math.sqrt(varianceSwapVariance(moments, 0.25))).toBeCloseTo(2 * s, 12);
    // Differences of moments: P2 against s^4/4, and so on, cancel some digits at large s
    expect(skewness(moments)).toBeCloseTo(0, 9);
    expect(kurtosis(moments)).toBeCloseTo(3, 9);
  });
});

describe('an SVI smile', () => {
  const [a, b, rho, m, sigma] = [0.0005, 0.02, -0.6, 0.01, 0.05];
  const svi = (k: number): number => a + b * (rho * (k - m) + Math.hypot(k - m, sigma));

  it('has the moments mpmath integrates at 30 digits', () => {
    const moments = momentsOf(svi);
    expect(moments.mean / -0.0010738011026227452).toBeCloseTo(1, 12);
    expect(moments.second / 0.0022082662608847617).toBeCloseTo(1, 12);
    expect(moments.third / -0.0001948853737712476).toBeCloseTo(1, 12);
    expect(moments.fourth / 5.435613159006184e-5).toBeCloseTo(1, 12);
    expect(skewness(moments)).toBeCloseTo(-1.810918275332839, 11);
    expect(kurtosis(moments)).toBeCloseTo(10.989632537981178, 10);
  });

  it('is skewed the other way when its wings are swapped', () => {
    expect(skewness(momentsOf((k) => svi(-k)))).toBeGreaterThan(0);
  });
});

it('is told of corners and then does not lose digits at them', () => {
  const bent = (k: number): number => 0.0025 + 0.01 * Math.max(-k - 0.03, 0);
  const exact = momentsOf(bent, [-0.03]);
  const finer = momentsOf(
    bent,
    Array.from({ length: 61 }, (_, i) => (i - 40) / 100),
  );
  expect(finer.mean / exact.mean).toBeCloseTo(1, 12);
  expect(finer.fourth / exact.fourth).toBeCloseTo(1, 12);
});

it('fails where moments do not exist, and refuses what is no variance', () => {
  expect(smileMoments({ totalVariance: () => 0 })).toEqual({ ok: false, failure: { code: 'no-variance' } });
  // Total variance 2 |k| is Lee's bound: the price at infinity does not vanish.
  expect(smileMoments({ totalVariance: (k) => 0.01 + 2 * Math.abs(k) })).toEqual({
    ok: false,
    failure: { code: 'wing-too-heavy' },
  });
  expect(() => smileMoments({ totalVariance: () => Number.NaN })).toThrow('totalVariance(0) must be finite');
  expect(() => smileMoments({ totalVariance: (k) => 0.01 - Math.abs(k) })).toThrow('must be finite and >= 0');
});
