import { type Cents, cents } from '../../core/units.ts';
import { greeksOfBook } from '../../portfolio/greeks-of-book.ts';
import type { Leg } from '../../portfolio/leg.ts';
import type { MarketReading } from '../market-reading.ts';
import { greeksOf } from '../stress/greeks-of.ts';
import { changeUnder } from '../stress/scenario-table.ts';
import type { Shock } from '../stress/shock.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { SizeCap } from './condor-size.ts';

/** Theta, vega and gamma of index legs as the plan bounds them: theta earned, vega and gamma as losses. */
export interface Sensitivities {
  /** Cents earned per calendar day. */
  readonly theta: Cents;
  /** Cents lost per vol point. */
  readonly vegaLoss: Cents;
  /** Cents lost in a one-day move of the plan's size, the worse side. */
  readonly gammaLoss: Cents;
}

const SESSIONS_PER_YEAR = 252;
const atOnce = (spx: number): Shock => ({ spx, vix: 0, vx: () => 0, days: 0 });

/** One daily standard deviation of the index as VIX sees it; the expected daily range when VIX is absent. */
const dailyMove = ({ family, edr }: MarketReading): number =>
  family === undefined ? (edr ?? 0) / 100 : family.vix / 100 / Math.sqrt(SESSIONS_PER_YEAR);

export function sensitivities(market: MarketReading, plan: TradingPlan, legs: readonly Leg[]): Sensitivities {
  const { index } = greeksOfBook(legs, (contract) => greeksOf(market, plan, contract));
  const move = plan.risk.gammaMove * dailyMove(market);
  const losses = [move, -move].map((spx) => -changeUnder(market, plan, legs, atOnce(spx)).core);
  return {
    theta: index.theta,
    vegaLoss: cents(Math.max(0, -index.vega)),
    gammaLoss: cents(Math.max(0, ...losses)),
  };
}

/** Basis points of NAV to a share. */
const BASIS_POINT = 1e-4;

/**
 * How many condors the theta, vega and gamma budgets leave room for (R-P1): the press throttle.
 *
 * @param open  sensitivities of the book before the entry
 * @param each  of one condor
 */
export function sensitivityCaps(
  open: Sensitivities,
  each: Sensitivities,
  nav: Cents,
  plan: TradingPlan,
): readonly SizeCap[] {
  const cap = (id: SizeCap['id'], bound: number, used: number, one: number): readonly SizeCap[] =>
    one > 0 ? [{ id, contracts: Math.max(0, bound * nav - used) / one }] : [];
  return [
    ...cap('theta', plan.risk.theta.cap * BASIS_POINT, open.theta, each.theta),
    ...cap('vega', plan.risk.maxVegaLoss, open.vegaLoss, each.vegaLoss),
    ...cap('gamma', plan.risk.maxGammaLoss, open.gammaLoss, each.gammaLoss),
  ];
}
