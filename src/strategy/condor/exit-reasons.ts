import { showDollars } from '../../core/show-dollars.ts';
import type { Cents } from '../../core/units.ts';
import { shortDatedEvent } from '../events.ts';
import type { MarketReading } from '../market-reading.ts';
import type { Reason } from '../reason.ts';
import { asNumber, asPercent, atMost, below, holds, note } from '../reasons.ts';
import type { RegimeLabel } from '../regime-types.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { OpenCondor } from './core-state.ts';
import type { OpenReading } from './open-reading.ts';
import type { ReviewDesk } from './review-desk.ts';

/** Share of the credit earned, and multiple of it reached. Premiums are net of nothing: fees are not in them. */
function markReasons(open: OpenCondor, cost: Cents | undefined, plan: TradingPlan): readonly Reason[] {
  if (cost === undefined) return [note('R-X1.mark', 'a leg has no price; profit and loss exits not judged')];
  const credit = -open.position.premium;
  const { takeProfit, lossMultiple } = plan.core.exits;
  if (credit <= 0) return [note('R-X1.take-profit', `opened for a debit of ${showDollars(-credit)}`)];
  const observed = `costs ${showDollars(cost)} of a ${showDollars(credit)} credit`;
  const [enough, tooMuch] = [(1 - takeProfit) * credit, lossMultiple * credit];
  return [
    holds(
      'R-X1.take-profit',
      cost > enough,
      observed,
      `> ${showDollars(enough)} to hold`,
      (cost - enough) / 100,
    ),
    holds('R-X1.loss', cost < tooMuch, observed, `< ${showDollars(tooMuch)} to hold`, (tooMuch - cost) / 100),
  ];
}

/**
 * The time exit. An expiration after a weekend or holiday is reached without a session at the stated number of days, so
 * the last close before it counts as that day: a Monday expiration is judged on Friday.
 */
function timeReason(
  open: OpenCondor,
  { executeOn }: MarketReading,
  plan: TradingPlan,
  distance?: number,
): Reason {
  const rung = plan.core.rungs.find(({ targetDte }) => targetDte === open.rung);
  const limit = rung?.timeExitDte ?? 0;
  const holdBeyond = rung?.holdBeyond;
  const due = open.dte <= limit || executeOn >= open.expiration;
  const mayStay = holdBeyond !== undefined && distance !== undefined && distance >= holdBeyond;
  const observed = `${open.dte} DTE${distance === undefined ? '' : `, ${distance.toFixed(2)} EM to the nearer short`}`;
  const required =
    holdBeyond === undefined ? `> ${limit} DTE to hold` : `> ${limit} DTE, or >= ${holdBeyond} EM away`;
  return holds('R-X1.time', !due || mayStay, observed, required, due ? undefined : open.dte - limit);
}

/** STRESS closes what is short-dated and keeps the rest only while it is far and the book can bear S2 (E18). */
function stressReasons(
  open: OpenCondor,
  { shortDelta }: OpenReading,
  { stressLossShare }: ReviewDesk,
  plan: TradingPlan,
): readonly Reason[] {
  const { stressCloseDte, stressKeepDelta } = plan.core.exits;
  return [
    holds(
      'R-X1.stress-dte',
      open.dte > stressCloseDte,
      `${open.dte} DTE in STRESS`,
      `> ${stressCloseDte} DTE to hold`,
      open.dte - stressCloseDte,
    ),
    ...(shortDelta === undefined
      ? []
      : [below('R-X1.stress-delta', shortDelta, stressKeepDelta, asNumber(2))]),
    stressLossShare === undefined
      ? note('R-X1.stress-loss', 'loss of the book in the sizing scenario not given')
      : atMost('R-X1.stress-loss', stressLossShare, plan.sizing.maxStressLoss, asPercent(1)),
  ];
}

/** Short-dated condors do not sit through a scheduled release (methodology 3.10). */
function eventReasons(
  { expiration }: OpenCondor,
  { executeOn }: MarketReading,
  plan: TradingPlan,
  distance?: number,
): readonly Reason[] {
  const event = shortDatedEvent(executeOn, expiration, plan);
  if (event === undefined) return [];
  const { action, keepDistance, maxDte } = plan.events.shortDated;
  const far = action === 'keep-if-far' && distance !== undefined && distance >= keepDistance;
  const observed = `${event.kind} on ${event.date}, expires ${expiration}${distance === undefined ? '' : `, ${distance.toFixed(2)} EM to the nearer short`}`;
  const required =
    action === 'close' ? `no event within ${maxDte} DTE` : `no event, or >= ${keepDistance} EM away`;
  return [holds('R-E.short-dated', far, observed, required)];
}

/**
 * R-R1's trigger, for the reader: whether a short strike counts as tested, and what the rule would then ask. Distance is
 * signed, so a strike already passed is tested too.
 */
function rollNote({ edr, family }: MarketReading, plan: TradingPlan, distance?: number): Reason {
  const { testedDistance, minEdr, minVix, targetDte } = plan.core.roll;
  const required = `tested: < ${testedDistance} EM with EDR > ${minEdr} % or VIX > ${minVix}`;
  if (distance === undefined) return note('R-R1.tested', 'distance to the shorts unknown', required);
  const restless = (edr !== undefined && edr > minEdr) || (family !== undefined && family.vix > minVix);
  const tested = distance < testedDistance && restless;
  const facts = [
    `${distance.toFixed(2)} EM to the nearer short`,
    ...(edr === undefined ? [] : [`EDR ${edr.toFixed(2)} %`]),
    ...(family === undefined ? [] : [`VIX ${family.vix.toFixed(2)}`]),
  ].join(', ');
  return note(
    'R-R1.tested',
    `${tested ? `tested, a roll to ${targetDte} DTE is due` : 'not tested'}: ${facts}`,
    required,
  );
}

/** Reasons to hold, one per exit rule: a failing one closes the condor (R-X1, E18, methodology 3.10). */
export function exitReasons(
  open: OpenCondor,
  reading: OpenReading,
  market: MarketReading,
  regime: RegimeLabel,
  plan: TradingPlan,
  desk: ReviewDesk = {},
): readonly Reason[] {
  const { cost, shortDelta, distance } = reading;
  return [
    ...markReasons(open, cost, plan),
    timeReason(open, market, plan, distance),
    shortDelta === undefined
      ? note('R-X1.delta', 'short delta unknown')
      : below('R-X1.delta', shortDelta, plan.core.exits.maxShortDelta, asNumber(2)),
    ...eventReasons(open, market, plan, distance),
    ...(regime === 'STRESS' ? stressReasons(open, reading, desk, plan) : []),
    rollNote(market, plan, distance),
  ];
}
