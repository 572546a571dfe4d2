import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { condorLegs } from '../../../test/legs.ts';
import { isoDate } from '../../core/dates.ts';
import { dollars } from '../../core/units.ts';
import type { Position } from '../../portfolio/position.ts';
import { coreState, rungOf } from './core-state.ts';

const plan = shippedPlan();
const position = (change: Partial<Position> = {}): Position => ({
  id: 'c1',
  purpose: 'condor',
  legs: condorLegs(3, 'SPXW', '2026-12-18', [6650, 6700, 7500, 7560]),
  opened: isoDate('2026-11-18'),
  premium: dollars(-900),
  ...change,
});

describe('coreState', () => {
  it('counts the wider wing of every condor less what was received for it', () => {
    const { open, maxLoss } = coreState([position()], isoDate('2026-12-01'), plan);
    expect(maxLoss).toBe(dollars(3 * 60 * 100 - 900));
    expect(open[0]).toMatchObject({ dte: 17, contracts: 3, rung: 30, expiration: '2026-12-18' });
  });

  it('adds up condors and leaves hedges and other positions out', () => {
    const both = coreState(
      [position(), position({ id: 'c2' }), position({ purpose: 'hedge.L1' })],
      isoDate('2026-12-01'),
      plan,
    );
    expect(both.open).toHaveLength(2);
    expect(both.maxLoss).toBe(2 * dollars(17_100));
  });

  it('has nothing to lose in a book without condors', () => {
    expect(coreState([], isoDate('2026-12-01'), plan)).toEqual({ open: [], maxLoss: 0 });
  });
});

describe('rungOf', () => {
  const rung = (opened: string) => rungOf(position({ opened: isoDate(opened) }), plan);
  it('goes by the age at opening, so that a condor keeps its rung', () => {
    expect([rung('2026-11-18'), rung('2026-12-04'), rung('2026-12-11')]).toEqual([30, 14, 7]);
  });

  it('takes the longer rung on a tie, as expirations do: 22 days is as far from 14 as from 30', () => {
    expect(rung('2026-11-26')).toBe(30);
  });
});
