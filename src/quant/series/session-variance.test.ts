import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ohlc } from './ohlc.ts';
import { garmanKlass, parkinson, rogersSatchell } from './session-variance.ts';

const price = fc.double({ min: 1, max: 1000, noNaN: true });
const anySession: fc.Arbitrary<Ohlc> = fc.tuple(price, price, price, price).map((prices) => {
  const [open, close] = prices;
  return { open, close, high: Math.max(...prices), low: Math.min(...prices) };
});

describe('variance of a session', () => {
  it('is what the formulas give by hand for a range of e^0.2 about the open, closing on its high', () => {
    const session = {
      open: 100,
      high: 100 * Math.exp(0.1),
      low: 100 * Math.exp(-0.1),
      close: 100 * Math.exp(0.1),
    };
    expect(parkinson(session)).toBeCloseTo(0.04 / (4 * Math.LN2), 15);
    expect(garmanKlass(session)).toBeCloseTo(0.02 - (2 * Math.LN2 - 1) * 0.01, 15);
    // high: 0 x 0.1; low: -0.2 x -0.1
    expect(rogersSatchell(session)).toBeCloseTo(0.02, 15);
  });

  it('is nothing for a session that never moved, and nothing to Rogers and Satchell for a straight line', () => {
    const still = { open: 7, high: 7, low: 7, close: 7 };
    expect([parkinson, garmanKlass, rogersSatchell].map((variance) => variance(still))).toEqual([0, 0, 0]);
    expect(rogersSatchell({ open: 100, high: 110, low: 100, close: 110 })).toBe(0);
  });

  it('is never negative, the same at any price level, and the same for the session turned upside down', () => {
    fc.assert(
      fc.property(anySession, fc.double({ min: 0.01, max: 100, noNaN: true }), (session, scale) => {
        const { open, high, low, close } = session;
        const scaled = { open: open * scale, high: high * scale, low: low * scale, close: close * scale };
        const turned = { open: 1 / open, high: 1 / low, low: 1 / high, close: 1 / close };
        for (const variance of [parkinson, garmanKlass, rogersSatchell]) {
          const value = variance(session);
          // Squares of logarithms up to 7 whose arguments are rounded.
          expect(value).toBeGreaterThan(-1e-13);
          expect(variance(scaled)).toBeCloseTo(value, 12);
          expect(variance(turned)).toBeCloseTo(value, 12);
        }
      }),
    );
  });
});
