import { showDollars } from '../../core/show-dollars.ts';
import { type Cents, cents } from '../../core/units.ts';
import type { Decision } from '../decision.ts';
import type { MarketReading } from '../market-reading.ts';
import type { Reason } from '../reason.ts';
import { asNumber, below, holds, note } from '../reasons.ts';
import type { RegimeLabel } from '../regime-types.ts';
import { greeksOf } from '../stress/greeks-of.ts';
import { markOf } from '../stress/mark.ts';
import { indexScale, isIndexOption, viewFor } from '../stress/reprice.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { wouldChange } from '../would-change.ts';
import type { OpenCondor } from './core-state.ts';

/** What it would cost to close a condor now; undefined when a leg cannot be valued. */
export function costToClose(
  { position }: OpenCondor,
  market: MarketReading,
  plan: TradingPlan,
): Cents | undefined {
  let cost = 0;
  for (const { contract, quantity } of position.legs) {
    const mark = markOf(market, plan, contract);
    if (mark === undefined) return undefined;
    cost -= 100 * quantity * contract.multiplier * mark.value;
  }
  return cents(cost);
}

/** Largest absolute delta among the short legs; undefined when the expiration has no smile. */
function shortDelta({ position }: OpenCondor, market: MarketReading, plan: TradingPlan): number | undefined {
  let largest: number | undefined;
  for (const { contract, quantity } of position.legs) {
    if (quantity >= 0 || contract.kind !== 'option' || !isIndexOption(contract)) continue;
    const greeks = greeksOf(market, plan, contract);
    if (greeks === undefined) return undefined;
    largest = Math.max(largest ?? 0, Math.abs(greeks.delta));
  }
  return largest;
}

/** Smallest distance of the forward to a short strike, in remaining expected moves. */
function shortDistance({ position }: OpenCondor, market: MarketReading): number | undefined {
  const distances = position.legs.flatMap(({ contract, quantity }) => {
    if (quantity >= 0 || contract.kind !== 'option' || !isIndexOption(contract)) return [];
    const view = viewFor(market, contract);
    if (view?.smile === undefined) return [];
    const strike = contract.strike * indexScale(contract);
    const { forward } = view.forward;
    const gap = contract.right === 'put' ? forward - strike : strike - forward;
    return [gap / (forward * view.smile.atmVol * Math.sqrt(view.expiry))];
  });
  return distances.length === 0 ? undefined : Math.min(...distances);
}

function markReasons(open: OpenCondor, cost: Cents, plan: TradingPlan): readonly Reason[] {
  const credit = -open.position.premium;
  const { takeProfit, lossMultiple } = plan.core.exits;
  if (credit <= 0) return [note('R-X1.take-profit', `opened for a debit of ${showDollars(-credit)}`)];
  return [
    holds(
      'R-X1.take-profit',
      cost > (1 - takeProfit) * credit,
      `costs ${showDollars(cost)} of a ${showDollars(credit)} credit`,
      `> ${showDollars((1 - takeProfit) * credit)} to hold`,
    ),
    holds(
      'R-X1.loss',
      cost < lossMultiple * credit,
      `costs ${showDollars(cost)} of a ${showDollars(credit)} credit`,
      `< ${showDollars(lossMultiple * credit)} to hold`,
    ),
  ];
}

function timeReason(open: OpenCondor, market: MarketReading, plan: TradingPlan): Reason {
  const rung = plan.core.rungs.find(({ targetDte }) => targetDte === open.rung);
  const limit = rung?.timeExitDte ?? 0;
  const distance = shortDistance(open, market);
  const mayStay = rung?.holdBeyond !== undefined && distance !== undefined && distance >= rung.holdBeyond;
  const observed = `${open.dte} DTE${distance === undefined ? '' : `, ${distance.toFixed(2)} EM to the nearer short`}`;
  const required =
    rung?.holdBeyond === undefined
      ? `> ${limit} DTE to hold`
      : `> ${limit} DTE, or >= ${rung.holdBeyond} EM away`;
  return holds('R-X1.time', open.dte > limit || mayStay, observed, required);
}

/** Reasons to hold, one per exit rule: a failing one closes the condor (R-X1, E18). */
export function exitReasons(
  open: OpenCondor,
  market: MarketReading,
  regime: RegimeLabel,
  plan: TradingPlan,
): readonly Reason[] {
  const cost = costToClose(open, market, plan);
  const delta = shortDelta(open, market, plan);
  const { maxShortDelta, stressCloseDte, stressKeepDelta } = plan.core.exits;
  const deltas = asNumber(2);
  const stress: readonly Reason[] =
    regime !== 'STRESS'
      ? []
      : [
          holds(
            'R-X1.stress-dte',
            open.dte > stressCloseDte,
            `${open.dte} DTE in STRESS`,
            `> ${stressCloseDte} DTE to hold`,
          ),
          ...(delta === undefined ? [] : [below('R-X1.stress-delta', delta, stressKeepDelta, deltas)]),
        ];
  return [
    ...(cost === undefined
      ? [note('R-X1.mark', 'a leg has no price; profit and loss exits not judged')]
      : markReasons(open, cost, plan)),
    timeReason(open, market, plan),
    ...(delta === undefined
      ? [note('R-X1.delta', 'short delta unknown')]
      : [below('R-X1.delta', delta, maxShortDelta, deltas)]),
    ...stress,
  ];
}

export interface CondorReview {
  readonly open: OpenCondor;
  readonly decision: Decision;
  readonly closes: boolean;
  readonly cost?: Cents;
}

/** Hold or close each open condor. */
export function reviewCondor(
  open: OpenCondor,
  market: MarketReading,
  regime: RegimeLabel,
  plan: TradingPlan,
): CondorReview {
  const reasons = exitReasons(open, market, regime, plan);
  const cost = costToClose(open, market, plan);
  const failed = reasons.filter(({ verdict }) => verdict === 'fail');
  const closes = failed.length > 0;
  const id = `position.${open.position.id}`;
  const decision: Decision = {
    id,
    kind: closes ? 'exit' : 'hold',
    subject: id,
    summary: closes
      ? `Close ${open.position.id}: ${failed.map(({ rule }) => rule).join(', ')}`
      : `Hold ${open.position.id}, ${open.dte} DTE`,
    reasons,
    wouldChange: wouldChange(reasons, !closes),
    alternatives: [
      {
        action: 'hold',
        chosen: !closes,
        note: 'keeps the remaining credit and the remaining risk',
        worstCase: cents(-open.maxLoss),
      },
      {
        action: 'close',
        chosen: closes,
        note:
          cost === undefined ? 'cost unknown: a leg has no price' : `costs ${showDollars(cost)} at the marks`,
        expectedValue: cents(0),
      },
    ],
  };
  return { open, decision, closes, ...(cost === undefined ? {} : { cost }) };
}
