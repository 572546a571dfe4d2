import { describe, expect, it } from 'vitest';
import { expectedMaximum, expectedMaximumExact } from './expected-maximum.ts';

describe('the limit law', () => {
  it('agrees with mpmath, vectors/dsr_psr_pbo.json', () => {
    const reference: readonly [number, number][] = [
      [2, 0.5197553442805939],
      [5, 1.1925940010147893],
      [10, 1.57459830134575],
      [45, 2.2356401777664057],
      [100, 2.530602893201682],
      [1000, 3.2551215136527256],
      [10000, 3.8606648555102643],
    ];
    for (const [trials, expected] of reference) expect(expectedMaximum(trials)).toBeCloseTo(expected, 14);
  });

  it('never falls below 0, which one trial has', () => {
    expect(expectedMaximum(1)).toBe(0);
    expect(expectedMaximum(1 + 1e-12)).toBe(0);
    expect(expectedMaximum(1.5)).toBeGreaterThan(0);
  });
});

describe('the integral', () => {
  it('is 1/sqrt(pi) for two and 3/(2 sqrt(pi)) for three', () => {
    expect(expectedMaximumExact(1)).toBeCloseTo(0, 14);
    expect(expectedMaximumExact(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 14);
    expect(expectedMaximumExact(3)).toBeCloseTo(1.5 / Math.sqrt(Math.PI), 14);
  });

  it('agrees with mpmath quadrature at 30 digits', () => {
    const reference: readonly [number, number][] = [
      [2.5, 0.723184261165497],
      [10, 1.538752730835173],
      [100, 2.507593636441684],
      [1000, 3.241435769133441],
      [1e6, 4.862897486196463],
    ];
    for (const [trials, expected] of reference)
      expect(expectedMaximumExact(trials)).toBeCloseTo(expected, 13);
  });

  it('lies below the limit law from three trials on, and they draw together', () => {
    const gaps = [3, 10, 100, 1e4, 1e8].map((n) => expectedMaximum(n) / expectedMaximumExact(n) - 1);
    gaps.forEach((gap, i) => {
      expect(gap).toBeGreaterThan(0);
      if (i > 1) expect(gap).toBeLessThan(gaps[i - 1] ?? 0);
    });
  });
});

it('refuses fewer trials than one', () => {
  expect(() => expectedMaximum(0)).toThrow('trials must be finite and >= 1, was 0');
  expect(() => expectedMaximumExact(Number.NaN)).toThrow('trials must be finite and >= 1, was NaN');
  expect(() => expectedMaximum(Number.POSITIVE_INFINITY)).toThrow('trials must be finite and >= 1');
});
