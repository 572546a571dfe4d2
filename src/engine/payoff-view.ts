import type { IsoDate } from '../core/units.ts';
import type { Leg } from '../portfolio/leg.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import { reprice } from '../strategy/stress/reprice.ts';
import { NO_SHOCK, type Shock } from '../strategy/stress/shock.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';
import type { PayoffView } from './day-sheet.ts';

const LEVELS = 121;
/** The diagram reaches this share of the index to either side: the sizing scenario. */
const REACH = 0.08;

const worth = (
  market: MarketReading,
  plan: TradingPlan,
  legs: readonly Leg[],
  shock: Shock,
): number | undefined => {
  let value = 0;
  for (const { contract, quantity } of legs) {
    const each = reprice(market, plan, contract, shock);
    if (each === undefined) return undefined;
    value += 100 * quantity * contract.multiplier * each;
  }
  return value;
};

const at = (spx: number, days: number): Shock => ({ ...NO_SHOCK, spx, days });

/**
 * Profit and loss of legs by index level: today at today's smile, and on the day the nearest leg settles, with later
 * legs repriced on that day.
 *
 * @param cost  what the legs cost to open, cents: + paid, - received
 * @returns undefined when a leg cannot be priced
 */
export function payoffView(
  market: MarketReading,
  plan: TradingPlan,
  input: {
    readonly subject: string;
    readonly legs: readonly Leg[];
    readonly cost: number;
    readonly nearest: IsoDate;
    readonly dte: number;
  },
): PayoffView | undefined {
  const { subject, legs, cost, nearest, dte } = input;
  const shocks = Array.from({ length: LEVELS }, (_, i) => -REACH + (2 * REACH * i) / (LEVELS - 1));
  const today = shocks.map((spx) => worth(market, plan, legs, at(spx, 0)));
  const later = shocks.map((spx) => worth(market, plan, legs, at(spx, Math.max(dte, 1))));
  if ([...today, ...later].some((value) => value === undefined)) return undefined;
  const net = (values: readonly (number | undefined)[]): readonly number[] =>
    values.map((value) => Math.round((value ?? 0) - cost));
  return {
    subject,
    levels: shocks.map((spx) => market.spot * (1 + spx)),
    today: net(today),
    atExpiration: net(later),
    nearest,
  };
}
