import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { NO_SHOCK, SCENARIO_IDS, shockOf } from './shock.ts';

const plan = shippedPlan();

describe('shockOf', () => {
  it('carries the table of methodology 3.6 as amended by E12', () => {
    const rows = SCENARIO_IDS.map((id) => {
      const { spx, vix, vx, days } = shockOf(plan, id);
      return [spx, vix, vx(30), vx(110), vx(220), days];
    });
    expect(rows).toEqual([
      [-0.05, 12, 6, 3, 2.4, 0],
      [-0.08, 20, 10, 5, 4, 0],
      [-0.12, 35, 17.5, 8.75, 7, 0],
      [0.04, -3, -1.5, -0.75, -0.6, 0],
      [-0.08, 5, 3, 2, 1.5, 30],
    ]);
  });

  it('moves VX linearly between its tenors and flat outside', () => {
    const { vx } = shockOf(plan, 'S2');
    expect(vx(70)).toBeCloseTo(7.5, 12);
    expect([vx(1), vx(400)]).toEqual([10, 4]);
  });

  it('of nothing moves nothing', () => {
    expect([NO_SHOCK.spx, NO_SHOCK.vix, NO_SHOCK.vx(30), NO_SHOCK.days]).toEqual([0, 0, 0, 0]);
  });
});
