import type { IsoDate } from '../../core/units.ts';
import { contractFacts } from '../../market/contract-registry.ts';
import { inTicks } from '../../market/ticks.ts';
import type { Reason } from '../reason.ts';
import { holds } from '../reasons.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { mid, type QuotedLeg } from './quoted-condor.ts';

/** XSP quotes are a tenth of SPX quotes, so their spread is judged against a tenth of the allowance. */
const allowanceScale = ({ contract }: QuotedLeg): number => (contract.root === 'XSP' ? 0.1 : 1);

const nameOf = ({ contract, quantity }: QuotedLeg): string =>
  `${quantity < 0 ? 'short' : 'long'} ${contract.strike}${contract.right === 'put' ? 'P' : 'C'}`;

function spreadReason(leg: QuotedLeg, session: IsoDate, plan: TradingPlan): Reason {
  const rules = leg.quantity < 0 ? plan.execution.shortLeg : plan.execution.wingLeg;
  const allowed = Math.max(rules.points * allowanceScale(leg), rules.shareOfMid * mid(leg));
  const tick = contractFacts(leg.contract.root, session).tick(mid(leg));
  const spread = inTicks(leg.ask - leg.bid, tick);
  const limit = inTicks(allowed, tick, 'down');
  return holds(
    leg.quantity < 0 ? 'R-G.short-spread' : 'R-G.wing-spread',
    spread <= limit,
    `${nameOf(leg)} ${leg.bid.toFixed(2)} x ${leg.ask.toFixed(2)}, ${spread} ticks wide`,
    `<= ${limit} ticks (larger of ${(rules.points * allowanceScale(leg)).toFixed(2)} and ${(100 * rules.shareOfMid).toFixed(0)} % of mid)`,
  );
}

/** The execution guard on every leg: spreads no wider than the plan allows, compared in whole ticks (E21). */
export const guardReasons = (
  legs: readonly QuotedLeg[],
  session: IsoDate,
  plan: TradingPlan,
): readonly Reason[] => legs.map((leg) => spreadReason(leg, session, plan));
