import { describe, expect, it } from 'vitest';
import { leg, vxLeg } from '../../test/legs.ts';
import { dollars } from '../core/units.ts';
import { type GreeksOfContract, greeksOfBook } from './greeks-of-book.ts';

const UNIT = { delta: 0.5, gamma: 0.002, vega: 400, theta: -365 };
const each: GreeksOfContract = (contract) =>
  contract.kind === 'future' ? { delta: 1, gamma: 0, vega: 0, theta: 0 } : UNIT;

describe('greeksOfBook', () => {
  it('states dollars per point, per day and per vol point for the whole size', () => {
    const { index } = greeksOfBook([leg(-2, 'SPXW', '2019-06-14', 2800, 'call')], each);
    // 2 x 100 x: .5 a point; 365 a year is 1 a day; 400 per 1.00 of vol is 4 per vol point.
    expect(index).toEqual({
      delta: dollars(-100),
      gamma: dollars(-0.4),
      theta: dollars(200),
      vega: dollars(-800),
    });
  });

  it('states XSP in points of the S&P 500: ten XSP move like one SPX', () => {
    const spx = greeksOfBook([leg(1, 'SPXW', '2019-06-14', 2800, 'call')], each).index;
    // A tenth of the index has the same delta per own point and ten times the gamma.
    const xsp = greeksOfBook([leg(10, 'XSP', '2019-06-14', 280, 'call')], () => ({
      ...UNIT,
      gamma: 0.02,
      vega: 40,
      theta: -36.5,
    })).index;
    expect(xsp).toEqual(spx);
  });

  it('never adds the vega of VIX options to that of the index', () => {
    const { index, volatility } = greeksOfBook(
      [leg(4, 'VIX', '2019-06-19', 18, 'call'), vxLeg(1, '2019-06-19')],
      each,
    );
    expect(index).toEqual({ delta: 0, gamma: 0, theta: 0, vega: 0 });
    expect(volatility.delta).toBe(dollars(4 * 100 * 0.5 + 1000));
  });

  it('names what it could not price', () => {
    const legs = [leg(1, 'SPXW', '2019-06-14', 2800, 'call'), leg(1, 'SPXW', '2019-06-14', 9000, 'call')];
    const { unpriced, index } = greeksOfBook(legs, (contract) =>
      contract.kind === 'option' && contract.strike === 9000 ? undefined : UNIT,
    );
    expect(unpriced).toHaveLength(1);
    expect(index.delta).toBe(dollars(50));
  });
});
