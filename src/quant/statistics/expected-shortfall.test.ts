import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { expectedShortfall, valueAtRisk } from './expected-shortfall.ts';

describe('known values', () => {
  it('averages the worst with the part of the next that the tail still holds', () => {
    const returns = [-10, -5, -4, 0, 1, 2, 3, 4, 5, 6];
    // 2.5 of 10 at level 0.75: -10, -5 and half of -4
    expect(expectedShortfall(returns, 0.75)).toBeCloseTo((10 + 5 + 2) / 2.5, 14);
    expect(valueAtRisk(returns, 0.75)).toBe(4);
    // exactly two of ten: the quantile is the third, the first loss not exceeded by eight
    expect(expectedShortfall(returns, 0.8)).toBeCloseTo(7.5, 14);
    expect(valueAtRisk(returns, 0.8)).toBe(4);
    // less than one observation
    expect(expectedShortfall(returns, 0.99)).toBe(10);
    expect(valueAtRisk(returns, 0.99)).toBe(10);
  });

  it('agrees with the minimum of c + mean(max(L - c, 0))/(1 - level) and with numpy inverted_cdf', () => {
    const random = seededRandom(7);
    let last = 0;
    const returns = Float64Array.from({ length: 250 }, () => {
      last = 0.3 * last + normalDraw(random);
      return 0.001 + 0.01 * last;
    });
    // both computed with numpy from the same 250 numbers; the minimum is at one of the losses
    const expected: readonly [number, number, number][] = [
      [0.9, 0.01569106611566112, 0.011208269501186696],
      [0.95, 0.018595592480146944, 0.014269055170220948],
      [0.975, 0.020849985243764923, 0.018053213560173875],
      [0.99, 0.022393211492837954, 0.021015439112285615],
    ];
    for (const [level, shortfall, quantile] of expected) {
      expect(expectedShortfall(returns, level)).toBeCloseTo(shortfall, 14);
      expect(valueAtRisk(returns, level)).toBeCloseTo(quantile, 14);
    }
  });

  it('counts 0.57 x 100 as 57 observations', () => {
    const returns = Float64Array.from({ length: 100 }, (_, i) => i);
    expect(valueAtRisk(returns, 0.57)).toBe(-43);
    expect(expectedShortfall(returns, 0.57)).toBeCloseTo(-21, 12);
  });
});

describe('laws', () => {
  const returns = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
  const level = fc.double({ min: 0.01, max: 0.99, noNaN: true });

  it('is never below value at risk, and grows with the level', () => {
    fc.assert(
      fc.property(returns, level, level, (xs, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const shortfall = expectedShortfall(xs, low);
        // sums of up to 40 values of up to 1000 over a tail of at least 0.01
        expect(shortfall).toBeGreaterThanOrEqual(valueAtRisk(xs, low) - 1e-6);
        expect(expectedShortfall(xs, high)).toBeGreaterThanOrEqual(shortfall - 1e-6);
      }),
    );
  });

  it('never punishes putting two books together', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(pairs, level, (rows, share) => {
        const apart =
          expectedShortfall(
            rows.map(([a]) => a),
            share,
          ) +
          expectedShortfall(
            rows.map(([, b]) => b),
            share,
          );
        const together = expectedShortfall(
          rows.map(([a, b]) => a + b),
          share,
        );
        expect(together).toBeLessThanOrEqual(apart + 1e-6);
      }),
    );
  });
});

it('refuses what is none', () => {
  expect(() => expectedShortfall([], 0.95)).toThrow('returns must have at least 1 entries, was 0');
  expect(() => valueAtRisk([0.1], 1)).toThrow('level must be > 0 and < 1, was 1');
  expect(() => expectedShortfall([0.1], 95)).toThrow('level must be > 0 and < 1, was 95');
  expect(() => valueAtRisk([0.1, Number.NaN], 0.95)).toThrow('returns[1] must be finite, was NaN');
});
