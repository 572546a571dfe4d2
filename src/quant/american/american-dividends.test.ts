import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { americanDividendError } from '../../../bench/measure/american-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { PreconditionError } from '../../core/errors.ts';
import { american } from './american.ts';
import { type AmericanDividendInputs, americanWithDividends } from './american-dividends.ts';

const call: AmericanDividendInputs = {
  right: 'call',
  spot: 100,
  strike: 100,
  vol: 0.25,
  expiry: 182 / 365,
  rate: 0.05,
  dividends: [{ time: 90 / 365, amount: 2 }],
  model: 'spot',
};

describe('known values', () => {
  // One dividend: mpmath, 30 digits, the integral over the share on the eve of max(exercise, Black-Scholes after).
  const CALLS = [
    [call, 7.23697638797931, 7.16586546749506],
    [{ ...call, strike: 90 }, 13.1655984798614, 13.1075057780662],
    [
      {
        ...call,
        spot: 50,
        strike: 45,
        expiry: 30 / 365,
        rate: 0.04,
        vol: 0.35,
        dividends: [{ time: 29 / 365, amount: 1.5 }],
      },
      5.46316557303443,
      5.43165734526908,
    ],
    [
      { ...call, expiry: 1, rate: 0, vol: 0.3, dividends: [{ time: 180 / 365, amount: 5 }] },
      10.1819663795866,
      9.84305710082207,
    ],
    [
      {
        ...call,
        spot: 600,
        strike: 560,
        expiry: 45 / 365,
        rate: 0.043,
        vol: 0.16,
        dividends: [{ time: 20 / 365, amount: 1.9 }],
      },
      42.7271340025367,
      42.7186736334453,
    ],
  ] as const;

  it('are those of calls with one dividend, in both models, within 1e-7 of the strike', () => {
    for (const [option, spotModel, escrowed] of CALLS) {
      expect(Math.abs(americanWithDividends(option).premium - spotModel) / option.strike).toBeLessThan(1e-7);
      const other = americanWithDividends({ ...option, model: 'escrowed' }).premium;
      expect(Math.abs(other - escrowed) / option.strike).toBeLessThan(1e-7);
    }
  });

  it('come nearer with every accuracy', () => {
    const [fast, precise] = (['fast', 'precise'] as const).map((accuracy): number =>
      Math.abs(americanWithDividends({ ...call, accuracy }).premium - 7.23697638797931),
    );
    expect(fast).toBeLessThan(2e-4);
    expect(precise).toBeLessThan(1e-7);
  });

  it('tell from which spot a call is worth exercising on the eve', () => {
    // the root of S - K = Black-Scholes(S - D): mpmath, 30 digits
    const { eves } = americanWithDividends({ ...call, strike: 90 });
    expect(eves).toHaveLength(1);
    expect(eves[0]?.criticalSpot).toBeCloseTo(103.603119368, 2);
    expect(eves[0]?.isExerciseOptimal).toBe(false);
    expect(americanWithDividends({ ...call, strike: 90, spot: 104 }).eves[0]?.isExerciseOptimal).toBe(true);
  });
});

describe('laws', () => {
  const without = { ...call, dividends: [] };

  it('is what the spectral method says when there is no dividend, Greeks too', () => {
    for (const right of ['call', 'put'] as const)
      for (const spot of [88, 100, 115])
        for (const rate of [-0.02, 0.05]) {
          const option = { ...without, right, spot, rate };
          const grid = americanWithDividends(option);
          expect(
            Math.abs(grid.premium - american({ ...option, yield: 0, accuracy: 'precise' })),
          ).toBeLessThan(1e-4);
        }
  });

  it('is the same in either model when there is no dividend before expiry', () => {
    const late = [{ time: 0.5, amount: 3 }];
    const expected = americanWithDividends(without);
    expect(americanWithDividends({ ...call, dividends: late })).toEqual(expected);
    expect(americanWithDividends({ ...call, dividends: late, model: 'escrowed' })).toEqual(expected);
    expect(expected.eves).toEqual([]);
  });

  it('does not mind the order of the dividends', () => {
    const dividends = [
      { time: 0.3, amount: 1 },
      { time: 0.1, amount: 2 },
    ];
    const there = americanWithDividends({ ...call, dividends, accuracy: 'fast' });
    expect(americanWithDividends({ ...call, dividends: dividends.toReversed(), accuracy: 'fast' })).toEqual(
      there,
    );
    expect(there.eves.map(({ time }) => time)).toEqual([0.1, 0.3]);
  });

  it('has the Greeks that differences of its premium give', () => {
    for (const [right, model] of [
      ['call', 'spot'],
      ['put', 'escrowed'],
    ] as const) {
      const option = { ...call, right, model };
      const { delta, gamma, theta } = americanWithDividends(option);
      const at = (change: Partial<AmericanDividendInputs>): number =>
        americanWithDividends({ ...option, ...change }).premium;
      const [up, here, down] = [at({ spot: 101 }), at({}), at({ spot: 99 })];
      expect(Math.abs((up - down) / 2 - delta)).toBeLessThan(1e-3); // a third of a third derivative near 1e-3
      expect(Math.abs(up - 2 * here + down - gamma)).toBeLessThan(1e-4);
      const day = 1 / 365;
      const later = at({ expiry: call.expiry - day, dividends: [{ time: 89 / 365, amount: 2 }] });
      expect(Math.abs((later - here) / day - theta)).toBeLessThan(0.02); // half a day of a decay that itself moves
    }
  });

  it('lies between what exercise pays and what the share is worth, and rises with vol', () => {
    const option = fc.record({
      right: fc.constantFrom('call', 'put'),
      spot: fc.double({ min: 70, max: 140, noNaN: true }),
      vol: fc.double({ min: 0.05, max: 0.8, noNaN: true }),
      rate: fc.double({ min: -0.03, max: 0.08, noNaN: true }),
      model: fc.constantFrom('spot', 'escrowed'),
      amount: fc.double({ min: 0, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(option, ({ amount, ...change }) => {
        const one = { ...call, ...change, dividends: [{ time: 0.2, amount }], accuracy: 'fast' } as const;
        const { premium, delta } = americanWithDividends(one);
        const sign = one.right === 'call' ? 1 : -1;
        expect(premium).toBeGreaterThanOrEqual(Math.max(sign * (one.spot - 100), 0));
        expect(premium).toBeLessThanOrEqual(
          sign === 1 ? one.spot : 100 * Math.max(1, Math.exp(-one.rate * one.expiry)),
        );
        expect(sign * delta).toBeGreaterThan(-1e-4);
        expect(sign * delta).toBeLessThan(1 + 2e-3); // across the boundary a grid's delta overshoots by its bend
        expect(americanWithDividends({ ...one, vol: one.vol + 0.05 }).premium).toBeGreaterThan(
          premium - 2e-3,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('makes a dividend lower a call and raise a put', () => {
    for (const model of ['spot', 'escrowed'] as const) {
      const premiumOf = (right: 'call' | 'put', amount: number): number =>
        americanWithDividends({ ...call, right, model, dividends: [{ time: 0.2, amount }] }).premium;
      expect(premiumOf('call', 2)).toBeLessThan(premiumOf('call', 0));
      expect(premiumOf('put', 2)).toBeGreaterThan(premiumOf('put', 0));
    }
  });
});

describe('limits', () => {
  it('is exercised at once far in the money, exactly', () => {
    const { premium, delta, gamma, theta } = americanWithDividends({
      ...call,
      right: 'put',
      spot: 40,
      dividends: [],
    });
    expect({ premium, delta, gamma, theta }).toEqual({ premium: 60, delta: -1, gamma: 0, theta: 0 });
  });

  it('is intrinsic value at expiry', () => {
    expect(americanWithDividends({ ...call, expiry: 0, spot: 110 }).premium).toBe(10);
    expect(americanWithDividends({ ...call, expiry: 0, spot: 110, right: 'put' }).premium).toBe(0);
  });

  it('tends to the certain premium as vol goes to 0', () => {
    for (const right of ['call', 'put'] as const)
      for (const spot of [95, 101.2, 105]) {
        const [some, none] = [1e-4, 0].map(
          (vol): number => americanWithDividends({ ...call, right, spot, vol }).premium,
        ) as [number, number];
        expect(Math.abs(some - none)).toBeLessThan(0.02); // 0.4 vol sqrt(T) of 100, and a spacing
      }
  });

  it('keeps a share from going below 0', () => {
    const ruin = americanWithDividends({
      ...call,
      right: 'put',
      spot: 10,
      dividends: [{ time: 0.01, amount: 30 }],
    });
    // waiting four days for a share worth nothing pays K discounted; exercise now pays K - S
    expect(ruin.premium).toBeCloseTo(100 * Math.exp(-0.0005), 3);
  });
});

it('refuses what is not an option or its dividends, naming it', () => {
  const broken: readonly (readonly [Partial<AmericanDividendInputs>, string])[] = [
    [{ spot: 0 }, 'spot must be finite and > 0, was 0'],
    [{ strike: Number.NaN }, 'strike must be finite and > 0, was NaN'],
    [{ vol: -0.1 }, 'vol must be finite and >= 0, was -0.1'],
    [{ expiry: Number.POSITIVE_INFINITY }, 'expiry must be finite and >= 0, was Infinity'],
    [{ rate: Number.NaN }, 'rate must be finite, was NaN'],
    [{ dividends: [{ time: -1, amount: 1 }] }, 'dividends[0].time must be finite and > 0, was -1'],
  ];
  for (const [change, message] of broken) {
    expect(() => americanWithDividends({ ...call, ...change })).toThrow(PreconditionError);
    expect(() => americanWithDividends({ ...call, ...change })).toThrow(message);
  }
  const tooMuch = { model: 'escrowed', dividends: [{ time: 0.1, amount: 101 }] } as const;
  expect(() => americanWithDividends({ ...call, ...tooMuch })).toThrow(
    'dividends must be worth less than the spot, 100',
  );
});

describeWithShared('against vectors/american_discrete_dividends.csv', () => {
  it('is within 1.2e-6 of the strike, which is how good those grid values are', () => {
    const { error, cases } = americanDividendError(sharedPath());
    expect(cases).toBe(32);
    expect(error).toBeLessThanOrEqual(1.2e-6);
  });
});
