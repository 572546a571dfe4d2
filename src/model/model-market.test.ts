import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { futureContract, optionContract } from '../market/contract-registry.ts';
import { stockClose } from '../market/session-calendar.ts';
import { black76 } from '../quant/black76.ts';
import { jointModel } from './joint-model.ts';
import { indexExpiration, indexVol, modelMarket, modelPrice, vixExpiration } from './model-market.ts';
import { vxShift } from './vx-shift.ts';

const SESSION = isoDate('2024-06-03');
const market = modelMarket({
  model: jointModel(),
  asOf: stockClose(SESSION),
  state: { x: -0.4, y: -0.9 },
  spot: 5283.4,
  rate: 0.052,
  dividendYield: 0.0135,
});
const EXPIRATION = isoDate('2024-07-19');
const option = (
  root: 'SPX' | 'SPXW' | 'XSP' | 'VIX' | 'SPY',
  strike: number,
  right: 'call' | 'put',
  expiration = EXPIRATION,
) => optionContract({ root, expiration, strike, right });

describe('modelPrice', () => {
  it('keeps put-call parity on the forward', () => {
    const { forward, discount } = indexExpiration(market, 'SPXW', EXPIRATION);
    for (const strike of [3000, 4800, 5280, 5600, 7000]) {
      const gap =
        modelPrice(market, option('SPXW', strike, 'call')) -
        modelPrice(market, option('SPXW', strike, 'put'));
      expect(Math.abs(gap - discount * (forward - strike)) / forward).toBeLessThan(1e-12);
    }
  });

  it('is Black-76 at the smile', () => {
    const at = indexExpiration(market, 'SPXW', EXPIRATION);
    const inputs = {
      right: 'put' as const,
      forward: at.forward,
      strike: 5000,
      vol: indexVol(at, 5000),
      expiry: at.years,
      discount: at.discount,
    };
    expect(modelPrice(market, option('SPXW', 5000, 'put'))).toBeCloseTo(black76(inputs), 8);
  });

  it('gives SPX less time than SPXW on one date: it settles at the open', () => {
    expect(indexExpiration(market, 'SPX', EXPIRATION).years).toBeLessThan(
      indexExpiration(market, 'SPXW', EXPIRATION).years,
    );
    expect(modelPrice(market, option('SPX', 5300, 'put'))).toBeLessThan(
      modelPrice(market, option('SPXW', 5300, 'put')),
    );
  });

  it('prices XSP at a tenth', () => {
    expect(modelPrice(market, option('XSP', 528, 'put'))).toBeCloseTo(
      modelPrice(market, option('SPXW', 5280, 'put')) / 10,
      12,
    );
  });

  it('prices VIX options on their own future', () => {
    const expiration = isoDate('2024-07-17');
    const { law, discount } = vixExpiration(market, expiration);
    const gap =
      modelPrice(market, option('VIX', 16, 'call', expiration)) -
      modelPrice(market, option('VIX', 16, 'put', expiration));
    expect(gap).toBeCloseTo(discount * (law.future - 16), 10);
    expect(modelPrice(market, futureContract('VX', expiration))).toBe(law.future);
  });

  it('takes the quoted futures where a shift is given, and leaves SPX alone', () => {
    const expiration = isoDate('2024-07-17');
    const { law, years } = vixExpiration(market, expiration);
    const { indexExpirations: _, vixExpirations: __, smiles: ___, ...inputs } = market;
    const shifted = modelMarket({ ...inputs, shift: vxShift([{ years, quoted: 15.2, model: law.future }]) });
    expect(modelPrice(shifted, futureContract('VX', expiration))).toBeCloseTo(15.2, 10);
    expect(modelPrice(shifted, option('SPXW', 5000, 'put'))).toBe(
      modelPrice(market, option('SPXW', 5000, 'put')),
    );
  });
});

describe('refusals', () => {
  it('name the contract the model does not know, and the one that has settled', () => {
    expect(() => modelPrice(market, option('SPY', 528, 'put'))).toThrow(
      'contract must be on SPX, XSP or VIX',
    );
    const gone = option('SPXW', 5000, 'put', isoDate('2024-05-31'));
    expect(() => modelPrice(market, gone)).toThrow('SPXW 2024-05-31 must settle after the instant priced');
  });

  it('name a level that cannot be', () => {
    expect(() => modelMarket({ ...market, spot: 0 })).toThrow('spot must be finite and > 0');
    expect(() => modelMarket({ ...market, rate: Number.NaN })).toThrow('rate must be finite');
  });
});
