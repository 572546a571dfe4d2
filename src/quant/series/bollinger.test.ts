import { expect, it } from 'vitest';
import { bollingerError } from '../../../bench/measure/indicator-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { bollinger } from './bollinger.ts';

it('lies two population deviations either side of the mean', () => {
  const { upper, middle, lower } = bollinger(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9), 8, 2);
  expect([upper, middle, lower].map(({ values }) => values[0])).toEqual([9, 5, 1]);
  expect([upper, middle, lower].map(({ first }) => first)).toEqual([7, 7, 7]);
});

it('refuses a negative width', () => {
  expect(() => bollinger(new Float64Array(30), 20, -1)).toThrow('width must be finite and >= 0');
});

describeWithShared('against vectors/indicators_talib.csv', () => {
  it('agrees with TA-Lib to the 2e-8 that its running sums keep', () => {
    const { error, cases } = bollingerError(sharedPath());
    expect(cases).toBe(1524);
    expect(error).toBeLessThanOrEqual(2e-8);
  });
});
