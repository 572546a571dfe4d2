import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  greeksError,
  premiumError,
  premiumRelativeError,
  randomRows,
  scalarPricer,
} from '../../bench/measure/european-accuracy.ts';
import { PreconditionError } from '../core/errors.ts';
import { type BlackScholesInputs, blackScholes } from './black-scholes.ts';
import { blackScholesGreeks } from './black-scholes-greeks.ts';
import { black76Greeks } from './greeks.ts';

/** Hull (2015), Options, Futures, and Other Derivatives, 9th ed., example 15.6: c = 4.76, p = 0.81. */
const hull: BlackScholesInputs = {
  right: 'call',
  spot: 42,
  strike: 40,
  vol: 0.2,
  expiry: 0.5,
  rate: 0.1,
  yield: 0,
};

const anyOption = fc.record({
  right: fc.constantFrom('call' as const, 'put' as const),
  spot: fc.double({ min: 1, max: 1e4, noNaN: true }),
  strike: fc.double({ min: 1, max: 1e4, noNaN: true }),
  vol: fc.double({ min: 0.01, max: 3, noNaN: true }),
  expiry: fc.double({ min: 1e-3, max: 20, noNaN: true }),
  rate: fc.double({ min: -0.05, max: 0.2, noNaN: true }),
  yield: fc.double({ min: -0.05, max: 0.2, noNaN: true }),
});

describe('the premium', () => {
  it("gives Hull's example", () => {
    expect(blackScholes(hull)).toBeCloseTo(4.76, 2);
    expect(blackScholes({ ...hull, right: 'put' })).toBeCloseTo(0.81, 2);
  });

  it('prices 240 random options to the digits of a 50-digit reference', () => {
    expect(premiumError(scalarPricer, randomRows()).error).toBeLessThanOrEqual(1e-15);
    expect(premiumRelativeError(scalarPricer, randomRows()).error).toBeLessThanOrEqual(5e-13);
  });

  it('obeys put-call parity and the bounds', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const forwardLeg = option.spot * Math.exp(-option.yield * option.expiry);
        const strikeLeg = option.strike * Math.exp(-option.rate * option.expiry);
        const call = blackScholes({ ...option, right: 'call' });
        const put = blackScholes({ ...option, right: 'put' });
        // Rounding of two legs and two premiums.
        const rounding = 1e-14 * Math.max(forwardLeg, strikeLeg);
        expect(Math.abs(call - put - (forwardLeg - strikeLeg))).toBeLessThan(rounding);
        expect(call).toBeGreaterThanOrEqual(Math.max(forwardLeg - strikeLeg, 0) - rounding);
        expect(call).toBeLessThanOrEqual(forwardLeg + rounding);
        expect(put).toBeLessThanOrEqual(strikeLeg + rounding);
      }),
    );
  });

  it('falls and bends upward in the strike for a call', () => {
    fc.assert(
      fc.property(anyOption, fc.double({ min: 0.001, max: 0.2, noNaN: true }), (option, step) => {
        const at = (strike: number) => blackScholes({ ...option, right: 'call', strike });
        const [low, middle, high] = [
          at(option.strike),
          at(option.strike * (1 + step)),
          at(option.strike * (1 + 2 * step)),
        ];
        const rounding = 1e-14 * Math.max(option.spot, option.strike) * Math.exp(0.05 * option.expiry);
        expect(low).toBeGreaterThanOrEqual(middle - rounding);
        expect(low + high - 2 * middle).toBeGreaterThanOrEqual(-4 * rounding);
      }),
    );
  });

  it('is homogeneous: twice the spot and strike, twice the premium, to the bit', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const premium = blackScholes(option);
        // Below the least normal double a number is rounded to fewer digits, and half of them to fewer still.
        fc.pre(premium === 0 || premium > 1e-300);
        expect(blackScholes({ ...option, spot: 2 * option.spot, strike: 2 * option.strike })).toBe(
          2 * premium,
        );
      }),
    );
  });

  it('is the discounted intrinsic value of the forward with no vol or no time left', () => {
    expect(blackScholes({ ...hull, vol: 0 })).toBeCloseTo(42 - 40 * Math.exp(-0.05), 13);
    expect(blackScholes({ ...hull, expiry: 0 })).toBe(2);
    expect(blackScholes({ ...hull, expiry: 0, right: 'put' })).toBe(0);
  });
});

describe('the Greeks', () => {
  it('are those of a 50-digit reference for 240 random options', () => {
    expect(greeksError(scalarPricer, randomRows(), 'a day or more').error).toBeLessThanOrEqual(1e-11);
  });

  it('are those of Black-76 when the yield is the rate, theta and charm among them', () => {
    fc.assert(
      fc.property(anyOption, (option) => {
        const spot = blackScholesGreeks({ ...option, yield: option.rate });
        const forward = black76Greeks({
          ...option,
          forward: option.spot,
          discount: Math.exp(-option.rate * option.expiry),
        });
        for (const name of ['delta', 'gamma', 'vega', 'theta', 'vanna', 'volga', 'charm'] as const) {
          // ln(exp(-rT)) gives the rate back to 1e-16 / T.
          expect(Math.abs(spot[name] - forward[name])).toBeLessThanOrEqual(
            1e-11 * (1 + Math.abs(forward[name]) + forward.premium),
          );
        }
      }),
    );
  });

  it('agree with differences of the premium', () => {
    const option = { ...hull, yield: 0.03 };
    const of = (change: Partial<BlackScholesInputs>) => blackScholes({ ...option, ...change });
    const slope = (name: 'spot' | 'vol' | 'rate' | 'expiry', h: number) =>
      (of({ [name]: option[name] + h }) - of({ [name]: option[name] - h })) / (2 * h);
    const greeks = blackScholesGreeks(option);
    // Central differences: error h^2 times a third derivative, and 1e-15 x 42 / h.
    expect(slope('spot', 1e-3)).toBeCloseTo(greeks.delta, 7);
    expect(slope('vol', 1e-4)).toBeCloseTo(greeks.vega, 5);
    expect(slope('rate', 1e-4)).toBeCloseTo(greeks.rho, 5);
    expect(-slope('expiry', 1e-4)).toBeCloseTo(greeks.theta, 5);
  });

  it('settle to their limits with nothing left', () => {
    expect(blackScholesGreeks({ ...hull, expiry: 0 })).toMatchObject({
      delta: 1,
      gamma: 0,
      vega: 0,
      charm: 0,
    });
    expect(blackScholesGreeks({ ...hull, expiry: 0, spot: 40 }).delta).toBe(0.5);
    expect(blackScholesGreeks({ ...hull, expiry: 0, spot: 30 }).delta).toBe(0);
  });
});

describe('what is no option', () => {
  it.each([
    ['spot', 0],
    ['spot', Number.NaN],
    ['strike', -40],
    ['vol', -0.2],
    ['vol', Number.POSITIVE_INFINITY],
    ['expiry', -1],
    ['rate', Number.NaN],
    ['yield', Number.NEGATIVE_INFINITY],
  ] as const)('is refused: %s = %d', (name, bad) => {
    expect(() => blackScholes({ ...hull, [name]: bad })).toThrow(PreconditionError);
    expect(() => blackScholesGreeks({ ...hull, [name]: bad })).toThrow(`${name} must be`);
  });
});
