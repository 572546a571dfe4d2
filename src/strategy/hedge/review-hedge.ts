import { showDollars } from '../../core/show-dollars.ts';
import { type Cents, cents } from '../../core/units.ts';
import { calendarDte } from '../../market/settlement.ts';
import type { Position } from '../../portfolio/position.ts';
import type { Decision, HedgeProposal } from '../decision.ts';
import { hedgePurchaseBan } from '../events.ts';
import { legSlippage } from '../execution-cost.ts';
import type { MarketReading } from '../market-reading.ts';
import type { Reason } from '../reason.ts';
import { holds, note } from '../reasons.ts';
import type { RegimeLabel } from '../regime-types.ts';
import { markOf } from '../stress/mark.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { wouldChange } from '../would-change.ts';
import type { HedgeDepth } from './depth.ts';
import type { Ladder, LadderLayer, LayerName } from './ladder.ts';

export interface HedgeContext {
  readonly market: MarketReading;
  readonly plan: TradingPlan;
  readonly regime: RegimeLabel;
  readonly depth: HedgeDepth;
  readonly ladder: Ladder;
  readonly positions: readonly Position[];
}

/** One layer of the book against the plan: what is kept, what is rolled off, what is bought. */
export interface LayerReview {
  readonly layer: LadderLayer;
  readonly decisions: readonly Decision[];
  /** Positions to sell in full because they are due for a roll. */
  readonly rolled: readonly Position[];
  /** Contracts of the layer's option to trade after the rolls: + buy, - sell. */
  readonly trade: number;
}

const heldIn = (positions: readonly Position[], layer: LayerName): readonly Position[] =>
  positions.filter(({ purpose }) => purpose === `hedge.${layer}`);

const longContracts = (positions: readonly Position[]): number =>
  positions.reduce(
    (sum, { legs }) => sum + legs.reduce((s, { quantity }) => s + Math.max(quantity, 0), 0),
    0,
  );

const dteOf = (position: Position, market: MarketReading): number =>
  Math.min(...position.legs.map(({ contract }) => calendarDte(market.session, contract.expiration)));

const marketValue = (positions: readonly Position[], { market, plan }: HedgeContext): Cents => {
  let value = 0;
  for (const { contract, quantity } of positions.flatMap(({ legs }) => legs)) {
    value += 100 * quantity * contract.multiplier * (markOf(market, plan, contract)?.value ?? 0);
  }
  return cents(value);
};

/** Price of one unit at the modelled fill, cents. */
function fillCost({ plan, regime }: HedgeContext, layer: LadderLayer, side: 1 | -1): Cents {
  const { option } = layer;
  if (option === undefined) return cents(0);
  const slip = legSlippage(plan, regime, option.contract.root, option.halfSpread);
  return cents(Math.max(0, option.mid + side * slip) * option.contract.multiplier * 100);
}

/**
 * Contracts to trade: nothing inside the no-trade band, to the band's edge outside it, and straight to the target
 * when nothing is held, because a hedge that does not exist cannot drift (methodology 3.8).
 */
export function bandedTrade(held: number, wanted: number, band: number): number {
  if (held === 0 || wanted === 0) return wanted - held;
  if (Math.abs(held - wanted) <= band * wanted) return 0;
  return held < wanted
    ? Math.max(1, Math.ceil(wanted * (1 - band)) - held)
    : -Math.max(1, held - Math.floor(wanted * (1 + band)));
}

/** Rules that may stop a purchase; none of them stops a sale. */
function purchaseReasons(
  context: HedgeContext,
  layer: LadderLayer,
  trade: number,
  proceeds: Cents,
): readonly Reason[] {
  const { market, plan, regime } = context;
  const ban = hedgePurchaseBan(market.executeOn, plan);
  const rules = plan.regime.rules[regime];
  const cost = cents(Math.max(0, trade) * fillCost(context, layer, 1));
  return [
    holds(
      'R-H2.no-purchase',
      ban === undefined,
      ban === undefined ? `no event near ${market.executeOn}` : `${ban.kind} on ${ban.date}`,
      'no FOMC, CPI or PPI on the day or the session after',
    ),
    rules.hedgeBuys === 'free'
      ? note('R-H1.buys', `${regime}: layers may grow`)
      : holds(
          'R-H1.proceeds-only',
          cost <= proceeds,
          `purchase of ${showDollars(cost)} in ${regime}`,
          `<= proceeds of its own roll, ${showDollars(proceeds)}`,
        ),
  ];
}

function proposalOf(
  context: HedgeContext,
  layer: LadderLayer,
  held: number,
  trade: number,
): HedgeProposal | undefined {
  const { option, wanted, unitGain } = layer;
  if (option === undefined) return undefined;
  const cost = cents(trade * fillCost(context, layer, trade >= 0 ? 1 : -1));
  return {
    kind: 'hedge',
    layer: layer.layer,
    root: option.contract.root,
    targetDte: context.plan.hedge.layers[layer.layer].targetDte,
    expiration: option.contract.expiration,
    dte: option.dte,
    future: option.future,
    futureSource: option.futureSource,
    strike: option.contract.strike,
    ...(option.short === undefined ? {} : { shortStrike: option.short.strike }),
    delta: option.delta,
    vol: option.vol,
    price: option.mid,
    priceSource: option.source,
    held,
    wanted,
    trade,
    cost,
    unitGainS2: unitGain,
  };
}

function rollDecision(position: Position, layer: LayerName, dte: number, rollDte: number): Decision {
  const reason = holds('R-H1.roll', false, `${dte} DTE`, `> ${rollDte} DTE to keep`);
  return {
    id: `position.${position.id}`,
    kind: 'exit',
    subject: `position.${position.id}`,
    summary: `Sell ${position.id} of ${layer}: ${dte} DTE is due for a roll`,
    reasons: [reason],
    wouldChange: wouldChange([reason], false),
    alternatives: [
      { action: 'roll', chosen: true, note: 'sold, and replaced as far as the layer wants it' },
      { action: 'hold', chosen: false, note: 'would pay the steepest part of the decay' },
    ],
  };
}

function layerDecision(
  context: HedgeContext,
  layer: LadderLayer,
  held: number,
  asked: number,
  reasons: readonly Reason[],
): Decision {
  const blocked = asked > 0 && reasons.some(({ verdict }) => verdict === 'fail');
  const trade = blocked ? 0 : asked;
  const proposal = proposalOf(context, layer, held, trade);
  const { contract } = layer.option ?? {};
  const name =
    contract === undefined
      ? layer.layer
      : `${layer.layer} ${contract.root} ${contract.expiration} ${contract.strike}C`;
  const verb =
    trade > 0
      ? `Buy ${trade} ${name}`
      : trade < 0
        ? `Sell ${-trade} ${name}`
        : `Hold ${held} of ${layer.wanted} ${name}`;
  return {
    id: `hedge.${layer.layer}`,
    kind:
      layer.option === undefined || blocked
        ? 'stand-aside'
        : trade === 0
          ? 'hold'
          : held === 0 && trade > 0
            ? 'enter'
            : 'adjust',
    subject: `hedge.${layer.layer}`,
    summary: layer.absent === undefined ? verb : `${layer.layer}: ${layer.absent}`,
    ...(proposal === undefined ? {} : { proposal }),
    reasons,
    wouldChange: wouldChange(reasons, !blocked && layer.option !== undefined),
    alternatives: [
      { action: 'hedge', chosen: trade > 0, note: `to ${layer.wanted} contracts` },
      { action: 'hold', chosen: trade <= 0, note: `keeps ${held} contracts` },
    ],
  };
}

/** One layer: roll what is due, then trade towards what the ladder wants. */
export function reviewLayer(context: HedgeContext, layer: LadderLayer): LayerReview {
  const { market, plan, depth, ladder } = context;
  const rules = plan.hedge.layers[layer.layer];
  const held = heldIn(context.positions, layer.layer);
  // A layer is rolled only when its replacement can be priced the same day (E15).
  const due =
    layer.option === undefined ? [] : held.filter((position) => dteOf(position, market) <= rules.rollDte);
  const kept = longContracts(held.filter((position) => !due.includes(position)));
  const asked = layer.option === undefined ? 0 : bandedTrade(kept, layer.wanted, plan.hedge.rebalance.band);
  const reasons: readonly Reason[] = [
    holds(
      'R-H.priced',
      layer.option !== undefined,
      layer.absent ?? `${layer.option?.source ?? ''} on ${layer.option?.futureSource ?? ''}`,
      'a VIX option to price',
    ),
    note(
      'R-H.depth',
      `D ${depth.depth.toFixed(2)} = ${depth.parts.map(({ why, add }) => `${add >= 0 ? '+' : ''}${add.toFixed(2)} ${why}`).join(', ')}`,
    ),
    note(
      'R-H.coverage',
      `covers ${(100 * (ladder.coverageReached ?? 0)).toFixed(0)} % of a ${showDollars(ladder.sizingLoss)} core loss`,
      `target ${(100 * ladder.coverageTarget).toFixed(0)} %`,
    ),
    note(
      'R-A.band',
      `${kept} held, ${layer.wanted} wanted`,
      `no trade within ${(100 * plan.hedge.rebalance.band).toFixed(0)} %`,
    ),
    ...(asked > 0 ? purchaseReasons(context, layer, asked, marketValue(due, context)) : []),
  ];
  const decision = layerDecision(context, layer, kept, asked, reasons);
  const trade = decision.proposal?.kind === 'hedge' ? decision.proposal.trade : 0;
  const rolls = due.map((position) =>
    rollDecision(position, layer.layer, dteOf(position, market), rules.rollDte),
  );
  return { layer, decisions: [...rolls, decision], rolled: due, trade };
}
