import { describe, expect, it } from 'vitest';
import { logPerpetual, logStart } from './boundary-limits.ts';
import { qdPlusDepths } from './qd-plus.ts';

const boundaryAt = (r: number, q: number, sigma: number, T: number, close = 1e-13): number => {
  const put = { r, q, sigma, T };
  const depth = new Float64Array(1);
  qdPlusDepths(put, logStart(put), Float64Array.of(1), depth, close);
  return Math.exp(logStart(put) - (depth[0] as number));
};

describe('the boundary of the quadratic approximation', () => {
  it("solves Li's equation as he writes it", () => {
    // mpmath, 30 digits: the root of (1 - e^{-q tau} N(-d1)) S + (lambda + c0) (1 - S - p) with c0 of Li (2010)
    expect(boundaryAt(0.05, 0, 0.2, 1)).toBeCloseTo(0.810694490221531, 13);
    expect(boundaryAt(0.05, 0.02, 0.3, 0.25)).toBeCloseTo(0.770548039562174, 13);
    expect(boundaryAt(0.04, 0.06, 0.25, 0.5)).toBeCloseTo(0.590871367252742, 13);
    expect(boundaryAt(0.05, 0.05, 0.25, 1)).toBeCloseTo(0.651078968792589, 13);
  });

  it('tends to the perpetual one', () => {
    expect(boundaryAt(0.05, 0.01, 0.2, 400)).toBeCloseTo(
      Math.exp(logPerpetual({ r: 0.05, q: 0.01, sigma: 0.2, T: 400 })),
      6,
    );
  });

  it('passes through rate 0 without a jump', () => {
    expect(boundaryAt(0, -0.03, 0.2, 1)).toBeCloseTo(boundaryAt(1e-9, -0.03, 0.2, 1), 7);
  });

  it('is found to a thousandth of a standard deviation by default, at every node', () => {
    const put = { r: 0.05, q: 0.02, sigma: 0.3, T: 0.7 };
    const root = Float64Array.of(1, 0.8, 0.5, 0.1, 0.01);
    const [rough, fine] = [new Float64Array(5), new Float64Array(5)];
    qdPlusDepths(put, 0, root, rough);
    qdPlusDepths(put, 0, root, fine, 1e-13);
    root.forEach((x, i) => {
      const sd = 0.3 * Math.sqrt(0.7) * x;
      expect(Math.abs((rough[i] as number) - (fine[i] as number)) / sd).toBeLessThan(1e-3);
    });
  });

  it('is positive and finite at every time, rate, yield and vol an option comes with', () => {
    for (const T of [1e-6, 0.01, 1, 10])
      for (const sigma of [0.02, 0.2, 1.5])
        for (const r of [1e-4, 0.02, 0.2])
          for (const q of [-0.05, 0, 0.02, 0.0201, 0.3]) {
            const boundary = boundaryAt(r, q, sigma, T, 1e-3);
            expect(boundary).toBeGreaterThan(0);
            expect(boundary).toBeLessThan(Math.min(1, q > r ? r / q : 1));
          }
  });
});
