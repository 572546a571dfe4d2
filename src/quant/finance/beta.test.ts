import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beta, downsideBeta } from './beta.ts';

const market = [-0.012, 0.004, -0.003, -0.021, 0.011, -0.007, 0, -0.0155];
const asset = [-0.006, 0.001, 0.001, -0.019, 0.002, -0.002, 0.0005, -0.011];
const lineOf = (result: ReturnType<typeof beta>) => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

describe('downside beta', () => {
  it('is the least-squares line through the days the market fell', () => {
    // The five falling days, by mpmath: slope, intercept and standard error of the slope.
    const line = lineOf(downsideBeta({ asset, market }));
    expect(line.periods).toBe(5);
    expect(line.beta).toBeCloseTo(1.1046277665995976, 13);
    expect(line.alpha).toBeCloseTo(0.005524144869215292, 15);
    expect(line.betaError).toBeCloseTo(0.10538599530258332, 13);
  });

  it('does not look at other days, a market that stood still among them', () => {
    const gains = asset.map((r, i) => ((market[i] ?? 0) < 0 ? r : r + 1));
    expect(downsideBeta({ asset: gains, market })).toEqual(downsideBeta({ asset, market }));
  });

  it('takes the market mean as threshold where Ang, Chen and Xing are wanted', () => {
    const mean = market.reduce((sum, m) => sum + m, 0) / market.length; // -0.0054
    expect(lineOf(downsideBeta({ asset, market }, mean)).periods).toBe(4);
  });

  it('of a writer of crash insurance is above the average one', () => {
    const crash = market.map((m) => (m < -0.01 ? 1.5 * (m + 0.01) : 0.0005));
    expect(lineOf(downsideBeta({ asset: crash, market })).beta).toBeGreaterThan(
      lineOf(beta({ asset: crash, market })).beta,
    );
  });

  it('is absent without two falling days', () => {
    expect(downsideBeta({ asset: [1, 2, 3], market: [0.1, -0.1, 0] })).toEqual({
      ok: false,
      failure: { code: 'too-few-periods' },
    });
  });
});

describe('beta', () => {
  it('recovers the line the returns lie on, whatever the riskless return', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: -0.01, max: 0.01, noNaN: true }), (b, a, riskFree) => {
        const exact = market.map((m) => riskFree + a + b * (m - riskFree));
        const line = lineOf(beta({ asset: exact, market }, riskFree));
        // alpha of size 3 rounds to 4e-16, over a market that moves by 0.01
        expect(line.beta).toBeCloseTo(b, 11);
        expect(line.alpha).toBeCloseTo(a, 12);
      }),
    );
  });

  it('of the market is 1, and twice a position has twice the beta', () => {
    expect(lineOf(beta({ asset: market, market }))).toMatchObject({ beta: 1, betaError: 0 });
    const twice = lineOf(beta({ asset: asset.map((r) => 2 * r), market }));
    expect(twice.beta).toBeCloseTo(2 * lineOf(beta({ asset, market })).beta, 14);
  });

  it('has no error with two periods', () => {
    const line = lineOf(beta({ asset: [0, 1], market: [0, 2] }));
    expect(line).toEqual({ beta: 0.5, alpha: 0, periods: 2 });
  });

  it('is absent for a flat market, and refused for columns that are none', () => {
    expect(beta({ asset: [1, 2, 3], market: [0.1, 0.1, 0.1] })).toEqual({
      ok: false,
      failure: { code: 'flat-market' },
    });
    expect(() => beta({ asset: [1], market: [1, 2] })).toThrow('asset must have 2 entries, was 1');
    expect(() => beta({ asset: [1, Number.NaN], market: [1, 2] })).toThrow('asset[1] must be finite');
    expect(() => downsideBeta({ asset, market }, Number.NaN)).toThrow('threshold must be finite');
  });
});
