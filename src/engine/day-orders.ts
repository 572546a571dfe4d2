import type { Leg } from '../portfolio/leg.ts';
import type { Order } from '../portfolio/order.ts';
import type { Position } from '../portfolio/position.ts';
import type { Entries } from '../strategy/condor/propose.ts';
import { halfSpread } from '../strategy/condor/quoted-condor.ts';
import type { LayerReview } from '../strategy/hedge/review-hedge.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import { orderFrom } from '../strategy/orders.ts';
import { halfSpreadOf, markOf } from '../strategy/stress/mark.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Contracts of one unit of a position: four legs of two are two units of one. */
const unitsOf = (legs: readonly Leg[]): number =>
  legs.reduce((units, { quantity }) => gcd(Math.abs(quantity), units), 0);

/** Closes a whole position at its marks. */
export function closeOrder(position: Position, market: MarketReading, plan: TradingPlan): Order {
  const units = unitsOf(position.legs);
  const legs = position.legs.map(({ contract, quantity }) => ({ contract, quantity: -quantity / units }));
  const price = (value: (leg: Leg) => number): number => legs.reduce((sum, leg) => sum + value(leg), 0);
  return orderFrom(
    {
      purpose: position.purpose,
      subject: `close.${position.id}`,
      legs,
      quantity: units,
      effect: 'close',
      mid: price(({ contract, quantity }) => quantity * (markOf(market, plan, contract)?.value ?? 0)),
      halfSpread: price(
        ({ contract, quantity }) =>
          Math.abs(quantity) * (contract.kind === 'option' ? (halfSpreadOf(market, contract) ?? 0) : 0),
      ),
    },
    market.executeOn,
    plan,
  );
}

/** Buys or sells what a layer asks for; undefined when it asks for nothing. */
export function hedgeOrder(
  { layer, trade }: LayerReview,
  market: MarketReading,
  plan: TradingPlan,
): Order | undefined {
  const { option } = layer;
  if (option === undefined || trade === 0) return undefined;
  const sign = Math.sign(trade);
  const long = { contract: option.contract, quantity: sign };
  const legs = option.short === undefined ? [long] : [long, { contract: option.short, quantity: -sign }];
  return orderFrom(
    {
      purpose: `hedge.${layer.layer}`,
      subject: `hedge.${layer.layer}`,
      legs,
      quantity: Math.abs(trade),
      effect: trade > 0 ? 'open' : 'close',
      mid: sign * option.mid,
      halfSpread: option.halfSpread,
    },
    market.executeOn,
    plan,
  );
}

/** Opens a condor for its credit. */
export function condorOrder(
  { candidate, card }: Entries['entered'][number],
  market: MarketReading,
  plan: TradingPlan,
): Order {
  const { quoted } = candidate;
  return orderFrom(
    {
      purpose: 'condor',
      subject: `condor.${card.rung}`,
      legs: quoted.legs.map(({ contract, quantity }) => ({ contract, quantity })),
      quantity: card.contracts,
      effect: 'open',
      mid: -quoted.creditMid,
      halfSpread: quoted.legs.reduce((sum, leg) => sum + halfSpread(leg), 0),
    },
    market.executeOn,
    plan,
  );
}
