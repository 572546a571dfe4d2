import { showDollars } from '../../core/show-dollars.ts';
import { type Cents, cents } from '../../core/units.ts';
import { isListed } from '../../market/listing-history.ts';
import type { CondorProposal, Decision } from '../decision.ts';
import type { RungRules } from '../plan-core.ts';
import type { Reason } from '../reason.ts';
import { holds, passes } from '../reasons.ts';
import { type CondorSize, condorSize } from '../sizing/condor-size.ts';
import { liquidityCap } from '../sizing/liquidity-cap.ts';
import { type Sensitivities, sensitivities, sensitivityCaps } from '../sizing/sensitivity-caps.ts';
import { wouldChange } from '../would-change.ts';
import { type Candidate, type CandidateContext, condorCandidate } from './candidate.ts';
import { condorCard } from './card.ts';
import type { CoreState } from './core-state.ts';
import { candidateReasons, sizeReasons } from './gates.ts';
import { pressReasons } from './press.ts';
import { tailOutcome } from './tail-loss.ts';

export interface EntryContext extends CandidateContext {
  readonly state: CoreState;
  /** Rules that do not depend on the candidate: data, regime, score, events, drawdown. */
  readonly dayReasons: readonly Reason[];
  readonly navBase: Cents;
  readonly openMargin: Cents;
  readonly openStressLoss: Cents;
  /** Theta, vega and gamma of the book before the entry. */
  readonly open: Sensitivities;
  readonly score: number;
  /** Regime permission times event scale. */
  readonly regimeScale: number;
  readonly drawdownScale: number;
  /** WACC of the account, per year. */
  readonly costOfCapital: number;
}

/** A rung judged: what it would be, whether it may be opened, and how it ranks. */
interface JudgedRung {
  readonly rung: RungRules;
  readonly reasons: readonly Reason[];
  readonly candidate?: Candidate;
  readonly card?: CondorProposal;
  /** Excess return over the hurdle per unit of tail loss; the rank among rungs that pass. */
  readonly merit: number;
}

const TAIL = 0.05;

/**
 * The size an entry would have. A day that permits nothing is sized as if it did, so that its card shows what was
 * forgone; `R-S.permission` then refuses it.
 */
function sized(candidate: Candidate, context: EntryContext): CondorSize {
  const { economics, view, terms, width, stressLoss } = candidate;
  return condorSize(
    {
      navBase: context.navBase,
      maxLoss: economics.maxLoss,
      marginPerContract: cents(100 * width * terms.multiplier),
      stressLossPerContract: stressLoss,
      openMaxLoss: context.state.maxLoss,
      openMargin: context.openMargin,
      openStressLoss: context.openStressLoss,
      expected: economics.expectedShare,
      costOfCapital: context.costOfCapital * view.expiry,
      deviation: economics.deviationShare,
      score: context.score,
      regimeScale: context.regimeScale === 0 ? 1 : context.regimeScale,
      drawdownScale: context.drawdownScale,
      otherCaps: [
        ...sensitivityCaps(
          context.open,
          sensitivities(context.market, context.plan, candidate.quoted.legs),
          context.navBase,
          context.plan,
        ),
        ...liquidityCap(candidate.quoted.legs, context.plan),
      ],
    },
    context.plan,
  );
}

/**
 * The SPX candidate, or the XSP one when fewer than the plan's number of SPX condors would fit the account (E11). Thin SPX
 * quotes do not count: XSP shows no open interest of its own, so it would escape the liquidity cap ten times over. Nor is
 * XSP taken on a day it did not list the expiration.
 */
function inBestRoot(
  context: EntryContext,
  rung: RungRules,
): { candidate: Candidate; size: CondorSize } | string {
  const spx = condorCandidate(context, rung, 'SPXW');
  if (typeof spx === 'string') return spx;
  const size = sized(spx, context);
  const { plan, market } = context;
  if (size.affordable >= plan.sizing.xspBelow) return { candidate: spx, size };
  if (!isListed('XSP', spx.view.chain.expiration, market.session)) return { candidate: spx, size };
  const xsp = condorCandidate(context, rung, 'XSP');
  return typeof xsp === 'string' ? { candidate: spx, size } : { candidate: xsp, size: sized(xsp, context) };
}

function judge(context: EntryContext, rung: RungRules): JudgedRung {
  const found = inBestRoot(context, rung);
  if (typeof found === 'string') {
    const missing = holds('R-C1.candidate', false, found, `a condor ${rung.minDte}-${rung.maxDte} days out`);
    return { rung, reasons: [...context.dayReasons, missing], merit: Number.NEGATIVE_INFINITY };
  }
  const { candidate, size } = found;
  const hurdle = context.costOfCapital + context.plan.sizing.hurdleAddOn;
  const reasons = [
    ...context.dayReasons,
    ...candidateReasons(candidate, context.state, context),
    ...pressReasons(rung.targetDte, context.state, context.score, context.market, context.plan),
    ...sizeReasons(candidate, size, hurdle),
    ...(context.regimeScale > 0
      ? []
      : [holds('R-S.permission', false, 'regime and events permit 0 %', '> 0 % of normal size')]),
  ];
  const tail =
    -tailOutcome(candidate.terms, candidate.density, TAIL) /
    (candidate.economics.maxLoss / (100 * candidate.terms.multiplier));
  // Methodology 3.14 does not say over which time; excess and tail loss are both taken over the life of the trade, because
  // a yearly excess over one trade's tail loss would put the shortest rung first on every day.
  const merit = (candidate.economics.expectedShare - hurdle * candidate.view.expiry) / Math.max(tail, 1e-9);
  return { rung, reasons, candidate, card: condorCard(candidate, size.contracts, hurdle, context), merit };
}

const describe = ({
  contracts,
  root,
  shortPut,
  longPut,
  shortCall,
  longCall,
  expiration,
  creditNet,
}: CondorProposal): string =>
  `${Math.max(contracts, 1)} ${root} ${expiration} ${longPut}/${shortPut}/${shortCall}/${longCall} for ${creditNet.toFixed(2)} net`;

function asDecision({ rung, reasons, card }: JudgedRung, enters: boolean): Decision {
  const failed = reasons.filter(({ verdict }) => verdict === 'fail');
  const summary =
    enters && card !== undefined
      ? `Sell ${describe(card)}; most it can lose ${showDollars(cents(card.maxLoss * card.contracts))}`
      : card === undefined
        ? `No ${rung.targetDte}-day condor: ${failed.at(-1)?.observed ?? 'no candidate'}`
        : `Stand aside from ${describe(card)}: ${failed.map(({ rule }) => rule).join(', ')}`;
  return {
    id: `condor.${rung.targetDte}`,
    kind: enters ? 'enter' : 'stand-aside',
    subject: `condor.${rung.targetDte}`,
    summary,
    ...(card === undefined ? {} : { proposal: card }),
    reasons,
    wouldChange: wouldChange(reasons, enters),
    alternatives: [
      {
        action: 'enter',
        chosen: enters,
        note: enters ? 'every gate passes' : `${failed.length} of ${reasons.length} gates fail`,
        ...(card === undefined ? {} : { expectedValue: card.expectedValue, worstCase: cents(-card.maxLoss) }),
      },
      {
        action: 'wait',
        chosen: !enters,
        note: 'costs nothing and earns the risk-free rate',
        expectedValue: cents(0),
        worstCase: cents(0),
      },
    ],
  };
}

export interface Entries {
  readonly decisions: readonly Decision[];
  /** Candidates behind the decisions that enter, for the orders. */
  readonly entered: readonly { readonly candidate: Candidate; readonly card: CondorProposal }[];
}

/**
 * The condor ladder's entries of one day: every rung judged, the best that pass opened, at most `maxNewPerDay`
 * (R-C1, methodology 3.14: ranked by excess return per unit of tail loss).
 */
export function proposeCondors(context: EntryContext): Entries {
  const judged = context.plan.core.rungs.map((rung) => judge(context, rung));
  const ranked = judged.filter(({ reasons }) => passes(reasons)).sort((a, b) => b.merit - a.merit);
  const chosen = new Set(ranked.slice(0, context.plan.core.maxNewPerDay).map(({ rung }) => rung.targetDte));
  const final = judged.map((rung) => {
    const enters = chosen.has(rung.rung.targetDte);
    if (enters || !passes(rung.reasons)) return { ...rung, enters };
    const ahead = ranked[0]?.rung.targetDte ?? 0;
    const outranked = holds(
      'R-C1.one-a-day',
      false,
      `the ${ahead}-day rung ranks first`,
      `at most ${context.plan.core.maxNewPerDay} new rung a day`,
    );
    return { ...rung, reasons: [...rung.reasons, outranked], enters };
  });
  return {
    decisions: final.map(({ enters, ...rung }) => asDecision(rung, enters)),
    entered: final.flatMap(({ enters, candidate, card }) =>
      enters && candidate !== undefined && card !== undefined ? [{ candidate, card }] : [],
    ),
  };
}
