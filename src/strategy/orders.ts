import { hashOf } from '../core/hash.ts';
import { type IsoDate, type Points, points } from '../core/units.ts';
import { contractFacts } from '../market/contract-registry.ts';
import { roundToTick } from '../market/ticks.ts';
import { contractSymbol } from '../portfolio/contract-symbol.ts';
import type { Leg } from '../portfolio/leg.ts';
import type { Order } from '../portfolio/order.ts';
import type { Purpose } from '../portfolio/position.ts';
import type { TradingPlan } from './trading-plan.ts';

export interface OrderRequest {
  readonly purpose: Purpose;
  /** What the order is for, so that two orders of one day never share an identity. */
  readonly subject: string;
  /** Per unit, signed. */
  readonly legs: readonly Leg[];
  readonly quantity: number;
  readonly effect: Order['effect'];
  /** Net of mids per unit: + pay, - receive. */
  readonly mid: number;
  /** Half of the package's spread per unit, >= 0. */
  readonly halfSpread: number;
}

/** Tick of the package: the root's own for one leg, the complex-order tick for several. */
function tickOf({ legs, mid }: OrderRequest, session: IsoDate): Points {
  const [first] = legs;
  if (first === undefined) return points(0.05);
  const facts = contractFacts(first.contract.root, session);
  return points(legs.length === 1 ? facts.tick(Math.abs(mid)) : facts.packageTick);
}

/**
 * A limit order from a decision. It starts at the mid and may concede a share of the half-spread; both prices are
 * rounded towards us, so the tick grid never costs more than the plan allows (methodology 3.8).
 */
export function orderFrom(request: OrderRequest, executeOn: IsoDate, plan: TradingPlan): Order {
  const { purpose, subject, legs, quantity, effect, mid, halfSpread } = request;
  const tick = tickOf(request, executeOn);
  const worst = mid + plan.execution.limit.maxConcession * halfSpread;
  const symbols = legs.map((leg) => ({ ...leg, symbol: contractSymbol(leg.contract) }));
  const limit = points(roundToTick(worst, tick, 'pay-less'));
  const identity = hashOf({
    executeOn,
    subject,
    effect,
    quantity,
    legs: symbols.map(({ symbol, quantity: q }) => [symbol, q]),
  });
  return {
    clientOrderId: `${executeOn.replaceAll('-', '')}-${subject.replaceAll('.', '-')}-${identity.slice(0, 8)}`,
    purpose,
    legs: symbols,
    quantity,
    start: points(roundToTick(mid, tick, 'pay-less')),
    limit,
    tick,
    effect,
    session: executeOn,
    window: `${plan.execution.windowStart}-${plan.execution.windowEnd} ET`,
  };
}
