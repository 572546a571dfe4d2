import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, isoDate } from '../../core/dates.ts';
import { irr } from './irr.ts';
import { mirr, xmirr } from './mirr.ts';

const flows = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000];
const rateOf = (result: ReturnType<typeof mirr>): number => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

it('gives the three rates of the Excel MIRR page: 13 %, -5 % after three years, 13 % reinvested at 14 %', () => {
  // more digits by mpmath
  expect(rateOf(mirr(flows, { finance: 0.1, reinvest: 0.12 }))).toBeCloseTo(0.12609413036590514, 14);
  expect(rateOf(mirr(flows.slice(0, 4), { finance: 0.1, reinvest: 0.12 }))).toBeCloseTo(
    -0.04804465524998082,
    14,
  );
  expect(rateOf(mirr(flows, { finance: 0.1, reinvest: 0.14 }))).toBeCloseTo(0.13475911082831482, 14);
});

it('counts dated flows in years of 365 days', () => {
  const dates = ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'];
  const days = dates.map((date) => dayNumber(isoDate(date)));
  const dated = xmirr([-10_000, 2750, 4250, 3250, 2750], days, { finance: 0.045, reinvest: 0.04 });
  expect(rateOf(dated)).toBeCloseTo(0.24929011516355393, 14); // mpmath
});

it('is the IRR when both rates are', () => {
  const later = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(later, (inflows) => {
      const stream = [-400, ...inflows];
      const rate = irr(stream);
      if (!rate.ok) throw new Error(rate.failure.code);
      const both = { finance: rate.value.rate, reinvest: rate.value.rate };
      // n-th power and root of numbers of size one
      expect(rateOf(mirr(stream, both))).toBeCloseTo(rate.value.rate, 11);
    }),
  );
});

it('says which side is missing, and refuses one day and bad rates', () => {
  const rates = { finance: 0.1, reinvest: 0.1 };
  expect(mirr([-1, -2], rates)).toEqual({ ok: false, failure: { code: 'no-inflow' } });
  expect(mirr([1, 2], rates)).toEqual({ ok: false, failure: { code: 'no-outflow' } });
  expect(() => mirr([-1], rates)).toThrow('flows must have at least 2 entries, was 1');
  expect(() => mirr([-1, 2], { finance: -1, reinvest: 0 })).toThrow('finance must be > -1');
  expect(() => mirr([-1, 2], { finance: 0, reinvest: Number.NaN })).toThrow('reinvest must be finite');
  expect(() => xmirr([-1, 2], [5, 5], rates)).toThrow('days must span more than one day, was 0');
});
