import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimumTrackRecord, probabilisticSharpe } from './probabilistic-sharpe.ts';

const FUND = { sharpe: 0.458, observations: 24, skewness: -2.448, kurtosis: 10.164 };

describe('published values of Bailey and Lopez de Prado (2012)', () => {
  it('is 0.913 for their hedge fund, and would be 0.982 were it normal', () => {
    // 0.913361083860932916 and 0.981674919091077101 by mpmath, vectors/dsr_psr_pbo.json
    expect(probabilisticSharpe(FUND)).toBeCloseTo(0.913361083860933, 14);
    expect(probabilisticSharpe({ ...FUND, skewness: 0, kurtosis: 3 })).toBeCloseTo(0.9816749190910771, 14);
  });

  it('takes 2.73 years of days, 2.83 of weeks, 3.24 of months to tell a Sharpe ratio of 2 from 1', () => {
    const yearsOf = (perYear: number, skewness: number, kurtosis: number): number => {
      const estimate = { sharpe: 2 / Math.sqrt(perYear), observations: 24, skewness, kurtosis };
      return (minimumTrackRecord(estimate, 1 / Math.sqrt(perYear), 0.95) ?? Number.NaN) / perYear;
    };
    expect(yearsOf(252, 0, 3)).toBeCloseTo(2.73, 2);
    expect(yearsOf(52, 0, 3)).toBeCloseTo(2.83, 2);
    expect(yearsOf(12, 0, 3)).toBeCloseTo(3.24, 2);
    expect(yearsOf(12, -0.72, 5.78)).toBeCloseTo(4.99, 2); // the typical hedge fund
  });
});

it('agrees with mpmath on the record needed', () => {
  expect(minimumTrackRecord(FUND, 0, 0.95)).toBeCloseTo(34.55750593485625, 11);
  expect(minimumTrackRecord(FUND, 0.1, 0.99)).toBeCloseTo(110.86247561821355, 11);
});

describe('laws', () => {
  const estimates = fc
    .record({
      sharpe: fc.double({ min: -1, max: 1, noNaN: true }),
      observations: fc.integer({ min: 2, max: 5000 }),
      skewness: fc.double({ min: -3, max: 3, noNaN: true }),
      above: fc.double({ min: 0.1, max: 20, noNaN: true }),
    })
    .map(({ above, ...rest }) => ({ ...rest, kurtosis: 1 + rest.skewness ** 2 + above }));

  it('is one half at the estimate, falls with the benchmark and mirrors about it', () => {
    fc.assert(
      fc.property(estimates, fc.double({ min: 1e-3, max: 1, noNaN: true }), (estimate, margin) => {
        expect(probabilisticSharpe(estimate, estimate.sharpe)).toBeCloseTo(0.5, 15);
        const [below = 0, above = 1] = [-1, 1].map((side) =>
          probabilisticSharpe(estimate, estimate.sharpe + side * margin),
        );
        expect(below).toBeGreaterThan(above);
        expect(below + above).toBeCloseTo(1, 12);
      }),
    );
  });

  it('reaches the confidence after the record it asks for', () => {
    fc.assert(
      fc.property(
        estimates.filter(({ sharpe }) => sharpe > 0.05),
        fc.double({ min: 0.6, max: 0.99, noNaN: true }),
        (estimate, confidence) => {
          const needed = Math.ceil(minimumTrackRecord(estimate, 0, confidence) ?? Number.NaN);
          const after = probabilisticSharpe({ ...estimate, observations: needed + 1 }) ?? 0;
          expect(after).toBeGreaterThanOrEqual(confidence);
        },
      ),
    );
  });
});

describe('what it cannot answer', () => {
  it('has no record long enough at or below the benchmark', () => {
    expect(minimumTrackRecord(FUND, 0.458, 0.95)).toBeUndefined();
    expect(minimumTrackRecord(FUND, 1, 0.95)).toBeUndefined();
  });

  it('asks for one observation where a confidence below one half will do', () => {
    expect(minimumTrackRecord(FUND, 0, 0.3)).toBe(1);
  });

  it('has no probability without error', () => {
    // a coin of -1 and 1 in proportions whose influence vanishes at SR = 2/g3
    expect(probabilisticSharpe({ sharpe: 1, observations: 10, skewness: 2, kurtosis: 5 })).toBeUndefined();
  });

  it('refuses NaN and shares outside (0, 1)', () => {
    expect(() => probabilisticSharpe(FUND, Number.NaN)).toThrow('benchmark must be finite, was NaN');
    expect(() => minimumTrackRecord(FUND, 0, 1)).toThrow('confidence must be > 0 and < 1, was 1');
  });
});
