import { type Cents, cents } from '../../core/units.ts';
import type { OptionContract } from '../../market/contract.ts';
import type { MarketReading } from '../market-reading.ts';
import { reprice } from '../stress/reprice.ts';
import { NO_SHOCK, type ScenarioId, shockOf } from '../stress/shock.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { type LayerOption, layerExpiration, layerOption } from './layer-option.ts';
import { layerSpread } from './layer-spread.ts';

export const LAYERS = ['L1', 'L2', 'L3'] as const;
export type LayerName = (typeof LAYERS)[number];

/** One rung of the ladder with the option it would hold; `absent` says in words why it has none. */
export interface LadderLayer {
  readonly layer: LayerName;
  readonly option?: LayerOption;
  readonly absent?: string;
  /** What one contract gains in the sizing scenario. */
  readonly unitGain: Cents;
  /** Contracts the coverage target asks for. */
  readonly wanted: number;
}

export interface Ladder {
  readonly layers: readonly LadderLayer[];
  /** Coverage asked for: depth x target. */
  readonly coverageTarget: number;
  /** Coverage the wanted contracts reach after rounding; absent when nothing can be priced. */
  readonly coverageReached?: number;
  readonly sizingLoss: Cents;
}

export interface LadderInputs {
  readonly market: MarketReading;
  readonly plan: TradingPlan;
  readonly depth: number;
  /** Loss of the core in the sizing scenario, >= 0. */
  readonly coreLoss: Cents;
  readonly navBase: Cents;
}

const VIX_MULTIPLIER = 100;

/** What one unit gains when the scenario strikes: shocked model value less today's, both from the same model. */
function gainIn(market: MarketReading, plan: TradingPlan, contract: OptionContract, id: ScenarioId): number {
  const now = reprice(market, plan, contract, NO_SHOCK);
  const then = reprice(market, plan, contract, shockOf(plan, id));
  return now === undefined || then === undefined ? 0 : then - now;
}

function unitGain(market: MarketReading, plan: TradingPlan, option: LayerOption): Cents {
  const id = plan.stress.sizing;
  const long = gainIn(market, plan, option.contract, id);
  const short = option.short === undefined ? 0 : gainIn(market, plan, option.short, id);
  return cents((long - short) * VIX_MULTIPLIER * 100);
}

type Priced = Omit<LadderLayer, 'wanted'>;

function pricedLayer(market: MarketReading, plan: TradingPlan, layer: LayerName): Priced {
  const expiration = layerExpiration(market.session, plan.hedge.layers[layer]);
  const zero = cents(0);
  if (expiration === undefined)
    return { layer, absent: 'no monthly VIX expiration in its window', unitGain: zero };
  const option = layerOption(market, plan, expiration, plan.hedge.delta);
  if (option === undefined)
    return { layer, absent: 'no VIX quote, and no VX value or VVIX to model one on', unitGain: zero };
  return { layer, option, unitGain: unitGain(market, plan, option) };
}

const asSpread = (market: MarketReading, plan: TradingPlan, priced: Priced): Priced => {
  const spread = priced.option === undefined ? undefined : layerSpread(market, plan, priced.option);
  return spread === undefined
    ? priced
    : { ...priced, option: spread, unitGain: unitGain(market, plan, spread) };
};

/** Contracts per layer for a coverage: units in the plan's ratio, rounded half up. */
function wantedFor(priced: readonly Priced[], plan: TradingPlan, gainNeeded: number): readonly number[] {
  const ratio = ({ layer }: Priced): number => plan.hedge.layers[layer].contracts;
  const perUnit = priced.reduce((sum, p) => sum + ratio(p) * p.unitGain, 0);
  const units = perUnit > 0 ? gainNeeded / perUnit : 0;
  return priced.map((p) => (p.option === undefined ? 0 : Math.floor(units * ratio(p) + 0.5)));
}

const withFloor = (
  priced: readonly Priced[],
  wanted: readonly number[],
  plan: TradingPlan,
): readonly number[] =>
  priced.map((p, i) =>
    p.layer === 'L1' && p.option !== undefined
      ? Math.max(plan.hedge.minL1Contracts, wanted[i] ?? 0)
      : (wanted[i] ?? 0),
  );

const coverage = (priced: readonly Priced[], wanted: readonly number[], loss: number): number =>
  priced.reduce((sum, p, i) => sum + p.unitGain * (wanted[i] ?? 0), 0) / loss;

/**
 * The ladder the book should hold: layers in the plan's 4:4:2, scaled so that their gain in the sizing scenario
 * covers depth x target of the core's loss there (methodology 3.6, E13, E14).
 *
 *     units = D q L / G,   L = max(core loss, floor share x core cap x NAV),   G = gain of one 4:4:2 unit
 *
 * Where whole contracts overshoot the target by too much, call spreads replace calls. The one-contract floor of L1 counts
 * as such a contract, and it then buys a spread too: that is how "spreads replace calls before the minimum applies" is
 * read (3.0(10)), since it is the floor that overshoots in a small account.
 */
export function ladder({ market, plan, depth, coreLoss, navBase }: LadderInputs): Ladder {
  const sizingLoss = cents(Math.max(coreLoss, plan.hedge.minCoreShare * plan.sizing.maxCoreLoss * navBase));
  const coverageTarget = depth * plan.hedge.coverageTarget;
  const needed = coverageTarget * sizingLoss;
  const calls = LAYERS.map((layer) => pricedLayer(market, plan, layer));
  const asCalls = withFloor(calls, wantedFor(calls, plan, needed), plan);
  const overshoots = coverage(calls, asCalls, sizingLoss) > plan.hedge.maxCoverageOvershoot * coverageTarget;
  const priced = overshoots ? calls.map((p) => asSpread(market, plan, p)) : calls;
  const wanted = overshoots ? withFloor(priced, wantedFor(priced, plan, needed), plan) : asCalls;
  const layers = priced.map((p, i) => ({ ...p, wanted: wanted[i] ?? 0 }));
  const reached = coverage(priced, wanted, sizingLoss);
  return {
    layers,
    coverageTarget,
    sizingLoss,
    ...(priced.some((p) => p.option !== undefined) ? { coverageReached: reached } : {}),
  };
}
