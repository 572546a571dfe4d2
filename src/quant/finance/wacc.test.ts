import { describe, expect, it } from 'vitest';
import { costOfEquity, wacc } from './wacc.ts';

describe('wacc', () => {
  const mix = {
    equity: 100,
    debt: 15,
    costOfEquity: 0.067,
    costOfDebt: 0.045,
    taxRate: 0.6 * 0.2 + 0.4 * 0.37,
  };

  it('is the 6.255739 % worked out in methodology 3.7.1', () => {
    expect(100 * wacc(mix)).toBeCloseTo(6.255739, 6);
  });

  it('is the cost of equity without debt, of taxed debt without equity, and does not mind the unit of money', () => {
    expect(wacc({ ...mix, debt: 0 })).toBeCloseTo(0.067, 15);
    expect(wacc({ ...mix, equity: 0 })).toBeCloseTo(0.045 * (1 - 0.268), 15);
    expect(wacc({ ...mix, equity: 10_000, debt: 1500 })).toBeCloseTo(wacc(mix), 15);
  });

  it('is the cost of equity where there is no capital to weigh by', () => {
    expect(wacc({ ...mix, equity: 0, debt: 0 })).toBe(0.067);
    expect(wacc({ ...mix, equity: -20 })).toBe(0.067);
  });

  it('refuses what is no number', () => {
    expect(() => wacc({ ...mix, debt: Number.NaN })).toThrow('debt must be finite, was NaN');
  });
});

describe('cost of equity', () => {
  it('is 6.7 % at beta 0.6 over 4 %, and the riskless rate at beta 0', () => {
    expect(costOfEquity(0.04, 0.6, 0.045)).toBeCloseTo(0.067, 15);
    expect(costOfEquity(0.04, 0, 0.045)).toBe(0.04);
    expect(() => costOfEquity(0.04, Number.NaN, 0.045)).toThrow('beta must be finite');
  });
});
