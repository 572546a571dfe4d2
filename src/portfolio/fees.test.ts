import { describe, expect, it } from 'vitest';
import { condorLegs, leg, vxLeg } from '../../test/legs.ts';
import { isoDate } from '../core/dates.ts';
import { cents, dollars, points } from '../core/units.ts';
import { type FeeSchedule, feesFor } from './fees.ts';

/** The defaults of methodology 4.3. */
const NOW: FeeSchedule = {
  from: isoDate('2025-02-14'),
  optionCommission: 0.65,
  futureCommission: 1,
  spxExchange: 0.65,
  spxExchangeSmall: 0.65,
  smallPremium: 1,
  xspExchange: 0.04,
  xspExchangeLarge: 0.07,
  xspLargeLot: 10,
  spyExchange: 0,
  vixExchange: 0.65,
  vxExchange: 1.51,
  vxmExchange: 0.2,
  clearing: 0.025,
  regulatory: 0.03,
};
const BEFORE: FeeSchedule = { ...NOW, from: isoDate('2000-01-01'), clearing: 0.02 };
const TODAY = isoDate('2026-05-20');
const on = (legs: Parameters<typeof feesFor>[0], date = TODAY): number => feesFor(legs, date, [NOW, BEFORE]);

describe('feesFor', () => {
  it('takes $1.36 for one SPXW leg and $5.42 for the four of a condor (methodology 4.3)', () => {
    expect(on([leg(-1, 'SPXW', '2026-06-08', 6300, 'call')])).toBe(cents(136));
    expect(on(condorLegs(1, 'SPXW', '2026-06-08', [5650, 5700, 6300, 6350]))).toBe(dollars(5.42));
  });

  it('counts contracts whichever way they go', () => {
    expect(on(condorLegs(10, 'SPXW', '2026-06-08', [5650, 5700, 6300, 6350]))).toBe(dollars(54.2));
    expect(on(condorLegs(-10, 'SPXW', '2026-06-08', [5650, 5700, 6300, 6350]))).toBe(dollars(54.2));
  });

  it('uses the schedule of the day, and the first one for days before all', () => {
    const legs = [leg(100, 'VIX', '2026-06-17', 20, 'call')];
    expect(on(legs)).toBe(dollars(135.5));
    expect(on(legs, isoDate('2025-02-13'))).toBe(dollars(135));
    expect(on(legs, isoDate('1995-01-03'))).toBe(dollars(135));
  });

  it('takes less of XSP, more of it from ten contracts a leg', () => {
    expect(on([leg(9, 'XSP', '2026-06-08', 630, 'call')])).toBe(cents(9 * 74.5));
    expect(on([leg(10, 'XSP', '2026-06-08', 630, 'call')])).toBe(cents(10 * 77.5));
  });

  it('takes the small-premium fee below the border and not on it', () => {
    const cheap = { ...NOW, spxExchange: 0.45, spxExchangeSmall: 0.36 };
    const at = (premium: number): number =>
      feesFor([{ ...leg(100, 'SPXW', '2026-06-08', 6300, 'call'), premium: points(premium) }], TODAY, [
        cheap,
      ]);
    expect(at(0.95)).toBe(dollars(106.5));
    expect(at(1)).toBe(dollars(115.5));
  });

  it('takes commission and exchange fee of a future, no clearing of options', () => {
    expect(on([vxLeg(-2, '2026-06-17')])).toBe(dollars(5.02));
  });

  it('refuses to charge without a schedule', () => {
    expect(() => feesFor([], TODAY, [])).toThrow(/schedules must not be empty/);
  });
});
