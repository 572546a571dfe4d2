import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { dollars, rate } from '../../core/units.ts';
import { usedBeta, wacc } from './capital-cost.ts';

const rules = shippedPlan().sizing.capital;

describe('wacc', () => {
  it('gives 6.255739 % for the example of methodology 3.7.1 and section 6', () => {
    // beta .6 after shrinkage: half of .7 and half of the prior .5
    const inputs = { riskFree: rate(0.04), downsideBeta: 0.7, equity: dollars(100), debt: dollars(15) };
    expect(100 * wacc(inputs, rules)).toBeCloseTo(6.255739, 6);
  });

  it('is the cost of equity alone without debt, and without any capital', () => {
    const equityOnly = { riskFree: rate(0.04), downsideBeta: 0.7, equity: dollars(100), debt: dollars(0) };
    expect(wacc(equityOnly, rules)).toBeCloseTo(0.067, 12);
    expect(wacc({ ...equityOnly, equity: dollars(0) }, rules)).toBeCloseTo(0.067, 12);
  });
});

describe('usedBeta', () => {
  it('is the prior without a record, and floored before it is shrunk', () => {
    expect(usedBeta(undefined, rules)).toBe(0.5);
    expect(usedBeta(-2, rules)).toBeCloseTo(0.5 * 0.3 + 0.5 * 0.5, 12);
    expect(usedBeta(0.9, rules)).toBeCloseTo(0.7, 12);
  });
});
