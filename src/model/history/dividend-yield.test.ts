import { describe, expect, it } from 'vitest';
import { historyAt } from '../../../test/dated-history.ts';
import { isoDate } from '../../core/dates.ts';
import { dividendYield } from './dividend-yield.ts';

const on = (date: string, dividends: Record<string, number>, spot = 899.22) =>
  dividendYield(historyAt(date, { 'SHILLER.dividend': dividends }), isoDate(date), spot);

describe('dividendYield', () => {
  it('is the dividends of twelve months over the index, continuously compounded', () => {
    expect(on('2008-10-10', { '2008-06-01': 28.39 })).toEqual({
      value: expect.closeTo(0.031083664947147586, 14), // Python: ln(1 + 28.39/899.22)
      source: 'SHILLER.dividend',
      asOf: '2008-06-01',
    });
  });

  it('does not know a month until 92 days after its end', () => {
    const months = { '2008-06-01': 28.39, '2008-07-01': 28.5, '2008-08-01': 28.6 };
    expect(on('2008-10-10', months).asOf).toBe('2008-06-01'); // June's: 30 September; July's: 31 October
    expect(on('2008-10-31', months).asOf).toBe('2008-07-01');
  });

  it('assumes 1.9 % where none is known, or none younger than five years', () => {
    expect(on('2008-10-10', {})).toEqual({ value: 0.019, source: 'assumed' });
    expect(on('2026-11-19', { '2020-06-01': 60 }).source).toBe('assumed');
  });

  it('refuses an index that is none', () => {
    expect(() => on('2008-10-10', {}, 0)).toThrow('spot must be finite and > 0, was 0');
  });
});
