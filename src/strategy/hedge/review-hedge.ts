import { showDollars } from '../../core/show-dollars.ts';
import { type Cents, cents } from '../../core/units.ts';
import type { Position } from '../../portfolio/position.ts';
import type { Decision } from '../decision.ts';
import type { MarketReading } from '../market-reading.ts';
import type { Reason } from '../reason.ts';
import { holds, note } from '../reasons.ts';
import type { RegimeLabel } from '../regime-types.ts';
import { markOf } from '../stress/mark.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { bandedTrade } from './banded-trade.ts';
import type { HedgeDepth } from './depth.ts';
import type { Ladder, LadderLayer } from './ladder.ts';
import { layerDecision, rollDecision } from './layer-decision.ts';
import { layerTrade, longContracts } from './layer-trade.ts';
import { rollReason } from './roll-due.ts';

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
  /** Its option is the one traded: the one wanted for a purchase, the one held for a sale. */
  readonly layer: LadderLayer;
  readonly decisions: readonly Decision[];
  /** Positions to sell in full because they are due for a roll. */
  readonly rolled: readonly Position[];
  /** Contracts of the layer's option to trade after the rolls: + buy, - sell. */
  readonly trade: number;
}

const marketValue = (positions: readonly Position[], { market, plan }: HedgeContext): Cents => {
  let value = 0;
  for (const { contract, quantity } of positions.flatMap(({ legs }) => legs)) {
    value += 100 * quantity * contract.multiplier * (markOf(market, plan, contract)?.value ?? 0);
  }
  return cents(value);
};

interface Rolls {
  readonly due: readonly { readonly position: Position; readonly reason: Reason }[];
  readonly kept: readonly Position[];
  readonly reasons: readonly Reason[];
}

/** A position is rolled only when a replacement of another expiration can be priced the same day (E15). */
function rollsOf({ market, plan, positions }: HedgeContext, { layer, option }: LadderLayer): Rolls {
  const judged = positions
    .filter(({ purpose }) => purpose === `hedge.${layer}`)
    .map((position) => {
      const dates = position.legs.map(({ contract }) => contract.expiration).sort();
      const [first] = dates;
      const replaceable = option !== undefined && option.contract.expiration !== first;
      return first === undefined || !replaceable
        ? { position }
        : { position, reason: rollReason(layer, first, market, plan) };
    });
  const due = judged.flatMap(({ position, reason }) =>
    reason?.verdict === 'fail' ? [{ position, reason }] : [],
  );
  const stays = judged.filter(({ reason }) => reason?.verdict !== 'fail');
  return {
    due,
    kept: stays.map(({ position }) => position),
    reasons: stays.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
  };
}

/** What the ladder says of the layer before any rule about trading it. */
function ladderReasons(
  { plan, depth, ladder }: HedgeContext,
  layer: LadderLayer,
  kept: number,
): readonly Reason[] {
  const parts = depth.parts.map(({ why, add }) => `${add >= 0 ? '+' : ''}${add.toFixed(2)} ${why}`);
  const covered =
    ladder.coverageReached === undefined ? 'nothing' : `${(100 * ladder.coverageReached).toFixed(0)} %`;
  return [
    holds(
      'R-H.priced',
      layer.option !== undefined,
      layer.absent ?? `${layer.option?.source ?? ''} on ${layer.option?.futureSource ?? ''}`,
      'a VIX option to price',
    ),
    note('R-H.depth', `D ${depth.depth.toFixed(2)} = ${parts.join(', ')}`),
    note(
      'R-H.coverage',
      `covers ${covered} of a ${showDollars(ladder.sizingLoss)} core loss`,
      `target ${(100 * ladder.coverageTarget).toFixed(0)} %`,
    ),
    note(
      'R-A.band',
      `${kept} held, ${layer.wanted} wanted`,
      `no trade within ${(100 * plan.hedge.rebalance.band).toFixed(0)} %`,
    ),
  ];
}

/** One layer: roll what is due, then trade towards what the ladder wants. */
export function reviewLayer(context: HedgeContext, layer: LadderLayer): LayerReview {
  const { due, kept, reasons: stays } = rollsOf(context, layer);
  const rolled = due.map(({ position }) => position);
  const held = longContracts(kept);
  const asked =
    layer.option === undefined ? 0 : bandedTrade(held, layer.wanted, context.plan.hedge.rebalance.band);
  const traded = layerTrade(context, layer, kept, asked, marketValue(rolled, context));
  const reasons = [...ladderReasons(context, layer, held), ...stays, ...traded.reasons];
  const decision = layerDecision(context, { ...traded, held, asked }, reasons);
  const rolls = due.map(({ position, reason }) => rollDecision(position, layer.layer, reason));
  return { layer: traded.layer, decisions: [...rolls, decision], rolled, trade: traded.trade };
}
