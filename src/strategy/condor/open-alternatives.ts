import { showDollars } from '../../core/show-dollars.ts';
import { type Cents, cents } from '../../core/units.ts';
import type { Alternative } from '../decision.ts';
import { layerExpiration, layerOption } from '../hedge/layer-option.ts';
import type { MarketReading } from '../market-reading.ts';
import type { RegimeLabel } from '../regime-types.ts';
import { changeUnder } from '../stress/scenario-table.ts';
import { shockOf } from '../stress/shock.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { condorCandidate } from './candidate.ts';
import type { OpenCondor } from './core-state.ts';
import { closingCost, type HoldEconomics, holdEconomics } from './open-economics.ts';
import type { ReviewDesk } from './review-desk.ts';

interface AlternativeInputs {
  readonly open: OpenCondor;
  /** Cents to buy it back at the marks; absent when a leg has no price. */
  readonly cost?: Cents;
  readonly market: MarketReading;
  readonly regime: RegimeLabel;
  readonly plan: TradingPlan;
  readonly desk: ReviewDesk;
  readonly closes: boolean;
}

interface Scored extends AlternativeInputs {
  readonly hold?: HoldEconomics;
  /** What closing costs beyond the marks. */
  readonly toClose?: Cents;
}

function holdAlternative({ hold, closes }: Scored): Alternative {
  const note = 'keeps the remaining credit and the remaining risk';
  if (hold === undefined) return { action: 'hold', chosen: !closes, note };
  const { expectedValue, worstCase } = hold;
  return { action: 'hold', chosen: !closes, note, expectedValue, worstCase };
}

function closeAlternative({ cost, toClose, closes, desk }: Scored): Alternative {
  if (cost === undefined || toClose === undefined)
    return { action: 'close', chosen: closes, note: 'cost unknown: a leg has no price' };
  const fees = desk.candidates === undefined ? ', fees not counted' : '';
  const certain = cents(-toClose);
  return {
    action: 'close',
    chosen: closes,
    note: `buys it back for ${showDollars(cost)} at the marks${fees}`,
    expectedValue: certain,
    worstCase: certain,
  };
}

/** Calls of the first layer that would cover the plan's share of this condor's own loss in the sizing scenario. */
function hedgeAlternative({ open, market, plan, hold }: Scored): Alternative {
  const no = (note: string): Alternative => ({ action: 'hedge', chosen: false, note });
  const shock = shockOf(plan, plan.stress.sizing);
  const loss = -changeUnder(market, plan, open.position.legs, shock).core;
  if (loss <= 0) return no(`loses nothing in ${plan.stress.sizing}`);
  const expiration = layerExpiration(market.session, plan.hedge.layers.L1);
  const option =
    expiration === undefined ? undefined : layerOption(market, plan, expiration, plan.hedge.delta);
  if (option === undefined) return no('no VIX call can be priced');
  const gain = changeUnder(market, plan, [{ contract: option.contract, quantity: 1 }], shock).hedge;
  if (gain <= 0) return no('the VIX call gains nothing in the scenario');
  const calls = Math.ceil((plan.hedge.coverageTarget * loss) / gain);
  const premium = 100 * calls * option.mid * option.contract.multiplier;
  const share = (100 * plan.hedge.coverageTarget).toFixed(0);
  const note = `${calls} VIX ${option.contract.expiration} ${option.contract.strike}C for ${showDollars(premium)} would cover ${share} % of its ${showDollars(loss)} loss in ${plan.stress.sizing}`;
  if (hold === undefined) return no(note);
  // What a hedge is expected to cost is the plan's own yearly rate (E3): no forecast of VIX is made here.
  const drag = plan.sizing.hedgeCost.seed * -hold.worstCase * hold.expiry;
  return {
    ...no(note),
    expectedValue: cents(hold.expectedValue - drag),
    worstCase: cents(hold.worstCase - premium),
  };
}

/** Closing and opening the rung the plan rolls into, no larger than what is held (R-R1). */
function rollAlternative({ open, plan, desk, cost, toClose }: Scored): Alternative {
  const no = (note: string): Alternative => ({ action: 'roll', chosen: false, note });
  const { targetDte, minNetCredit } = plan.core.roll;
  if (desk.candidates === undefined) return no('no candidate of the target rung was given');
  if (cost === undefined || toClose === undefined) return no('cost of closing unknown: a leg has no price');
  const rung = plan.core.rungs.find((one) => one.targetDte === targetDte);
  const [first] = open.position.legs;
  if (rung === undefined || first?.contract.kind !== 'option')
    return no(`no ${targetDte}-day rung in the plan`);
  const found = condorCandidate(desk.candidates, rung, first.contract.root);
  if (typeof found === 'string') return no(`no ${targetDte}-day condor: ${found}`);
  const { terms, economics, view } = found;
  const size = open.contracts * terms.multiplier * 100;
  const net = size * terms.creditNet - cost - toClose;
  const what = `closes and sells ${terms.longPut}/${terms.shortPut}/${terms.shortCall}/${terms.longCall} ${view.chain.expiration}`;
  const barred =
    net < minNetCredit * size ? `; barred, it must bring at least ${showDollars(minNetCredit * size)}` : '';
  return {
    ...no(`${what} for ${showDollars(net)} net${barred}`),
    expectedValue: cents(open.contracts * economics.expectedValue - toClose),
    worstCase: cents(-open.contracts * economics.maxLoss - toClose),
  };
}

/**
 * What could be done with an open condor (C26), each scored from today's marks under the sizing density: 0 is being out
 * of it at the mid for nothing.
 */
export function openAlternatives(inputs: AlternativeInputs): readonly Alternative[] {
  const { open, cost, market, plan, regime, desk } = inputs;
  const closing = open.position.legs.map((leg) => ({ ...leg, quantity: -leg.quantity }));
  const fees = desk.candidates?.feesOf(closing) ?? cents(0);
  const hold = cost === undefined ? undefined : holdEconomics(open, cost, market, plan);
  const scored: Scored = {
    ...inputs,
    ...(hold === undefined ? {} : { hold }),
    ...(cost === undefined ? {} : { toClose: closingCost(open, market, plan, regime, fees) }),
  };
  return [
    holdAlternative(scored),
    closeAlternative(scored),
    rollAlternative(scored),
    hedgeAlternative(scored),
  ];
}
