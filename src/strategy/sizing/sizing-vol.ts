import { type Vol, vol } from '../../core/units.ts';
import type { TradingPlan } from '../trading-plan.ts';

/**
 * Volatility of the density that decides whether a condor pays.
 *
 *     max(a IV, b (c RV20 + (1 - c) EWMA) + d IV)          (methodology 3.0, E2)
 *
 * The floor at a share of implied keeps a quiet month from making every premium look rich.
 *
 * @returns undefined without a realised vol: nothing is assumed in its place
 */
export function sizingVol(
  inputs: { readonly atmVol: Vol; readonly rv20?: Vol; readonly ewma?: Vol },
  { impliedFloor, realisedWeight, impliedWeight, rv20Share }: TradingPlan['sizing']['density'],
): Vol | undefined {
  const { atmVol, rv20, ewma } = inputs;
  if (rv20 === undefined || ewma === undefined) return undefined;
  const realised = rv20Share * rv20 + (1 - rv20Share) * ewma;
  return vol(Math.max(impliedFloor * atmVol, realisedWeight * realised + impliedWeight * atmVol));
}
