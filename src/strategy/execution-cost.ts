import { type Points, points } from '../core/units.ts';
import type { OptionRoot } from '../market/contract.ts';
import type { RegimeLabel } from './regime-types.ts';
import type { TradingPlan } from './trading-plan.ts';

/** The least a leg is assumed to give up, whatever its spread (methodology 3.8; XSP by amendment E11). */
export function minSlippage(plan: TradingPlan, root: OptionRoot): number {
  const { SPX, XSP, VIX } = plan.execution.minSlippage;
  switch (root) {
    case 'SPX':
    case 'SPXW':
      return SPX;
    case 'XSP':
    case 'SPY':
      return XSP;
    case 'VIX':
    case 'VIXW':
      return VIX;
  }
}

/**
 * Points a fill is assumed to give up against the mid: half-spread x the regime's share, with a floor per leg.
 *
 * @param halfSpread  of one leg, points of its root
 */
export function legSlippage(
  plan: TradingPlan,
  regime: RegimeLabel,
  root: OptionRoot,
  halfSpread: number,
): Points {
  return points(Math.max(minSlippage(plan, root), halfSpread * plan.regime.rules[regime].slippage));
}
