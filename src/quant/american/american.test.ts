import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { americanContinuousError } from '../../../bench/measure/american-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { PreconditionError } from '../../core/errors.ts';
import { type AmericanInputs, american, earlyExercisePremium } from './american.ts';
import { europeanPremium, europeanPut } from './european-put.ts';
import { unitPut } from './unit-put.ts';

const put: AmericanInputs = {
  right: 'put',
  spot: 100,
  strike: 100,
  vol: 0.25,
  expiry: 1,
  rate: 0.05,
  yield: 0.05,
};
/** The most that `accurate` has been wrong by, as a share of spot or strike, is 3e-7; of two premiums, twice that. */
const SLACK = 6e-7;

const anyOption: fc.Arbitrary<AmericanInputs> = fc.record({
  right: fc.constantFrom('call', 'put'),
  spot: fc.double({ min: 50, max: 200, noNaN: true }),
  strike: fc.double({ min: 50, max: 200, noNaN: true }),
  vol: fc.double({ min: 0.05, max: 1, noNaN: true }),
  expiry: fc.double({ min: 0.003, max: 3, noNaN: true }),
  rate: fc.double({ min: -0.05, max: 0.12, noNaN: true }),
  yield: fc.double({ min: -0.05, max: 0.12, noNaN: true }),
});

const european = (o: AmericanInputs): number => {
  const [scale, ratio] = o.right === 'put' ? [o.strike, o.spot / o.strike] : [o.spot, o.strike / o.spot];
  return scale * europeanPremium(europeanPut(unitPut(o)), ratio);
};
const sizeOf = (o: AmericanInputs): number => Math.max(o.spot, o.strike);

describe('known values', () => {
  it('is the benchmark of Andersen, Lake and Offengenden', () => {
    // vectors/american_alo2016_table2.csv: FP-A (65, 8, 32), at rate = yield converged to 1e-10
    expect(earlyExercisePremium({ ...put, accuracy: 'precise' })).toBeCloseTo(0.1069527028, 9);
  });

  it('is the premium QuantLib gives for the puts of Longstaff and Schwartz', () => {
    // QuantLib 1.29 QdFp, tanh-sinh (15, 35, 1e-11), equations A and B agreeing to 1e-9
    const ls = { ...put, strike: 40, rate: 0.06, yield: 0, accuracy: 'precise' } as const;
    expect(american({ ...ls, spot: 36, vol: 0.2 })).toBeCloseTo(4.48667435705, 8);
    expect(american({ ...ls, spot: 40, vol: 0.4, expiry: 2 })).toBeCloseTo(6.92345760996, 8);
    expect(american({ ...ls, spot: 44, vol: 0.2, expiry: 2 })).toBeCloseTo(1.69333038452, 8);
  });

  it('is the premium of calls with more yield than rate, where QuantLib alone can be wrong by its value', () => {
    // vectors/american_continuous.csv, rows with QdFp FP-B and finite differences in agreement
    const call = { ...put, right: 'call', rate: -0.005, yield: 0.12, vol: 0.1, accuracy: 'precise' } as const;
    expect(american({ ...call, expiry: 3 })).toBeCloseTo(1.440862972, 6);
    expect(american({ ...call, spot: 200, expiry: 3 })).toBe(100);
  });

  it('is what finite differences give between two boundaries', () => {
    // QuantLib 1.29 FdBlackScholesVanillaEngine, 800 and 1600 steps and points, extrapolated once
    const two = { ...put, accuracy: 'precise' } as const;
    const near = american({ ...two, spot: 97, vol: 0.25, expiry: 180 / 365, rate: -0.02, yield: -0.04 });
    expect(Math.abs(near - 8.121606)).toBeLessThan(2e-5);
    const far = american({ ...two, spot: 60, vol: 0.4, expiry: 10, rate: -0.01, yield: -0.05 });
    expect(Math.abs(far - 55.981696)).toBeLessThan(2e-5);
    const below = american({ ...two, spot: 15, vol: 0.2, expiry: 2, rate: -0.01, yield: -0.05 });
    expect(Math.abs(below - 85.462821)).toBeLessThan(1e-5);
  });
});

describe('limits', () => {
  it('is intrinsic value at expiry', () => {
    expect(american({ ...put, expiry: 0, spot: 90 })).toBe(10);
    expect(american({ ...put, expiry: 0, spot: 110 })).toBe(0);
    expect(american({ ...put, right: 'call', expiry: 0, spot: 110 })).toBeCloseTo(10, 13);
  });

  it('is the best certain exercise without vol', () => {
    expect(american({ ...put, vol: 0, spot: 90 })).toBe(10); // now: interest outweighs yield
    // yield above rate: the share falls faster than the strike is discounted, so wait
    expect(american({ ...put, vol: 0, rate: 0.01, yield: 0.08 })).toBeCloseTo(
      100 * (Math.exp(-0.01) - Math.exp(-0.08)),
      12,
    );
    expect(american({ ...put, vol: 1e-6, rate: 0.01, yield: 0.08 })).toBeCloseTo(
      100 * (Math.exp(-0.01) - Math.exp(-0.08)),
      6,
    );
  });

  it('is the perpetual put at any vol so large that four years are forever', () => {
    // lambda the lower root of sigma^2 x^2 / 2 - sigma^2 x / 2 - r at rate = yield; B = lambda / (lambda - 1)
    const lambda = (1 - Math.sqrt(1 + (8 * 0.05) / 144)) / 2;
    const edge = lambda / (lambda - 1);
    const perpetual = 100 * (1 - edge) * (1 / edge) ** lambda;
    expect(american({ ...put, vol: 12, expiry: 4 })).toBeCloseTo(perpetual, 3);
    expect(american({ ...put, vol: 12, expiry: 4 })).toBeLessThan(100);
  });

  it('tends to the perpetual put as time grows without bound', () => {
    // Merton (1973): (K - B) (S/B)^-g, B = K g/(1 + g), g = 2 r / sigma^2
    const g = (2 * 0.05) / 0.2 ** 2;
    const edge = (100 * g) / (1 + g);
    const perpetual = (100 - edge) * (100 / edge) ** -g;
    expect(american({ ...put, vol: 0.2, yield: 0, expiry: 3000, accuracy: 'precise' })).toBeCloseTo(
      perpetual,
      5,
    );
  });

  it('is the European premium where exercise never pays', () => {
    for (const never of [
      { right: 'call', rate: 0.05, yield: 0 },
      { right: 'call', rate: 0.05, yield: -0.02 },
      { right: 'put', rate: 0, yield: 0.03 },
      { right: 'put', rate: -0.02, yield: -0.01 },
      { right: 'put', rate: 0, yield: 0 },
    ] as const) {
      const option = { ...put, ...never };
      expect(american(option)).toBe(european(option));
      expect(earlyExercisePremium(option)).toBe(0);
    }
  });

  it('passes from one regime to the next without a jump', () => {
    for (const [one, other] of [
      [
        { rate: 0, yield: -0.03 },
        { rate: 1e-9, yield: -0.03 },
      ],
      [
        { rate: 0, yield: -0.03 },
        { rate: -1e-9, yield: -0.03 },
      ],
      [
        { rate: -0.02, yield: -0.02 },
        { rate: -0.02, yield: -0.02 - 1e-9 },
      ],
      [
        { rate: 0.03, yield: 0.03 },
        { rate: 0.03, yield: 0.03 + 1e-9 },
      ],
      [
        { rate: 0, yield: 0.03 },
        { rate: 1e-9, yield: 0.03 },
      ],
    ] as const)
      expect(Math.abs(american({ ...put, ...one }) - american({ ...put, ...other }))).toBeLessThan(
        100 * SLACK,
      );
  });
});

describe('laws', () => {
  it('is at least the European, which is at least discounted intrinsic value, and at least what exercise pays now', () => {
    fc.assert(
      fc.property(anyOption, (o) => {
        const premium = american(o);
        const forwardGap = o.spot * Math.exp(-o.yield * o.expiry) - o.strike * Math.exp(-o.rate * o.expiry);
        expect(premium).toBeGreaterThanOrEqual(european(o) - SLACK * sizeOf(o));
        expect(european(o)).toBeGreaterThanOrEqual(
          (o.right === 'call' ? forwardGap : -forwardGap) - 1e-13 * sizeOf(o),
        );
        expect(premium).toBeGreaterThanOrEqual(
          (o.right === 'call' ? 1 : -1) * (o.spot - o.strike) - 1e-13 * sizeOf(o),
        );
        expect(earlyExercisePremium(o)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is no more than the strike of a put or the spot of a call, or what they may grow to', () => {
    fc.assert(
      fc.property(anyOption, (o) => {
        const [most, carry] = o.right === 'put' ? [o.strike, o.rate] : [o.spot, o.yield];
        expect(american(o)).toBeLessThanOrEqual(
          most * Math.max(1, Math.exp(-carry * o.expiry)) * (1 + SLACK),
        );
      }),
    );
  });

  it('rises with vol and with time, and with the spot of a call or the strike of a put', () => {
    fc.assert(
      fc.property(anyOption, fc.double({ min: 1.001, max: 2, noNaN: true }), (o, factor) => {
        const premium = american(o) - SLACK * factor * sizeOf(o);
        expect(american({ ...o, vol: o.vol * factor })).toBeGreaterThanOrEqual(premium);
        expect(american({ ...o, expiry: o.expiry * factor })).toBeGreaterThanOrEqual(premium);
        const better = o.right === 'call' ? { spot: o.spot * factor } : { strike: o.strike * factor };
        expect(american({ ...o, ...better })).toBeGreaterThanOrEqual(premium);
      }),
    );
  });

  it('is a put as a call with everything exchanged, to the last bit', () => {
    fc.assert(
      fc.property(anyOption, (o) => {
        const other = {
          right: o.right === 'put' ? 'call' : 'put',
          spot: o.strike,
          strike: o.spot,
          rate: o.yield,
          yield: o.rate,
        } as const;
        expect(american({ ...o, ...other })).toBe(american(o));
      }),
    );
  });

  it('scales with spot and strike together', () => {
    fc.assert(
      fc.property(anyOption, fc.constantFrom(0.25, 2, 64), (o, factor) => {
        const premium = american(o);
        fc.pre(premium === 0 || premium > 1e-290); // below, a double has fewer digits
        expect(american({ ...o, spot: factor * o.spot, strike: factor * o.strike })).toBe(factor * premium);
      }),
    );
  });

  it('keeps the bounds of put-call parity for American options', () => {
    fc.assert(
      fc.property(anyOption, (any) => {
        const o = { ...any, rate: Math.abs(any.rate), yield: Math.abs(any.yield) };
        const gap = american({ ...o, right: 'call' }) - american({ ...o, right: 'put' });
        const slack = SLACK * sizeOf(o);
        expect(gap).toBeGreaterThanOrEqual(o.spot * Math.exp(-o.yield * o.expiry) - o.strike - slack);
        expect(gap).toBeLessThanOrEqual(o.spot - o.strike * Math.exp(-o.rate * o.expiry) + slack);
      }),
    );
  });
});

it('refuses what is not an option, naming it', () => {
  const broken: readonly (readonly [Partial<AmericanInputs>, string])[] = [
    [{ spot: 0 }, 'spot must be finite and > 0, was 0'],
    [{ spot: Number.POSITIVE_INFINITY }, 'spot must be finite and > 0, was Infinity'],
    [{ strike: -5 }, 'strike must be finite and > 0, was -5'],
    [{ strike: Number.NaN }, 'strike must be finite and > 0, was NaN'],
    [{ vol: -0.1 }, 'vol must be finite and >= 0, was -0.1'],
    [{ expiry: -1 }, 'expiry must be finite and >= 0, was -1'],
    [{ rate: Number.NaN }, 'rate must be finite, was NaN'],
    [{ yield: Number.NEGATIVE_INFINITY }, 'yield must be finite, was -Infinity'],
  ];
  for (const [change, message] of broken)
    for (const price of [american, earlyExercisePremium]) {
      expect(() => price({ ...put, ...change })).toThrow(PreconditionError);
      expect(() => price({ ...put, ...change })).toThrow(message);
    }
});

describeWithShared('against vectors/american_continuous.csv', () => {
  it('is within 1e-6 of every verified premium on a strike of 100', () => {
    const { error, cases } = americanContinuousError(sharedPath());
    expect(cases).toBe(2035);
    expect(error).toBeLessThanOrEqual(1e-6);
  });

  it('is so by default within a thousandth of a cent, and fast within a twentieth', () => {
    // shares of the strike of a put, or of the spot of a call, which goes to 200: three years at 60 % vol among them
    expect(americanContinuousError(sharedPath(), 'accurate').error).toBeLessThanOrEqual(1e-5);
    expect(americanContinuousError(sharedPath(), 'fast').error).toBeLessThanOrEqual(5e-4);
  });
});
