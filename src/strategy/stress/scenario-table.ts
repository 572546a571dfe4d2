import { type Cents, cents } from '../../core/units.ts';
import type { Leg } from '../../portfolio/leg.ts';
import type { MarketReading } from '../market-reading.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { isVolatilityContract, reprice } from './reprice.ts';
import { NO_SHOCK, SCENARIO_IDS, type ScenarioId, type Shock, shockOf } from './shock.ts';

/** One line of the stress table: change in value of core and hedge. */
export interface ScenarioRow {
  readonly id: ScenarioId;
  readonly label: string;
  /** Relative move of SPX, decimal. */
  readonly spx: number;
  /** Points added to spot VIX and to VX futures at the plan's three tenors. */
  readonly vix: number;
  readonly vx: readonly [number, number, number];
  readonly days: number;
  readonly core: Cents;
  readonly hedge: Cents;
  readonly net: Cents;
  readonly netShareOfNav: number;
  /** Legs that could not be valued and are left out of the sums. */
  readonly unpriced: number;
  readonly note: string;
}

export interface LossView {
  readonly core: Cents;
  readonly hedge: Cents;
  readonly unpriced: number;
}

/**
 * Change in value of signed legs under a shock, split into core (index options) and hedge (VIX family). Both sides of
 * the difference come from the same model, so a wide quote is not mistaken for a loss.
 */
export function changeUnder(
  market: MarketReading,
  plan: TradingPlan,
  legs: readonly Leg[],
  shock: Shock,
): LossView {
  let [core, hedge, unpriced] = [0, 0, 0];
  for (const { contract, quantity } of legs) {
    const now = reprice(market, plan, contract, NO_SHOCK);
    const then = reprice(market, plan, contract, shock);
    if (now === undefined || then === undefined) {
      unpriced += 1;
      continue;
    }
    const change = 100 * quantity * contract.multiplier * (then - now);
    if (isVolatilityContract(contract)) hedge += change;
    else core += change;
  }
  return { core: cents(core), hedge: cents(hedge), unpriced };
}

const noteOf = (id: ScenarioId, { core, hedge, unpriced }: LossView): string => {
  const missing = unpriced > 0 ? `${unpriced} legs without a price left out; ` : '';
  if (core >= 0) return `${missing}core gains`;
  if (hedge <= 0) return `${missing}hedge does not pay${id === 'S5' ? ', as expected of a slow fall' : ''}`;
  return `${missing}hedge covers ${((100 * hedge) / -core).toFixed(0)} % of the core loss`;
};

/** The stress table of a book: every scenario of the plan on the same legs (methodology 3.6). */
export function scenarioTable(
  market: MarketReading,
  plan: TradingPlan,
  legs: readonly Leg[],
  nav: Cents,
): readonly ScenarioRow[] {
  return SCENARIO_IDS.map((id) => {
    const { label, spx, vix, vx, days } = plan.stress[id];
    const view = changeUnder(market, plan, legs, shockOf(plan, id));
    const net = cents(view.core + view.hedge);
    return {
      id,
      label,
      spx,
      vix,
      vx,
      days,
      ...view,
      net,
      netShareOfNav: nav > 0 ? net / nav : 0,
      note: noteOf(id, view),
    };
  });
}
