import { cents } from '../../core/units.ts';
import { positionLabel } from '../../portfolio/label.ts';
import type { Position } from '../../portfolio/position.ts';
import type { Decision, DecisionKind, HedgeProposal } from '../decision.ts';
import type { Reason } from '../reason.ts';
import { wouldChange } from '../would-change.ts';
import type { HedgeDepth } from './depth.ts';
import type { LayerName } from './ladder.ts';
import { fillCost, type LayerTrade, type TradeRules } from './layer-trade.ts';

interface LayerState extends LayerTrade {
  /** Contracts left after today's rolls. */
  readonly held: number;
  /** What the band asked for before any rule spoke. */
  readonly asked: number;
}

interface DecisionRules extends TradeRules {
  readonly depth: HedgeDepth;
}

function proposalOf(rules: TradeRules, { layer, held, trade }: LayerState): HedgeProposal | undefined {
  const { option, wanted, unitGain } = layer;
  if (option === undefined) return undefined;
  return {
    kind: 'hedge',
    layer: layer.layer,
    root: option.contract.root,
    targetDte: rules.plan.hedge.layers[layer.layer].targetDte,
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
    cost: cents(trade * fillCost(rules, option, trade >= 0 ? 1 : -1)),
    unitGainS2: unitGain,
  };
}

/** How far the position may drift, and where depth stands: what a reader can check tomorrow's numbers against. */
function bandSentence({ plan, depth }: DecisionRules, { layer, trade }: LayerState): string {
  const band = `${(100 * plan.hedge.rebalance.band).toFixed(0)} %`;
  const wanted = `wanted is ${layer.wanted} at D ${depth.depth.toFixed(2)}`;
  return trade === 0
    ? `a wider gap than ${band} between held and wanted would trade; ${wanted}`
    : `a gap of at most ${band} between held and wanted would not trade; ${wanted}`;
}

function kindOf({ layer, held, asked, trade }: LayerState): DecisionKind {
  if (layer.option === undefined || (asked > 0 && trade === 0)) return 'stand-aside';
  if (trade === 0) return 'hold';
  return held === 0 && trade > 0 ? 'enter' : 'adjust';
}

function summaryOf({ layer, held, trade }: LayerState): string {
  if (layer.option === undefined) return `${layer.layer}: ${layer.absent ?? 'nothing to price it on'}`;
  const { root, expiration, strike } = layer.option.contract;
  const name = `${layer.layer} ${root} ${expiration} ${strike}C`;
  if (trade > 0) return `Buy ${trade} ${name}`;
  return trade < 0 ? `Sell ${-trade} ${name}` : `Hold ${held} of ${layer.wanted} ${name}`;
}

/** One layer's decision: what it holds against what it wants, and what may be traded of the difference. */
export function layerDecision(rules: DecisionRules, state: LayerState, reasons: readonly Reason[]): Decision {
  const { layer, held, trade } = state;
  const kind = kindOf(state);
  const proposal = proposalOf(rules, state);
  const changes = wouldChange(reasons, kind !== 'stand-aside');
  const id = `hedge.${layer.layer}`;
  return {
    id,
    kind,
    subject: id,
    summary: summaryOf(state),
    ...(proposal === undefined ? {} : { proposal }),
    reasons,
    wouldChange: kind === 'stand-aside' ? changes : [bandSentence(rules, state), ...changes],
    alternatives: [
      { action: 'hedge', chosen: trade !== 0, note: `to ${layer.wanted} contracts` },
      { action: 'hold', chosen: trade === 0, note: `keeps ${held} contracts` },
    ],
  };
}

/** A position sold because its layer rolls it today. */
export function rollDecision(position: Position, layer: LayerName, reason: Reason): Decision {
  const id = `position.${position.id}`;
  return {
    id,
    kind: 'exit',
    subject: id,
    summary: `Close ${positionLabel(position.legs)} of ${layer} for a roll: ${reason.observed}`,
    reasons: [reason],
    wouldChange: wouldChange([reason], false),
    alternatives: [
      { action: 'roll', chosen: true, note: 'sold, and replaced as far as the layer wants it' },
      { action: 'hold', chosen: false, note: 'would pay the steepest part of the decay' },
    ],
  };
}
