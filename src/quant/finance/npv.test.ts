import { expect, it } from 'vitest';
import { dayNumber, isoDate } from '../../core/dates.ts';
import { npv, xnpv } from './npv.ts';

const days = ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'].map((date) =>
  dayNumber(isoDate(date)),
);
const flows = [-10_000, 2750, 4250, 3250, 2750];

it('gives the 1188.44 of the Excel NPV page, which discounts the first flow too', () => {
  expect(npv(0.1, [-10_000, 3000, 4200, 6800]) / 1.1).toBeCloseTo(1188.443412335223, 9); // digits: mpmath
});

it('gives the 2086.65 of the Excel XNPV page', () => {
  expect(xnpv(0.09, flows, days)).toBeCloseTo(2086.647602031537, 9); // digits: mpmath
});

it('is the plain sum at rate 0, and counts from the earliest day wherever that stands', () => {
  expect(npv(0, flows)).toBe(3000);
  expect(xnpv(0, flows, days)).toBe(3000);
  const backwards = xnpv(0.09, flows.toReversed(), days.toReversed());
  expect(backwards).toBeCloseTo(xnpv(0.09, flows, days), 9);
});

it('refuses what has no present value', () => {
  expect(() => npv(-1, flows)).toThrow('rate must be > -1, was -1');
  expect(() => npv(0.1, [])).toThrow('flows must have at least 1 entry, was 0');
  expect(() => npv(0.1, [1, Number.NaN])).toThrow('flows[1] must be finite, was NaN');
  expect(() => xnpv(0.1, flows, [1, 2])).toThrow('days must have 5 entries, was 2');
  expect(() => xnpv(0.1, [1, 2], [0, Number.POSITIVE_INFINITY])).toThrow('days[1] must be finite');
});
