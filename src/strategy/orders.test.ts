import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../test/fixtures/market-reading.ts';
import { condorLegs, leg } from '../../test/legs.ts';
import { isoDate } from '../core/dates.ts';
import { type OrderRequest, orderFrom } from './orders.ts';

const plan = shippedPlan();
const on = isoDate('2026-11-20');
const condor: OrderRequest = {
  purpose: 'condor',
  subject: 'condor.30',
  legs: condorLegs(1, 'SPXW', '2026-12-18', [6700, 6750, 7500, 7550]),
  quantity: 2,
  effect: 'open',
  mid: -1.35,
  halfSpread: 0.4,
};
const call: OrderRequest = {
  purpose: 'hedge.L1',
  subject: 'hedge.L1',
  legs: [leg(1, 'SPXW', '2026-12-18', 7500, 'call')],
  quantity: 1,
  effect: 'open',
  mid: 2.98,
  halfSpread: 0.4,
};
const onGrid = (price: number, tick: number): boolean =>
  Math.abs(price / tick - Math.round(price / tick)) < 1e-9;

describe('an order', () => {
  it('starts at the mid and concedes 35 % of the half-spread, both rounded towards us', () => {
    const order = orderFrom(condor, on, plan);
    expect(order.start).toBe(-1.35);
    expect(order.limit).toBe(-1.25); // -1.35 + .35 x .40 = -1.21, not as good as the next tick for us
    expect(order.tick).toBe(0.05);
    expect(order.window).toBe('10:00-11:30 ET');
  });

  it('is not moved a tick by binary dust in its mid', () => {
    expect(orderFrom({ ...condor, mid: -0.35000000000000003, halfSpread: 0 }, on, plan).start).toBe(-0.35);
    expect(orderFrom({ ...condor, mid: -0.34999999999999987, halfSpread: 0 }, on, plan).start).toBe(-0.35);
  });

  it('of one leg whose limit passes 3.00 takes the tick in force there', () => {
    const order = orderFrom(call, on, plan);
    expect(order.start).toBe(2.95);
    expect(order.limit).toBe(3.1); // 2.98 + .14 = 3.12 on a grid of dimes
    expect(order.tick).toBe(0.05);
  });

  it('never concedes more than allowed, never starts beyond its limit, and stays on the tick grid', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.boolean(),
        (mid, halfSpread, single) => {
          const request = { ...(single ? call : condor), mid, halfSpread };
          const { start, limit, tick } = orderFrom(request, on, plan);
          expect(limit).toBeLessThanOrEqual(mid + plan.execution.limit.maxConcession * halfSpread + 1e-6);
          expect(start).toBeLessThanOrEqual(limit);
          expect(onGrid(start, tick) && onGrid(limit, tick)).toBe(true);
        },
      ),
    );
  });

  it('has an identity that depends on what is traded and not on its price', () => {
    const id = (request: OrderRequest) => orderFrom(request, on, plan).clientOrderId;
    expect(id({ ...condor, mid: -1.2 })).toBe(id(condor));
    expect(id({ ...condor, quantity: 3 })).not.toBe(id(condor));
    expect(id({ ...condor, subject: 'condor.14' })).not.toBe(id(condor));
    expect(id(condor)).toMatch(/^20261120-condor-30-[0-9a-f]{8}$/);
  });

  it('without legs is a bug', () => {
    expect(() => orderFrom({ ...condor, legs: [] }, on, plan)).toThrow(/legs/);
  });
});
