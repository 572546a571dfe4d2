import { requirePositive } from '../../core/errors.ts';
import { type Vol, vol } from '../../core/units.ts';
import { interpolate } from '../../quant/interpolate.ts';
import type { TradingPlan } from '../trading-plan.ts';

type VolOfVol = TradingPlan['hedge']['volOfVol'];

export interface VixVolInputs {
  /** VVIX as a decimal: 0.95, not 95. */
  readonly vvix: number;
  readonly forward: number;
  readonly strike: number;
  /** Calendar days to settlement, > 0. */
  readonly days: number;
}

/**
 * Volatility of a VIX option where none is quoted.
 *
 *     ATM(T) = VVIX f(T),   IV(K) = ATM(T) (1 + c ln(K/F) / sqrt(T)),  kept within [lo, hi] x ATM
 *
 * f falls with tenor because VIX futures further out move less; c comes from the one real VIX chain held
 * (methodology 3.0, E12). A model, and flagged as one wherever it is used.
 *
 * @returns annualised lognormal vol of the same-expiry VX future
 */
export function vixVol({ vvix, forward, strike, days }: VixVolInputs, rules: VolOfVol): Vol {
  requirePositive('days', days);
  const atm = vvix * interpolate(rules.days, rules.factors, days);
  const ratio = 1 + (rules.skewSlope * Math.log(strike / forward)) / Math.sqrt(days / 365);
  return vol(atm * Math.min(rules.maxRatio, Math.max(rules.minRatio, ratio)));
}
