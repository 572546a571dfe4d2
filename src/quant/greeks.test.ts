import fc from 'fast-check';
import { expect, it } from 'vitest';
import { black76GreeksError } from '../../bench/measure/black76-accuracy.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { type Black76Inputs, black76 } from './black76.ts';
import { black76Greeks } from './greeks.ts';

const vixPut: Black76Inputs = {
  right: 'put',
  forward: 20,
  strike: 22,
  vol: 0.8,
  expiry: 0.0027397260273972603,
  discount: Math.exp(-0.045 * 0.0027397260273972603),
};

it('gives the 25-digit reference values of a one-day VIX put at 4.5 %', () => {
  // vectors/black76_greeks.csv (mpmath, 60 digits), row P 20 22 1/365 0.8 0.045
  const greeks = black76Greeks(vixPut);
  expect(greeks.premium).toBeCloseTo(2.003200704609617, 14);
  expect(greeks.delta).toBeCloseTo(-0.9878173810984272, 14);
  expect(greeks.gamma).toBeCloseTo(0.03745429119506531, 15);
  expect(greeks.vega).toBeCloseTo(0.032836638855947675, 15);
  expect(greeks.theta).toBeCloseTo(-4.704005241260927, 12);
  expect(greeks.rho).toBeCloseTo(-0.005488221108519499, 15);
});

it('agrees with central differences of the premium', () => {
  const option: Black76Inputs = {
    right: 'call',
    forward: 5000,
    strike: 5100,
    vol: 0.17,
    expiry: 0.12,
    discount: 0.994,
  };
  const greeks = black76Greeks(option);
  const slope = (change: (h: number) => Partial<Black76Inputs>, h: number): number =>
    (black76({ ...option, ...change(h) }) - black76({ ...option, ...change(-h) })) / (2 * h);
  const rate = -Math.log(option.discount) / option.expiry;
  const later = (h: number) => ({
    expiry: option.expiry - h,
    discount: Math.exp(-rate * (option.expiry - h)),
  });
  expect(greeks.delta).toBeCloseTo(
    slope((h) => ({ forward: option.forward + h }), 0.1),
    7,
  );
  expect(greeks.vega).toBeCloseTo(
    slope((h) => ({ vol: option.vol + h }), 1e-5),
    4,
  );
  expect(greeks.theta).toBeCloseTo(slope(later, 1e-6), 2);
  expect(greeks.rho).toBeCloseTo(
    slope((h) => ({ discount: Math.exp(-(rate + h) * option.expiry) }), 1e-4),
    5,
  );
});

it('is intrinsic value alone with nothing left to happen', () => {
  const itm = black76Greeks({ ...vixPut, vol: 0 });
  expect(itm).toMatchObject({ delta: -vixPut.discount, gamma: 0, vega: 0 });
  expect(itm.theta).toBeCloseTo(0.045 * 2 * vixPut.discount, 12);
  const expired = black76Greeks({ ...vixPut, expiry: 0, discount: 1 });
  expect(expired).toMatchObject({ premium: 2, delta: -1, gamma: 0, vega: 0, theta: 0 });
  expect(expired.rho).toBeCloseTo(0, 15);
  expect(black76Greeks({ ...vixPut, strike: 20, expiry: 0, discount: 1 }).delta).toBeCloseTo(-0.5, 15);
});

it('ties call and put: deltas differ by the discount, gamma and vega not at all', () => {
  const inputs = fc.record({
    forward: fc.double({ min: 10, max: 8000, noNaN: true }),
    strike: fc.double({ min: 10, max: 8000, noNaN: true }),
    vol: fc.double({ min: 0.05, max: 2, noNaN: true }),
    expiry: fc.double({ min: 1e-3, max: 2, noNaN: true }),
    discount: fc.double({ min: 0.9, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(inputs, (o) => {
      const call = black76Greeks({ ...o, right: 'call' });
      const put = black76Greeks({ ...o, right: 'put' });
      expect(call.delta - put.delta).toBeCloseTo(o.discount, 14);
      expect(put.gamma).toBe(call.gamma);
      expect(put.vega).toBe(call.vega);
    }),
  );
});

describeWithShared('against vectors/black76_greeks.csv and bs_greeks.csv', () => {
  it('is within 1e-11 wherever a Greek exceeds 1e-6 and a day is left', () => {
    const { error, cases } = black76GreeksError(sharedPath());
    expect(cases).toBeGreaterThan(7000);
    expect(error).toBeLessThanOrEqual(1e-11);
  });
});
