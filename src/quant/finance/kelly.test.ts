import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionalKelly, kelly, logGrowth } from './kelly.ts';
import { binaryKelly, continuousKelly } from './kelly-closed-form.ts';
import type { Outcomes } from './outcomes.ts';

const betOf = (result: ReturnType<typeof kelly>) => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

describe('the full-distribution stake', () => {
  it('is that of the closed form with two outcomes', () => {
    const cases = fc.tuple(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(cases, ([winProbability, win, loss]) => {
        const bet = { returns: [win, -loss], probabilities: [winProbability, 1 - winProbability] };
        const closed = binaryKelly({ winProbability, win, loss });
        // 1/loss and 1/win up to 100 cancel: their rounding is what is left
        expect(betOf(kelly(bet)).fraction).toBeCloseTo(closed, 10);
      }),
    );
  });

  it('is the mpmath root for three outcomes: a stock, and a condor that loses half or all', () => {
    const stock = betOf(kelly({ returns: [0.2, 0.05, -0.4], probabilities: [0.5, 0.3, 0.2] }));
    expect(stock.fraction).toBeCloseTo(0.5802298816829126, 14);
    expect(stock.growth).toBeCloseTo(0.01065856174499699, 16);
    const condor = betOf(kelly({ returns: [0.12, -0.5, -1], probabilities: [0.93, 0.04, 0.03] }));
    expect(condor.fraction).toBeCloseTo(0.6024149082365581, 14);
    expect(condor.growth).toBeCloseTo(0.02290416332322446, 16);
  });

  it('grows at least as fast as any other stake', () => {
    const outcome = fc.tuple(fc.double({ min: -1, max: 3, noNaN: true }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(
        fc.array(outcome, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pairs, share) => {
          const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
          const bet: Outcomes = {
            returns: pairs.map(([x]) => x),
            probabilities: pairs.map(([, weight]) => weight / total),
          };
          const best = kelly(bet);
          if (!best.ok) {
            expect(pairs.every(([x]) => x >= 0)).toBe(true);
            return;
          }
          expect(best.value.growth).toBeGreaterThanOrEqual(0);
          // a flat top: growth near it is equal to rounding
          expect(logGrowth(bet, share)).toBeLessThanOrEqual(best.value.growth + 1e-15);
        },
      ),
    );
  });

  it('approaches (mu - r) / sigma^2 as outcomes get small', () => {
    const [mu, sigma] = [1e-6, 1e-3];
    const small = { returns: [mu + sigma, mu - sigma], probabilities: [0.5, 0.5] };
    const limit = continuousKelly({ expected: mu, hurdle: 0, deviation: sigma });
    expect(betOf(kelly(small)).fraction / limit).toBeCloseTo(1, 5); // next term: (mu/sigma)^2 = 1e-6
  });

  it('does not count an outcome of no probability', () => {
    const bet = { returns: [0.5, -0.4, -1], probabilities: [0.6, 0.4, 0] };
    expect(betOf(kelly(bet)).fraction).toBeCloseTo(
      binaryKelly({ winProbability: 0.6, win: 0.5, loss: 0.4 }),
      12,
    );
  });
});

describe('the edges', () => {
  it('stakes nothing on a certain loss, on a fair bet, or on nothing at all', () => {
    for (const bet of [
      { returns: [-1], probabilities: [1] },
      { returns: [1, -1], probabilities: [0.5, 0.5] },
      { returns: [0], probabilities: [1] },
      { returns: [3, -1], probabilities: [0.2, 0.8] },
    ])
      expect(kelly(bet)).toEqual({ ok: true, value: { fraction: 0, growth: 0 } });
  });

  it('knows no stake for a bet that cannot lose', () => {
    expect(kelly({ returns: [0.1, 0], probabilities: [0.5, 0.5] })).toEqual({
      ok: false,
      failure: { code: 'no-loss' },
    });
  });

  it('never stakes all on what may take all, however unlikely', () => {
    const bet = betOf(kelly({ returns: [1, -1], probabilities: [1, 1e-300] }));
    expect(bet.fraction).toBeLessThan(1);
    expect(bet.fraction).toBeGreaterThan(1 - 1e-15);
    expect(Number.isFinite(bet.growth)).toBe(true);
    expect(logGrowth({ returns: [1, -1], probabilities: [0.9, 0.1] }, 1)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('refuses what is no distribution', () => {
    expect(() => kelly({ returns: [], probabilities: [] })).toThrow('returns must have at least 1 entry');
    expect(() => kelly({ returns: [1, 2], probabilities: [1] })).toThrow('probabilities must have 2 entries');
    expect(() => kelly({ returns: [1, 2], probabilities: [0.5, 0.4] })).toThrow('must add up to 1, was 0.9');
    expect(() => kelly({ returns: [1, 2], probabilities: [1.5, -0.5] })).toThrow('probabilities[1] must be');
    expect(() => kelly({ returns: [Number.NaN], probabilities: [1] })).toThrow('returns[0] must be finite');
    expect(() => logGrowth({ returns: [1], probabilities: [1] }, Number.NaN)).toThrow('fraction must be');
  });
});

describe('a share of the stake', () => {
  it('at a half keeps three quarters of the growth when the edge is small', () => {
    const bet = { returns: [0.01, -0.01], probabilities: [0.505, 0.495] };
    const full = betOf(kelly(bet));
    const half = betOf(fractionalKelly(bet, 0.5));
    expect(half.fraction).toBe(0.5 * full.fraction);
    expect(half.growth / full.growth).toBeCloseTo(0.75, 3); // third order: the edge, 1 %, squared
    // Twice the stake grows no more than none at all.
    expect(betOf(fractionalKelly(bet, 2)).growth / full.growth).toBeCloseTo(0, 3);
  });

  it('passes a bet without a stake on, and refuses a share that is none', () => {
    expect(fractionalKelly({ returns: [1], probabilities: [1] }, 0.5).ok).toBe(false);
    expect(() => fractionalKelly({ returns: [-1], probabilities: [1] }, 0)).toThrow(
      'kappa must be finite and > 0',
    );
  });
});

describe('closed forms', () => {
  it('stake 2p - 1 on an even bet, and nothing without an edge', () => {
    expect(binaryKelly({ winProbability: 0.6, win: 1, loss: 1 })).toBeCloseTo(0.2, 15);
    expect(binaryKelly({ winProbability: 0.4, win: 1, loss: 1 })).toBe(0);
    expect(binaryKelly({ winProbability: 0, win: 1, loss: 1 })).toBe(0);
    expect(continuousKelly({ expected: 0.03, hurdle: 0.05, deviation: 0.2 })).toBe(0);
    expect(continuousKelly({ expected: 0.09, hurdle: 0.05, deviation: 0.2 })).toBeCloseTo(1, 14);
  });

  it('refuse what is no bet', () => {
    expect(() => binaryKelly({ winProbability: 1.1, win: 1, loss: 1 })).toThrow('must be in [0, 1], was 1.1');
    expect(() => binaryKelly({ winProbability: 0.5, win: 0, loss: 1 })).toThrow('win must be finite and > 0');
    expect(() => continuousKelly({ expected: 0.1, hurdle: 0, deviation: 0 })).toThrow('deviation must be');
  });
});
