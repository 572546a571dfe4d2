import { describe, expect, it } from 'vitest';
import { candidateContext } from '../../../test/fixtures/candidate-context.ts';
import { sampleReading, shippedPlan, UNLISTED } from '../../../test/fixtures/market-reading.ts';
import { condorLegs } from '../../../test/legs.ts';
import { addDays, isoDate } from '../../core/dates.ts';
import { cents, type IsoDate } from '../../core/units.ts';
import type { MarketReading } from '../market-reading.ts';
import type { RegimeLabel } from '../regime-types.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { coreState, type OpenCondor } from './core-state.ts';
import { reviewCondor } from './exits.ts';
import { openReading } from './open-reading.ts';
import type { ReviewDesk } from './review-desk.ts';

const plan = shippedPlan();
const market = sampleReading();
type Strikes = readonly [number, number, number, number];
const FAR: Strikes = [6600, 6650, 7550, 7600];
const NEAR: Strikes = [7080, 7130, 7550, 7600];

function held(strikes: Strikes, expiration: string, creditShare = 1, openedDaysAgo = 3): OpenCondor {
  const position = {
    id: 'held',
    purpose: 'condor' as const,
    legs: condorLegs(1, 'SPXW', expiration, strikes),
    opened: addDays(market.session, -openedDaysAgo),
    premium: cents(-100),
  };
  const priced = coreState([position], market.session, plan).open[0];
  if (priced === undefined) throw new Error('a condor is a condor');
  const cost = openReading(priced, market, plan).cost ?? 100;
  const [open] = coreState([{ ...position, premium: cents(-cost * creditShare) }], market.session, plan).open;
  return open ?? priced;
}

interface Setting {
  readonly regime?: RegimeLabel;
  readonly market?: MarketReading;
  readonly plan?: TradingPlan;
  readonly desk?: ReviewDesk;
}
const review = (open: OpenCondor, setting: Setting = {}) =>
  reviewCondor(
    open,
    setting.market ?? market,
    setting.regime ?? 'NORMAL',
    setting.plan ?? plan,
    setting.desk ?? {},
  );
const verdict = (open: OpenCondor, rule: string, setting: Setting = {}) =>
  review(open, setting).decision.reasons.find((reason) => reason.rule === rule)?.verdict;

describe('R-X1', () => {
  it('holds a condor sold at its mark and far from the index', () => {
    const { decision, closes } = review(held(FAR, '2026-12-18'));
    expect(closes).toBe(false);
    expect(decision.kind).toBe('hold');
    expect(decision.wouldChange).toHaveLength(3);
  });

  it('takes profit at half of the credit and stops at 2.5 times it, both on the border', () => {
    expect(verdict(held(FAR, '2026-12-18', 2), 'R-X1.take-profit')).toBe('fail');
    expect(verdict(held(FAR, '2026-12-18', 1.9), 'R-X1.take-profit')).toBe('pass');
    expect(verdict(held(FAR, '2026-12-18', 0.4), 'R-X1.loss')).toBe('fail');
    expect(verdict(held(FAR, '2026-12-18', 0.42), 'R-X1.loss')).toBe('pass');
  });

  it('closes at a short delta of .40', () => {
    expect(verdict(held([7100, 7150, 7550, 7600], '2026-12-18'), 'R-X1.delta')).toBe('fail');
    expect(verdict(held(FAR, '2026-12-18'), 'R-X1.delta')).toBe('pass');
  });

  it('closes a 30-day condor at 7 days and a 14-day one at 2', () => {
    const at = (open: OpenCondor, dte: number, rung: number) => verdict({ ...open, dte, rung }, 'R-X1.time');
    const open = held(FAR, '2026-12-18');
    expect([at(open, 8, 30), at(open, 7, 30), at(open, 3, 14), at(open, 2, 14)]).toEqual([
      'pass',
      'fail',
      'pass',
      'fail',
    ]);
  });

  it('lets a 7-day condor run out only while it is an expected move from both shorts', () => {
    const rung = (open: OpenCondor) => ({ ...open, dte: 1, rung: 7 });
    expect(verdict(rung(held(FAR, '2026-11-27')), 'R-X1.time')).toBe('pass');
    expect(verdict(rung(held([7080, 7130, 7550, 7600], '2026-11-27')), 'R-X1.time')).toBe('fail');
  });

  it('judges a Monday expiration on Friday: there is no session one or two days before it', () => {
    const open = { ...held(FAR, '2026-12-18'), expiration: isoDate('2026-12-21'), dte: 3, rung: 14 };
    const friday = { ...market, session: isoDate('2026-12-18'), executeOn: isoDate('2026-12-21') };
    expect(verdict(open, 'R-X1.time', { market: friday })).toBe('fail');
    const thursday = { ...market, session: isoDate('2026-12-17'), executeOn: isoDate('2026-12-18') };
    expect(verdict({ ...open, dte: 4 }, 'R-X1.time', { market: thursday })).toBe('pass');
  });

  it('says what it could not judge when a leg has no price', () => {
    const { decision, cost } = review(held(FAR, UNLISTED));
    expect(cost).toBeUndefined();
    expect(
      decision.reasons
        .filter(({ rule }) => rule === 'R-X1.mark' || rule === 'R-X1.delta')
        .map((r) => r.verdict),
    ).toEqual(['note', 'note']);
    expect(decision.kind).toBe('hold');
  });
});

describe('in STRESS (E18)', () => {
  const stress = (open: OpenCondor, rule: string, stressLossShare?: number) =>
    verdict(open, rule, {
      regime: 'STRESS',
      ...(stressLossShare === undefined ? {} : { desk: { stressLossShare } }),
    });
  const far = held(FAR, '2026-12-18');

  it('closes what has seven days or fewer, and what has a short delta of .30', () => {
    expect(stress({ ...far, dte: 7 }, 'R-X1.stress-dte')).toBe('fail');
    expect(stress({ ...far, dte: 8 }, 'R-X1.stress-dte')).toBe('pass');
    expect(stress(held(NEAR, '2026-12-18'), 'R-X1.stress-delta')).toBe('fail');
  });

  it('keeps the rest only while the book bears S2 within the cap, and notes when it was not told', () => {
    expect(stress(far, 'R-X1.stress-loss', 0.06)).toBe('pass');
    expect(stress(far, 'R-X1.stress-loss', 0.061)).toBe('fail');
    expect(stress(far, 'R-X1.stress-loss')).toBe('note');
    expect(verdict(far, 'R-X1.stress-loss')).toBeUndefined();
  });
});

describe('short-dated condors around an event (3.10)', () => {
  /** FOMC of Wednesday 2026-12-09; quotes stay those of the sample. */
  const eve = { ...market, session: isoDate('2026-12-07'), executeOn: isoDate('2026-12-08') };
  const open = (expiration: IsoDate, strikes = FAR) => ({ ...held(strikes, '2026-12-18'), expiration });

  it('are closed by the steward on the session before, whatever their distance', () => {
    expect(verdict(open(isoDate('2026-12-11')), 'R-E.short-dated', { market: eve })).toBe('fail');
    expect(verdict(open(isoDate('2026-12-14')), 'R-E.short-dated', { market: eve })).toBeUndefined();
  });

  it('are kept by the promoter while 1.5 expected moves away', () => {
    const promoter = { market: eve, plan: shippedPlan('promoter') };
    const farther: Strikes = [6500, 6550, 7600, 7650]; // 1.5 expected moves of VIX 16 and 29 days are 430 points
    expect(verdict(open(isoDate('2026-12-11'), farther), 'R-E.short-dated', promoter)).toBe('pass');
    expect(verdict(open(isoDate('2026-12-11'), NEAR), 'R-E.short-dated', promoter)).toBe('fail');
  });
});

describe('R-R1', () => {
  const noteOf = (open: OpenCondor, change: Partial<MarketReading> = {}) =>
    review(open, { market: { ...market, ...change } }).decision.reasons.find(
      ({ rule }) => rule === 'R-R1.tested',
    );

  it('is a note: tested under .75 EM with a wide daily range or VIX above 16', () => {
    const tested = held([7150, 7200, 7550, 7600], '2026-12-18');
    expect(noteOf(tested, { edr: 0.95 })).toMatchObject({ verdict: 'note' });
    expect(noteOf(tested, { edr: 0.95 })?.observed).toMatch(/^tested/);
    expect(noteOf(tested, { edr: 0.9, family: { vix: 15 } })?.observed).toMatch(/^not tested/);
    expect(noteOf(held(FAR, '2026-12-18'), { edr: 2 })?.observed).toMatch(/^not tested/);
  });
});

describe('what else could be done with an open condor (C26)', () => {
  const open = held(FAR, '2026-12-18');
  const desk = { candidates: candidateContext(plan) };
  const alternatives = review(open, { desk }).decision.alternatives;
  const of = (action: string) => alternatives.find((one) => one.action === action);

  it('scores hold, close, roll and hedge, with exactly one of them chosen', () => {
    expect(alternatives.map(({ action }) => action)).toEqual(['hold', 'close', 'roll', 'hedge']);
    expect(alternatives.filter(({ chosen }) => chosen)).toEqual([of('hold')]);
    for (const { expectedValue, worstCase } of alternatives) {
      expect(Number.isInteger(expectedValue)).toBe(true);
      expect(worstCase ?? 1).toBeLessThanOrEqual(expectedValue ?? 0);
    }
  });

  it('costs nothing more than slippage and fees to close, and that for certain', () => {
    const close = of('close');
    expect(close?.expectedValue).toBe(close?.worstCase);
    expect(close?.expectedValue ?? 0).toBeLessThanOrEqual(-544 - 4 * 500);
  });

  it("can lose the width less today's mark by holding, more with a hedge bought", () => {
    const cost = openReading(open, market, plan).cost ?? 0;
    expect(of('hold')?.worstCase).toBe(cost - 500_000);
    expect(of('hedge')?.worstCase ?? 0).toBeLessThan(of('hold')?.worstCase ?? 0);
    expect(of('hedge')?.note).toMatch(/would cover 40 % of its/);
  });

  it('says why it cannot score: no price, or no candidate to roll into', () => {
    expect(review(open).decision.alternatives.find(({ action }) => action === 'roll')?.note).toMatch(
      /no candidate/,
    );
    const unpriced = review(held(FAR, UNLISTED), { desk }).decision.alternatives;
    expect(unpriced).toHaveLength(4);
    expect(unpriced.filter(({ expectedValue }) => expectedValue !== undefined)).toEqual([]);
  });

  it('bars a roll that would have to be paid for (R-R1)', () => {
    const dear = held(NEAR, '2026-12-18');
    expect(
      review(dear, { desk }).decision.alternatives.find(({ action }) => action === 'roll')?.note,
    ).toMatch(/barred/);
  });
});
