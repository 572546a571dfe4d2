import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleReading, shippedPlan, UNLISTED } from '../../../test/fixtures/market-reading.ts';
import { condorLegs, leg } from '../../../test/legs.ts';
import { dollars } from '../../core/units.ts';
import { changeUnder, scenarioTable } from './scenario-table.ts';
import { NO_SHOCK, SCENARIO_IDS, shockOf } from './shock.ts';

const plan = shippedPlan();
const market = sampleReading();
const vixExpiration = market.vxCurve?.contracts[0]?.expiration ?? '';
const condor = condorLegs(1, 'SPXW', '2026-12-18', [6650, 6700, 7550, 7600]);
const hedge = [leg(3, 'VIX', vixExpiration, 20, 'call')];

describe('changeUnder', () => {
  it('is nothing when nothing moves', () => {
    expect(changeUnder(market, plan, [...condor, ...hedge], NO_SHOCK)).toEqual({
      core: 0,
      hedge: 0,
      unpriced: 0,
    });
  });

  it('of a book is the sum of the changes of its legs', () => {
    const pool = [...condor, ...hedge, leg(-2, 'XSP', '2026-12-04', 690, 'put')];
    fc.assert(
      fc.property(
        fc.subarray(pool),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...SCENARIO_IDS),
        (legs, n, id) => {
          const shock = shockOf(plan, id);
          const sized = legs.map((one) => ({ ...one, quantity: n * one.quantity }));
          const whole = changeUnder(market, plan, sized, shock);
          const parts = sized.map((one) => changeUnder(market, plan, [one], shock));
          const sum = (pick: 'core' | 'hedge') => parts.reduce((s, part) => s + part[pick], 0);
          // Each part is rounded to the cent on its own.
          expect(Math.abs(whole.core - sum('core'))).toBeLessThanOrEqual(legs.length);
          expect(Math.abs(whole.hedge - sum('hedge'))).toBeLessThanOrEqual(legs.length);
        },
      ),
    );
  });

  it('names what it could not price instead of counting it as nothing', () => {
    const { unpriced } = changeUnder(
      market,
      plan,
      [leg(1, 'SPXW', UNLISTED, 7000, 'put')],
      shockOf(plan, 'S2'),
    );
    expect(unpriced).toBe(1);
  });
});

describe('scenarioTable', () => {
  const rows = scenarioTable(market, plan, [...condor, ...hedge], dollars(100_000));

  it('has the five scenarios, core and hedge adding up to the net, and its share of NAV', () => {
    expect(rows.map(({ id }) => id)).toEqual(SCENARIO_IDS);
    for (const { core, hedge: own, net, netShareOfNav } of rows) {
      expect(net).toBe(core + own);
      expect(netShareOfNav).toBeCloseTo(net / 10_000_000, 12);
    }
  });

  it('hurts a condor in a fall and pays the hedge there, never beyond the width of the wings', () => {
    for (const { core, hedge: own } of rows.slice(0, 3)) {
      expect(core).toBeLessThan(0);
      expect(core).toBeGreaterThan(-500_000);
      expect(own).toBeGreaterThan(0);
    }
    expect(rows[1]?.note).toMatch(/hedge covers \d+ % of the core loss/);
  });

  it('gives no share of a NAV that is gone, and says that a loss has no hedge', () => {
    const [, s2] = scenarioTable(market, plan, condor, dollars(0));
    expect(s2?.netShareOfNav).toBe(0);
    expect(s2?.note).toBe('hedge does not pay');
  });
});
