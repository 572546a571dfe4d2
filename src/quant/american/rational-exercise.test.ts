import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { black76 } from '../black76.ts';
import { type RationalExerciseInputs, rationalExercise } from './rational-exercise.ts';

/** methodology.md section 4.6 of the design. */
const golden: RationalExerciseInputs = {
  right: 'call',
  strike: 70,
  expiry: 40 / 365,
  rate: 0.05,
  dividends: 3,
  oppositePremium: 0.05,
};

describe('a call before its ex-date', () => {
  it('is worth exercising for 3.00 when that gives up 0.38 of carry and a put of 0.05', () => {
    const { isRational, gain, cost, interest, advantage } = rationalExercise(golden);
    expect(isRational).toBe(true);
    expect(interest).toBeCloseTo(0.38, 2);
    expect(cost).toBeCloseTo(0.43, 2);
    expect(gain).toBe(3);
    expect(advantage).toBeCloseTo(2.57, 2);
  });

  it('is not for a dividend that is less, or none', () => {
    expect(rationalExercise({ ...golden, dividends: 0.43 }).isRational).toBe(false);
    expect(rationalExercise({ ...golden, dividends: 0.44 }).isRational).toBe(true);
    expect(rationalExercise({ ...golden, dividends: 0, oppositePremium: 0 }).isRational).toBe(false);
  });

  it('is just when exercise pays more than the European call after the dividend', () => {
    const number = fc.double({ min: 60, max: 140, noNaN: true });
    fc.assert(
      fc.property(
        number,
        fc.double({ min: 0.05, max: 5, noNaN: true }),
        fc.double({ min: -0.05, max: 0.1, noNaN: true }),
        (spot, dividend, rate) => {
          const expiry = 0.2;
          const after = spot - dividend;
          const option = {
            forward: after * Math.exp(rate * expiry),
            strike: 100,
            vol: 0.2,
            expiry,
            discount: Math.exp(-rate * expiry),
          };
          const held = black76({ right: 'call', ...option });
          const verdict = rationalExercise({
            right: 'call',
            strike: 100,
            expiry,
            rate,
            dividends: dividend,
            oppositePremium: black76({ right: 'put', ...option }),
          });
          expect(verdict.advantage).toBeCloseTo(spot - 100 - held, 11);
          expect(verdict.isRational).toBe(verdict.advantage > 0);
        },
      ),
    );
  });
});

describe('a put deep in the money', () => {
  const put = { ...golden, right: 'put', strike: 100, dividends: 0.3 } as const;

  it('is worth exercising when interest on the strike exceeds the dividends kept and the call given up', () => {
    const { interest, cost, gain, isRational } = rationalExercise(put);
    expect(interest).toBeCloseTo(100 * (1 - Math.exp((-0.05 * 40) / 365)), 14);
    expect(gain).toBe(interest);
    expect(cost).toBeCloseTo(0.35, 14);
    expect(isRational).toBe(true);
    expect(rationalExercise({ ...put, oppositePremium: 0.3 }).isRational).toBe(false);
    expect(rationalExercise({ ...put, dividends: 0.6 }).isRational).toBe(false);
  });

  it('never is at a rate of 0 or less', () => {
    for (const rate of [0, -0.01])
      expect(rationalExercise({ ...put, rate, dividends: 0, oppositePremium: 0 }).isRational).toBe(false);
  });
});

it('refuses numbers that are none, naming them', () => {
  expect(() => rationalExercise({ ...golden, strike: 0 })).toThrow('strike must be finite and > 0, was 0');
  expect(() => rationalExercise({ ...golden, expiry: -1 })).toThrow('expiry must be finite and >= 0, was -1');
  expect(() => rationalExercise({ ...golden, rate: Number.NaN })).toThrow('rate must be finite, was NaN');
  expect(() => rationalExercise({ ...golden, dividends: -1 })).toThrow(
    'dividends must be finite and >= 0, was -1',
  );
  expect(() => rationalExercise({ ...golden, oppositePremium: Number.NaN })).toThrow(PreconditionError);
});
