import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financeError, publishedGap } from '../../../bench/measure/finance-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { dayNumber, isoDate } from '../../core/dates.ts';
import { irr } from './irr.ts';
import { xnpv } from './npv.ts';
import { xirr } from './xirr.ts';

const daysOf = (...dates: readonly string[]): number[] => dates.map((date) => dayNumber(isoDate(date)));
const rateOf = (flows: readonly number[], days: readonly number[]): number => {
  const result = xirr(flows, days);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.rate;
};

// The example of the Excel XIRR page.
const flows = [-10_000, 2750, 4250, 3250, 2750];
const days = daysOf('2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01');

describe('known rates', () => {
  // 25 digits by mpmath (../shared/vectors/irr_xirr.json)
  it('is right to the last digit where Excel prints nine, of which the last is wrong', () => {
    const rate = rateOf(flows, days);
    expect(rate).toBeCloseTo(0.3733625335188315, 15);
    expect(Math.abs(xnpv(rate, flows, days))).toBeLessThan(1e-10); // rounding of sums of 1e4
    expect(Math.abs(xnpv(0.373362535, flows, days))).toBeGreaterThan(1e-6);
  });

  it.each([
    [[-1000, 1000.01], ['2020-01-01', '2021-06-30'], 6.684970604606423e-6],
    [[-5000, 5125], ['2024-01-02', '2024-01-09'], 2.6238730991748778],
    [[-5000, 5], ['2024-01-02', '2025-01-02'], -0.9989809471185781],
  ])('%j on %j earns %d', (amounts, dates, rate) => {
    expect(Math.abs(rateOf(amounts, daysOf(...dates)) / rate - 1)).toBeLessThan(1e-14);
  });

  it('goes on to rates of any size: ten times the money in a week, a millionth of it left after one', () => {
    const week = [0, 7];
    // 10^(365/7) - 1 has ln 120: one ulp of the growth per day is worth 120 ulps of the rate.
    expect(rateOf([-1, 10], week) / 10 ** (365 / 7)).toBeCloseTo(1, 13);
    expect(rateOf([-1, 1e-6], week)).toBe(-1); // 1e-313 above it, in truth
    expect(rateOf([-1, 1e-6], [0, 3650])).toBeCloseTo(10 ** -0.6 - 1, 14);
    expect(xirr([-1, 8], [0, 1])).toEqual({ ok: false, failure: { code: 'rate-overflow' } });
  });
});

it('has all roots of dated flows: 10 % and 20 % on anniversaries', () => {
  const result = xirr([-100, 230, -132], [0, 365, 730]);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  expect(result.value.roots).toHaveLength(2);
  expect(result.value.roots[0]).toBeCloseTo(0.1, 13);
  expect(result.value.roots[1]).toBeCloseTo(0.2, 13);
  expect(result.value.rate).toBe(result.value.roots[0]);
});

it('equals IRR on flows a 365-day year apart, roots and all', () => {
  const amounts = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(amounts, (c) => {
      const yearly = irr(c);
      const dated = xirr(
        c,
        c.map((_, i) => 365 * i),
      );
      expect(dated.ok).toBe(yearly.ok);
      if (!dated.ok || !yearly.ok) return;
      expect(dated.value.roots).toHaveLength(yearly.value.roots.length);
      // Close roots of whole-number flows keep ten digits of growth.
      dated.value.roots.forEach((root, i) => {
        expect(Math.log1p(root)).toBeCloseTo(Math.log1p(yearly.value.roots[i] ?? 0), 7);
      });
    }),
  );
});

it('minds neither the order of the flows, nor the day counted from, nor a day split in two', () => {
  const rate = rateOf(flows, days);
  expect(rateOf(flows.toReversed(), days.toReversed())).toBeCloseTo(rate, 14);
  expect(
    rateOf(
      flows,
      days.map((day) => day + 10_000),
    ),
  ).toBeCloseTo(rate, 14);
  const [first = 0, ...later] = days;
  expect(rateOf([-12_000, 2000, ...flows.slice(1)], [first, first, ...later])).toBeCloseTo(rate, 14);
});

it('earns nothing on one day, and says why', () => {
  expect(xirr([-5000, 5125], [7, 7])).toEqual({ ok: false, failure: { code: 'no-outflow' } });
  expect(xirr([-5000, 5000], [7, 7])).toEqual({ ok: false, failure: { code: 'no-flow' } });
  expect(() => xirr([-1, 2], [0])).toThrow('days must have 2 entries, was 1');
  expect(() => xirr([-1, 2], [0, Number.NaN])).toThrow('days[1] must be finite');
});

describeWithShared('against the twelve reference streams', () => {
  it('is within 1e-14 of every one', () => {
    const { error, at, cases } = financeError(sharedPath());
    expect(cases).toBe(12);
    expect({ at, within: error <= 1e-14 }).toEqual({ at, within: true });
  });

  it('agrees with every published digit but the last of Excel’s XIRR, which is 1.5e-9 off and rounded to 5e-10', () => {
    expect(publishedGap(sharedPath())).toBeCloseTo(1.48e-9 - 5e-10, 11);
  });
});
