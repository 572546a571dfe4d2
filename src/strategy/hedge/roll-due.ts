import type { IsoDate } from '../../core/units.ts';
import { addSessions, nextSession } from '../../market/session-calendar.ts';
import { calendarDte } from '../../market/settlement.ts';
import { firstFelt, hedgePurchaseBan } from '../events.ts';
import type { MarketReading } from '../market-reading.ts';
import type { Reason } from '../reason.ts';
import { holds } from '../reasons.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { LayerName } from './ladder.ts';

/** The last close whose orders would meet a purchase ban that starts on the session after the next; today without one. */
function lastBeforeBanEnds({ session, executeOn }: MarketReading, plan: TradingPlan): IsoDate {
  let [decided, executed] = [session, executeOn];
  for (;;) {
    const next = nextSession(executed);
    if (hedgePurchaseBan(next, plan) === undefined) return decided;
    [decided, executed] = [executed, next];
  }
}

/** The event L1 is rolled ahead of: beyond the purchase ban, within the sessions the plan rolls before (R-H2). */
function eventAhead({ executeOn }: MarketReading, plan: TradingPlan) {
  const { lookaheadSessions, rollSessionsBefore, noPurchaseSessionsBefore } = plan.hedge.events;
  const last = Math.min(lookaheadSessions, rollSessionsBefore);
  const first = noPurchaseSessionsBefore + 1;
  return first > last ? undefined : firstFelt(addSessions(executeOn, first), addSessions(executeOn, last));
}

/**
 * Whether a layer's position may be kept; failing means it is rolled today.
 *
 * R-H1 rolls at a number of days to expiration, R-H2 rolls L1 before an event. Selling and buying belong to one session,
 * so nothing is rolled on a session that forbids the purchase, and what would come due during such a stretch is rolled on
 * the last session before it (resolution 3.0(12), E15).
 */
export function rollReason(
  layer: LayerName,
  expiration: IsoDate,
  market: MarketReading,
  plan: TradingPlan,
): Reason {
  const { rollDte } = plan.hedge.layers[layer];
  const dte = calendarDte(market.session, expiration);
  const keep = `> ${rollDte} DTE to keep`;
  const ban = hedgePurchaseBan(market.executeOn, plan);
  if (ban !== undefined && dte <= rollDte)
    return holds('R-H1.roll', true, `${dte} DTE, waits for ${ban.kind} on ${ban.date}`, keep);
  if (ban !== undefined) return holds('R-H1.roll', true, `${dte} DTE`, keep, dte - rollDte);
  const later = calendarDte(lastBeforeBanEnds(market, plan), expiration);
  if (later <= rollDte) {
    const why = later === dte ? `${dte} DTE` : `${dte} DTE, ${later} before purchases are allowed again`;
    return holds('R-H1.roll', false, why, keep);
  }
  const event = layer === 'L1' && dte <= plan.hedge.events.maxL1Dte ? eventAhead(market, plan) : undefined;
  return event === undefined
    ? holds('R-H1.roll', true, `${dte} DTE`, keep, dte - rollDte)
    : holds(
        'R-H2.event-roll',
        false,
        `${dte} DTE, ${event.kind} on ${event.date}`,
        `> ${plan.hedge.events.maxL1Dte} DTE to keep through an event`,
      );
}
