import { showDollars } from '../../core/show-dollars.ts';
import { type Cents, cents } from '../../core/units.ts';
import type { Position } from '../../portfolio/position.ts';
import { hedgePurchaseBan } from '../events.ts';
import { legSlippage } from '../execution-cost.ts';
import type { MarketReading } from '../market-reading.ts';
import type { Reason } from '../reason.ts';
import { holds, note } from '../reasons.ts';
import type { RegimeLabel } from '../regime-types.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { heldOption } from './held-option.ts';
import type { LadderLayer } from './ladder.ts';
import type { LayerOption } from './layer-option.ts';

export interface TradeRules {
  readonly market: MarketReading;
  readonly plan: TradingPlan;
  readonly regime: RegimeLabel;
}

/** What a layer trades once the rules that may stop it have spoken; the layer says in which option. */
export interface LayerTrade {
  readonly layer: LadderLayer;
  readonly trade: number;
  readonly reasons: readonly Reason[];
}

/** Price of one unit at the modelled fill, cents: every leg gives up its own slippage. */
export function fillCost(
  { plan, regime }: Pick<TradeRules, 'plan' | 'regime'>,
  option: LayerOption,
  side: 1 | -1,
): Cents {
  const legs = option.short === undefined ? 1 : 2;
  const slip = legs * legSlippage(plan, regime, option.contract.root, option.halfSpread / legs);
  return cents(Math.max(0, option.mid + side * slip) * option.contract.multiplier * 100);
}

const limited = (rule: string, allowed: number, asked: number, observed: string, required: string): Reason =>
  // A purchase cut down to what is allowed still happens: only one cut to nothing has failed its rule.
  allowed > 0 && allowed < asked
    ? note(rule, `${observed}; ${allowed} of ${asked} allowed`, required)
    : holds(rule, allowed >= asked, observed, required);

/**
 * What of a purchase the rules allow: nothing from the session before an event to its day (R-H2), in STRESS no more than
 * the layer's own roll brings in (resolution 3.0(11)). The one-contract floor of L1 passes both: in the method's order
 * of conflicts the hedge floor stands above events (3.14), and it is always allowed (3.0(10)).
 */
function purchase(
  rules: TradeRules,
  layer: LadderLayer,
  kept: number,
  asked: number,
  proceeds: Cents,
): LayerTrade {
  const { market, plan, regime } = rules;
  const ban = hedgePurchaseBan(market.executeOn, plan);
  const each = layer.option === undefined ? 0 : fillCost(rules, layer.option, 1);
  const floor = layer.layer === 'L1' ? Math.max(0, plan.hedge.minL1Contracts - kept) : 0;
  const free = plan.regime.rules[regime].hedgeBuys === 'free';
  const affordable = each > 0 ? Math.floor(proceeds / each) : asked;
  const byEvent = ban === undefined ? asked : Math.min(asked, floor);
  const byRegime = free ? asked : Math.min(asked, Math.max(floor, affordable));
  const reasons = [
    limited(
      'R-H2.no-purchase',
      byEvent,
      asked,
      ban === undefined ? `no event near ${market.executeOn}` : `${ban.kind} on ${ban.date}`,
      'no FOMC, CPI or PPI on the day or the session after',
    ),
    free
      ? note('R-H1.buys', `${regime}: layers may grow`)
      : limited(
          'R-H1.proceeds-only',
          byRegime,
          asked,
          `purchase of ${showDollars(asked * each)} in ${regime}`,
          `<= proceeds of its own roll, ${showDollars(proceeds)}`,
        ),
  ];
  return { layer, trade: Math.min(byEvent, byRegime), reasons };
}

/** Sells what the layer holds, nearest expiration first and one position a day; in STRESS what is held is kept (3.4). */
function sale(rules: TradeRules, layer: LadderLayer, kept: readonly Position[], asked: number): LayerTrade {
  const { market, plan, regime } = rules;
  if (plan.regime.rules[regime].hedgeBuys === 'proceeds-only')
    return { layer, trade: 0, reasons: [note('R-H1.keeps', `${regime}: what is held is kept`)] };
  const expiration = (position: Position): string => position.legs[0]?.contract.expiration ?? '';
  const [position] = [...kept].sort((a, b) => (expiration(a) < expiration(b) ? -1 : 1));
  const option = position === undefined ? undefined : heldOption(market, plan, position);
  if (position === undefined || option === undefined)
    return {
      layer,
      trade: 0,
      reasons: [holds('R-H.sale', false, 'the option held has no price', 'a price')],
    };
  const contracts = position.legs.reduce((sum, { quantity }) => sum + Math.max(quantity, 0), 0);
  return {
    layer: { ...layer, option },
    trade: -Math.min(-asked, contracts),
    reasons: [note('R-H.sale', `sells from ${position.id}`, 'the nearest expiration first')],
  };
}

/**
 * The trade a layer is allowed of the one the band asks for.
 *
 * @param kept      positions left in the layer after today's rolls
 * @param asked     contracts: + buy, - sell
 * @param proceeds  of those rolls, at the marks
 */
export function layerTrade(
  rules: TradeRules,
  layer: LadderLayer,
  kept: readonly Position[],
  asked: number,
  proceeds: Cents,
): LayerTrade {
  if (asked === 0) return { layer, trade: 0, reasons: [] };
  return asked > 0
    ? purchase(rules, layer, longContracts(kept), asked, proceeds)
    : sale(rules, layer, kept, asked);
}

/** Contracts a layer owns; the calls sold in its spreads do not count against them. */
export const longContracts = (positions: readonly Position[]): number =>
  positions.reduce(
    (sum, { legs }) => sum + legs.reduce((s, { quantity }) => s + Math.max(quantity, 0), 0),
    0,
  );
