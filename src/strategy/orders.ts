import { PreconditionError } from '../core/errors.ts';
import { hashOf } from '../core/hash.ts';
import { type IsoDate, points } from '../core/units.ts';
import { contractFacts } from '../market/contract-registry.ts';
import { roundToTick } from '../market/ticks.ts';
import { contractSymbol } from '../portfolio/contract-symbol.ts';
import type { Leg } from '../portfolio/leg.ts';
import type { Order } from '../portfolio/order.ts';
import type { Purpose } from '../portfolio/position.ts';
import type { TradingPlan } from './trading-plan.ts';

/** What an order is made from. */
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

/** Tick at a price of the package: the root's own for one leg, the complex-order tick for several. */
function tickAtPrice([first, ...others]: readonly Leg[], session: IsoDate, price: number): number {
  if (first === undefined) throw new PreconditionError('legs', 'must not be empty', 0);
  const facts = contractFacts(first.contract.root, session);
  return others.length === 0 ? facts.tick(Math.abs(price)) : facts.packageTick;
}

/**
 * A limit order from a decision. It starts at the mid and may concede a share of the half-spread; both prices are
 * rounded towards us, so the tick grid never costs more than the plan allows (methodology 3.8).
 */
export function orderFrom(request: OrderRequest, executeOn: IsoDate, plan: TradingPlan): Order {
  const { purpose, subject, legs, quantity, effect, mid, halfSpread } = request;
  const worst = mid + plan.execution.limit.maxConcession * halfSpread;
  // A single leg may walk across a price where its tick changes: each end is put on the grid in force there.
  const startTick = tickAtPrice(legs, executeOn, mid);
  const limitTick = tickAtPrice(legs, executeOn, worst);
  const symbols = legs.map((leg) => ({ ...leg, symbol: contractSymbol(leg.contract) }));
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
    start: points(roundToTick(mid, startTick, 'pay-less')),
    limit: points(roundToTick(worst, limitTick, 'pay-less')),
    tick: points(Math.min(startTick, limitTick)),
    effect,
    session: executeOn,
    window: `${plan.execution.windowStart}-${plan.execution.windowEnd} ET`,
  };
}
