import { describe, expect, it } from 'vitest';
import { entryContext } from '../../../test/fixtures/candidate-context.ts';
import { sampleReading, shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { condorLegs } from '../../../test/legs.ts';
import { addDays } from '../../core/dates.ts';
import { cents, dollars } from '../../core/units.ts';
import type { CondorProposal } from '../decision.ts';
import { holds } from '../reasons.ts';
import { bestCandidate, condorDecisions } from './best-candidate.ts';
import { type CoreState, coreState } from './core-state.ts';
import { type EntryContext, proposeCondors } from './propose.ts';

const plan = shippedPlan();
const { session } = sampleReading();
const propose = (change: Partial<EntryContext> = {}, nav = 250_000) =>
  proposeCondors({ ...entryContext(nav), ...change });
const cardOf = (rung: number, nav: number, change: Partial<EntryContext> = {}): CondorProposal => {
  const card = condorDecisions(propose(change, nav).decisions).find(
    ({ condor }) => condor.rung === rung,
  )?.condor;
  if (card === undefined) throw new Error('every rung of the sample has a card');
  return card;
};
/** One condor of the 30-day rung opened today, at an expiration of its own. */
const oneOpen: CoreState = coreState(
  [
    {
      id: 'held',
      purpose: 'condor',
      legs: condorLegs(1, 'SPXW', addDays(session, 28), [6600, 6650, 7550, 7600]),
      opened: session,
      premium: cents(-50_000),
    },
  ],
  session,
  plan,
);

describe('proposeCondors', () => {
  it('judges every rung and enters one at most, the best that passes', () => {
    const { decisions, entered } = propose();
    expect(decisions.map(({ subject }) => subject)).toEqual(['condor.7', 'condor.14', 'condor.30']);
    expect(entered).toHaveLength(1);
    expect(decisions.filter(({ kind }) => kind === 'enter')).toHaveLength(1);
    const failuresOf = decisions
      .filter(({ kind }) => kind !== 'enter')
      .map(({ reasons }) => reasons.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule));
    // Outranked and nothing else, or failing by itself and not ranked: the 7-day rung is the first, the 30-day one the second.
    expect(failuresOf).toEqual([['R-C1.one-a-day'], expect.not.arrayContaining(['R-C1.one-a-day'])]);
    expect(failuresOf[1]).not.toEqual([]);
  });

  it('always says what would change an entry, by three numbered rules', () => {
    const entry = propose().decisions.find(({ kind }) => kind === 'enter');
    expect(entry?.wouldChange).toHaveLength(3);
    expect(entry?.wouldChange.join()).not.toContain('R-C1.');
  });

  it('enters nothing on a day whose own gates fail, and still shows every card', () => {
    const { decisions, entered } = propose({ dayReasons: [holds('R-C2.regime', false, 'STRESS', '> 0 %')] });
    expect(entered).toEqual([]);
    expect(decisions.every(({ kind, proposal }) => kind === 'stand-aside' && proposal !== undefined)).toBe(
      true,
    );
    expect(bestCandidate(decisions)?.condor.kind).toBe('condor');
  });

  it('enters nothing without permission, says so, and still shows the size it would have had', () => {
    const { decisions, entered } = propose({ regimeScale: 0 });
    expect(entered).toEqual([]);
    for (const { reasons } of decisions)
      expect(reasons.find(({ rule }) => rule === 'R-S.permission')?.verdict).toBe('fail');
    expect(bestCandidate(decisions)?.condor.contracts).toBeGreaterThan(0);
  });

  it('does not earn its capital when capital is dear', () => {
    const { decisions, entered } = propose({ costOfCapital: 50 });
    expect(entered).toEqual([]);
    for (const { reasons } of decisions)
      expect(reasons.find(({ rule }) => rule === 'R-S.hurdle')?.verdict).toBe('fail');
  });

  it('never sizes past 2 % of NAV at its maximum loss', () => {
    for (const nav of [50_000, 250_000, 1_000_000, 20_000_000]) {
      for (const { card } of propose({}, nav).entered)
        expect(card.maxLoss * card.contracts).toBeLessThanOrEqual(0.02 * dollars(nav));
    }
  });
});

describe('the root traded (E11)', () => {
  it('is XSP while fewer than five SPX condors would fit the account, SPX from there on', () => {
    expect(cardOf(30, 250_000).root).toBe('XSP');
    expect(cardOf(30, 20_000_000).root).toBe('SPXW');
  });

  it('does not turn to XSP because SPX quotes are thin: that would escape the liquidity cap', () => {
    const rich = propose({}, 20_000_000).decisions;
    for (const { reasons } of rich)
      expect(reasons.find(({ rule }) => rule === 'R-S.size')?.observed).toContain('bound by liquidity');
  });

  it('stays SPX where XSP did not list the expiration yet', () => {
    // The sample moved to a day before the first XSP weeklies: its listing is all that is asked of the date.
    const early = { ...sampleReading(), session: addDays(session, -3800) };
    expect(cardOf(7, 250_000, { market: early }).root).toBe('SPXW');
  });
});

describe('a second condor in a rung (R-P1)', () => {
  const pressed = (change: Partial<EntryContext> = {}) =>
    propose({ state: oneOpen, ...change })
      .decisions.find(({ subject }) => subject === 'condor.30')
      ?.reasons.filter(({ rule }) => rule.startsWith('R-P1.')) ?? [];

  it('needs contango, a variance premium, the score and a quiet day', () => {
    expect(pressed().map(({ rule }) => rule)).toEqual([
      'R-P1.contango',
      'R-P1.variance-premium',
      'R-P1.score',
      'R-P1.edr',
    ]);
    expect(pressed({ score: 59.9 }).find(({ rule }) => rule === 'R-P1.score')?.verdict).toBe('fail');
  });

  it('is refused while any of them is unknown', () => {
    const { family: _f, vxCurve: _c, edr: _e, ...blind } = sampleReading();
    const verdicts = pressed({ market: blind }).map(({ rule, verdict }) => `${rule} ${verdict}`);
    expect(verdicts).toContain('R-P1.contango fail');
    expect(verdicts).toContain('R-P1.variance-premium fail');
    expect(verdicts).toContain('R-P1.edr fail');
  });

  it('is never pressed by the documented null, and the first condor is not asked', () => {
    const press = { ...plan.core.press, preset: 'bigtop-strict' as const };
    expect(pressed({ plan: { ...plan, core: { ...plan.core, press } } })[0]?.verdict).toBe('fail');
    expect(
      propose()
        .decisions.flatMap(({ reasons }) => reasons)
        .some(({ rule }) => rule.startsWith('R-P1.')),
    ).toBe(false);
  });

  it('is one more than a rung may hold once two are open', () => {
    const two: CoreState = { open: [...oneOpen.open, ...oneOpen.open], maxLoss: oneOpen.maxLoss };
    const rung = propose({ state: two }).decisions.find(({ subject }) => subject === 'condor.30');
    expect(rung?.reasons.find(({ rule }) => rule === 'R-C1.open-in-rung')?.verdict).toBe('fail');
  });
});
