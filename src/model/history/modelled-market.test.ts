import { describe, expect, it } from 'vitest';
import { type Dated, eveningOf, historyAt } from '../../../test/dated-history.ts';
import { isoDate } from '../../core/dates.ts';
import { points } from '../../core/units.ts';
import type { OptionContract } from '../../market/contract.ts';
import { futureContract, optionContract } from '../../market/contract-registry.ts';
import { optionsClose } from '../../market/session-calendar.ts';
import { jointModel } from '../joint-model.ts';
import { indexExpiration, modelPrice } from '../model-market.ts';
import { modelledMarket } from './modelled-market.ts';

const SESSION = isoDate('2008-10-10');
const KNOWN: Readonly<Record<string, Dated>> = {
  'SPX.close': { '2008-10-09': 909.92, [SESSION]: 899.22 },
  'VIX.close': { '2008-10-09': 63.92, [SESSION]: 69.95 },
  TB3MS: { '2008-09-01': 1.13 },
  'SHILLER.dividend': { '2008-06-01': 28.39 },
};
const VX = {
  session: SESSION,
  availableAt: eveningOf(SESSION),
  contracts: [
    { expiration: isoDate('2008-10-22'), settle: points(54.31) },
    { expiration: isoDate('2008-11-19'), settle: points(39.61) },
    { expiration: isoDate('2009-02-18'), settle: points(31.5) },
  ],
};
const EXPIRATION = isoDate('2008-11-21');

const option = (right: 'call' | 'put', strike: number): OptionContract =>
  optionContract({ root: 'SPX', expiration: EXPIRATION, strike: points(strike), right });

function made(series = KNOWN, vx = [VX]) {
  const found = modelledMarket(jointModel(), historyAt(SESSION, series, vx), SESSION);
  if (!found.ok) throw new Error(found.failure.detail);
  return found.value;
}

describe('modelledMarket', () => {
  it('stands on the closes of the session and on what was known of rates and dividends', () => {
    const { market, rate, dividendYield } = made();
    expect(market.spot).toBe(899.22);
    expect(market.asOf).toBe(optionsClose(SESSION));
    expect(rate).toMatchObject({ source: 'TB3MS', asOf: '2008-09-01' });
    expect(dividendYield).toMatchObject({ source: 'SHILLER.dividend', asOf: '2008-06-01' });
    expect([market.rate, market.dividendYield]).toEqual([rate.value, dividendYield.value]);
  });

  it('keeps put-call parity on its own forward', () => {
    const { market } = made();
    const { forward, discount } = indexExpiration(market, 'SPX', EXPIRATION);
    expect(forward).toBeLessThan(899.22); // 3.1 % of dividends against 1.1 % of interest
    for (const strike of [700, 900, 1100]) {
      const gap = modelPrice(market, option('call', strike)) - modelPrice(market, option('put', strike));
      expect(gap).toBeCloseTo(discount * (forward - strike), 9);
    }
  });

  it('prices VX futures at their settlements where there are any, by itself where there are none', () => {
    const future = (market: ReturnType<typeof made>['market'], expiration: string): number =>
      modelPrice(market, futureContract('VX', isoDate(expiration)));
    for (const { expiration, settle } of VX.contracts)
      expect(future(made().market, expiration)).toBeCloseTo(settle, 9);
    const between = future(made().market, '2008-12-17'); // not settled that day: the shift is interpolated
    expect(between).toBeGreaterThan(31.5);
    expect(between).toBeLessThan(39.61);
    expect(Math.abs(future(made(KNOWN, []).market, '2008-10-22') / 54.31 - 1)).toBeGreaterThan(0.01);
  });

  it('leaves SPX options to VIX and VIX3M: a VX curve does not move them', () => {
    const put = option('put', 800);
    expect(modelPrice(made().market, put)).toBe(modelPrice(made(KNOWN, []).market, put));
  });

  it('says which close is missing', () => {
    const failure = (series: Readonly<Record<string, Dated>>): string => {
      const found = modelledMarket(jointModel(), historyAt(SESSION, series), SESSION);
      return found.ok ? 'none' : found.failure.detail;
    };
    const { 'SPX.close': spx = {}, 'VIX.close': vix = {} } = KNOWN;
    expect(failure({ 'VIX.close': vix })).toBe('no SPX close of 2008-10-10 is known');
    expect(failure({ 'SPX.close': spx })).toBe('no VIX close of 2008-10-10 is known');
  });
});
