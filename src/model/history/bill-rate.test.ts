import { describe, expect, it } from 'vitest';
import { historyAt } from '../../../test/dated-history.ts';
import { isoDate } from '../../core/dates.ts';
import { billRate } from './bill-rate.ts';

const on = (date: string, series: Parameters<typeof historyAt>[1]) =>
  billRate(historyAt(date, series), isoDate(date));

describe('billRate', () => {
  it('turns each source into a continuous rate by its own convention', () => {
    // Python: 2 ln(1.02); -ln(1 - .0113 91/360) 365/91; 365 ln(1 + .0181/360)
    expect(on('2008-10-10', { DGS3MO: { '2008-10-08': 4 } }).value).toBeCloseTo(0.03960525459235946, 14);
    expect(on('2008-10-10', { TB3MS: { '2008-09-01': 1.13 } }).value).toBeCloseTo(0.011473338414662016, 14);
    expect(on('2008-10-10', { FEDFUNDS: { '2008-09-01': 1.81 } }).value).toBeCloseTo(0.01835092757082394, 14);
  });

  it('prefers the daily yield, and says where the number came from', () => {
    const both = { DGS3MO: { '2008-10-08': 0.6 }, TB3MS: { '2008-09-01': 1.13 } };
    expect(on('2008-10-10', both)).toMatchObject({ source: 'DGS3MO', asOf: '2008-10-08' });
    expect(on('2008-10-27', both)).toMatchObject({ source: 'TB3MS', asOf: '2008-09-01' }); // 19 days old
  });

  it('does not know a month before it is printed', () => {
    // The mean of September is out five days after the month: on 6 October it is known, on 3 October August's is the newest.
    const months = { TB3MS: { '2008-08-01': 1.72, '2008-09-01': 1.13 } };
    expect(on('2008-10-03', months).asOf).toBe('2008-08-01');
    expect(on('2008-10-06', months).asOf).toBe('2008-09-01');
  });

  it('assumes 3 % where nothing recent is known', () => {
    expect(on('2008-10-10', {})).toEqual({ value: 0.03, source: 'assumed' });
    expect(on('2008-10-10', { TB3MS: { '2008-05-01': 1.7 } }).source).toBe('assumed');
  });
});
