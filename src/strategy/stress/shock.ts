import { interpolate } from '../../quant/interpolate.ts';
import type { TradingPlan } from '../trading-plan.ts';

export type ScenarioId = 'S1' | 'S2' | 'S3' | 'S4' | 'S5';
export const SCENARIO_IDS: readonly ScenarioId[] = ['S1', 'S2', 'S3', 'S4', 'S5'];

/** A joint move of index, VIX and VX curve, and the days it takes. */
export interface Shock {
  /** Relative move of the index, decimal. */
  readonly spx: number;
  /** Points added to spot VIX. */
  readonly vix: number;
  /** Points added to the VX future with that many days to settlement. */
  readonly vx: (days: number) => number;
  /** Calendar days that pass; 0 is at once. */
  readonly days: number;
}

export const NO_SHOCK: Shock = { spx: 0, vix: 0, vx: () => 0, days: 0 };

/** A named scenario of the plan as a shock. */
export function shockOf(plan: TradingPlan, id: ScenarioId): Shock {
  const { spx, vix, vx, days } = plan.stress[id];
  return { spx, vix, vx: (tenor) => interpolate(plan.stress.vxTenors, vx, tenor), days };
}
