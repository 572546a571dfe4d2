import { describe, expect, it } from 'vitest';
import { sampleReading, shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { condorLegs } from '../../../test/legs.ts';
import { cents, dollars } from '../../core/units.ts';
import { sensitivities, sensitivityCaps } from './sensitivity-caps.ts';

const plan = shippedPlan();
const market = sampleReading();
const near = condorLegs(1, 'SPXW', '2026-12-18', [6900, 6950, 7350, 7400]);
const none = { theta: cents(0), vegaLoss: cents(0), gammaLoss: cents(0) };

describe('sensitivities', () => {
  it('of a short condor near the money: it earns theta and loses on vega and on a large day', () => {
    const { theta, vegaLoss, gammaLoss } = sensitivities(market, plan, near);
    for (const x of [theta, vegaLoss, gammaLoss]) expect(x).toBeGreaterThan(0);
  });

  it('are all zero with no legs, and scale with their number', () => {
    expect(sensitivities(market, plan, [])).toEqual(none);
    const one = sensitivities(market, plan, near);
    const five = sensitivities(
      market,
      plan,
      near.map((leg) => ({ ...leg, quantity: 5 * leg.quantity })),
    );
    expect(Math.abs(five.gammaLoss - 5 * one.gammaLoss)).toBeLessThanOrEqual(5);
    expect(Math.abs(five.theta - 5 * one.theta)).toBeLessThanOrEqual(5);
  });

  it('count no loss where the book gains: a bought condor has none of the three', () => {
    const bought = near.map((leg) => ({ ...leg, quantity: -leg.quantity }));
    const { vegaLoss, theta } = sensitivities(market, plan, bought);
    expect(vegaLoss).toBe(0);
    expect(theta).toBeLessThan(0);
  });
});

describe('sensitivityCaps', () => {
  const each = { theta: dollars(10), vegaLoss: dollars(50), gammaLoss: dollars(500) };
  const contracts = (open = none) =>
    new Map(
      sensitivityCaps(open, each, dollars(1_000_000), plan).map((cap) => [cap.id, cap.contracts] as const),
    );

  it('divide the budgets of 8 bp a day, .15 % a vol point and 1 % a two-sigma day by one condor', () => {
    const caps = contracts();
    expect(caps.get('theta')).toBeCloseTo(80, 9);
    expect(caps.get('vega')).toBeCloseTo(30, 9);
    expect(caps.get('gamma')).toBeCloseTo(20, 9);
  });

  it('leave nothing once the book has used them, and set none for what a condor does not touch', () => {
    expect(contracts({ theta: dollars(900), vegaLoss: dollars(2_000), gammaLoss: dollars(20_000) })).toEqual(
      new Map([
        ['theta', 0],
        ['vega', 0],
        ['gamma', 0],
      ]),
    );
    expect(sensitivityCaps(none, none, dollars(1_000_000), plan)).toEqual([]);
  });
});
