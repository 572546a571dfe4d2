import { describe, expect, it } from 'vitest';
import { sampleReading, shippedPlan, UNLISTED } from '../../../test/fixtures/market-reading.ts';
import { leg, vxLeg } from '../../../test/legs.ts';
import { addDays } from '../../core/dates.ts';
import type { Contract } from '../../market/contract.ts';
import { greeksOf } from './greeks-of.ts';
import { markOf, quoteOf } from './mark.ts';
import { reprice } from './reprice.ts';
import { NO_SHOCK, type Shock, shockOf } from './shock.ts';

const plan = shippedPlan();
const market = sampleReading();
const contract = (
  ...terms: Parameters<typeof leg> extends [number, ...infer Rest] ? Rest : never
): Contract => leg(1, ...terms).contract;
const put = contract('SPXW', '2026-12-18', 6900, 'put');
const miniPut = contract('XSP', '2026-12-18', 690, 'put');
const future = market.vxCurve?.contracts[0];
const vixCall = (days = 27): Contract => contract('VIX', addDays(market.session, days), 20, 'call');
const value = (one: Contract, shock: Shock = NO_SHOCK): number =>
  reprice(market, plan, one, shock) ?? Number.NaN;

describe('reprice', () => {
  it('finds the quoted middle again when nothing is shocked', () => {
    const quote = put.kind === 'option' ? quoteOf(market, put) : undefined;
    const middle = ((quote?.bid ?? 0) + (quote?.ask ?? 0)) / 2;
    expect(Math.abs(value(put) - middle)).toBeLessThan(0.5);
  });

  it('prices XSP at a tenth of the SPXW option of ten times its strike, shocked or not', () => {
    for (const shock of [NO_SHOCK, shockOf(plan, 'S2'), shockOf(plan, 'S5')])
      expect(value(miniPut, shock)).toBeCloseTo(value(put, shock) / 10, 10);
  });

  it('makes puts dearer and VIX calls dearer in every fall, the more the harder', () => {
    const ladder = [NO_SHOCK, shockOf(plan, 'S1'), shockOf(plan, 'S2'), shockOf(plan, 'S3')];
    for (const one of [put, vixCall()]) {
      const values = ladder.map((shock) => value(one, shock));
      expect([...values].sort((a, b) => a - b)).toEqual(values);
    }
    expect(value(vixCall(), shockOf(plan, 'S4'))).toBeLessThan(value(vixCall()));
  });

  it('settles on the way what expires before a slow scenario is over', () => {
    const soon = contract('SPXW', '2026-12-04', 6900, 'put'); // 15 of the 30 days: half of the fall
    expect(value(soon, shockOf(plan, 'S5'))).toBeCloseTo(Math.max(6900 - market.spot * 0.96, 0), 6);
  });

  it('never values an option below its discounted worth at exercise, nor below zero', () => {
    for (const shock of [NO_SHOCK, shockOf(plan, 'S3'), shockOf(plan, 'S5')]) {
      for (const strike of [5000, 6900, 7300, 8000]) {
        expect(value(contract('SPXW', '2026-12-18', strike, 'call'), shock)).toBeGreaterThanOrEqual(0);
        expect(value(contract('SPXW', '2026-12-18', strike, 'put'), shock)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('moves a VX future by the points of its tenor', () => {
    if (future === undefined) throw new Error('the sample has a VX curve');
    const vx = vxLeg(1, future.expiration).contract;
    expect(value(vx, shockOf(plan, 'S2')) - value(vx)).toBeCloseTo(10, 6);
  });

  it('has no value, and no NaN, for what the market shows nothing of', () => {
    expect(reprice(market, plan, contract('SPXW', UNLISTED, 6900, 'put'), NO_SHOCK)).toBeUndefined();
    expect(reprice(market, plan, vixCall(0), NO_SHOCK)).toBeUndefined();
    const { vvix: _, ...blind } = market;
    expect(reprice(blind, plan, vixCall(), NO_SHOCK)).toBeUndefined();
    expect(greeksOf(blind, plan, vixCall())).toBeUndefined();
    expect(reprice(market, plan, contract('SPY', '2026-12-18', 690, 'put'), NO_SHOCK)).toBeUndefined();
  });
});

describe('markOf', () => {
  it('takes the middle of a quote, and says when a price is only modelled', () => {
    expect(markOf(market, plan, put)?.source).toBe('quoted');
    expect(markOf(market, plan, miniPut)?.source).toBe('modelled'); // a tenth of another root's quote
    expect(markOf(market, plan, vixCall())?.source).toBe('modelled');
    expect(markOf(market, plan, miniPut)?.value).toBeCloseTo(
      (markOf(market, plan, put)?.value ?? 0) / 10,
      12,
    );
  });
});

describe('greeksOf', () => {
  it('of an XSP option: the delta of its SPXW twin, ten times the gamma, a tenth of vega and theta', () => {
    const [own, twin] = [greeksOf(market, plan, miniPut), greeksOf(market, plan, put)];
    expect(own?.delta).toBeCloseTo(twin?.delta ?? 0, 12);
    expect(own?.gamma).toBeCloseTo(10 * (twin?.gamma ?? 0), 12);
    expect(own?.vega).toBeCloseTo((twin?.vega ?? 0) / 10, 9);
    expect(own?.theta).toBeCloseTo((twin?.theta ?? 0) / 10, 9);
  });

  it('of a VIX call lies between 0 and 1 and a future has a delta of one', () => {
    const delta = greeksOf(market, plan, vixCall())?.delta ?? -1;
    expect(delta > 0 && delta < 1).toBe(true);
    if (future === undefined) throw new Error('the sample has a VX curve');
    expect(greeksOf(market, plan, vxLeg(1, future.expiration).contract)?.delta).toBe(1);
  });
});
