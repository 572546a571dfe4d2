import { requirePositive } from '../../core/errors.ts';
import type { FactorState, TwoFactorModel } from '../../model/two-factor.ts';
import { totalVarianceTo } from '../../model/variance-curve.ts';
import { volIndexAt } from '../../model/variance-window.ts';
import type { ScenarioMarket } from './scenario-market.ts';

/** How far a factor of mean reversion k and correlation rho goes with a log return R over h years. */
const response = (k: number, rho: number, { eta }: TwoFactorModel, h: number, variance: number): number =>
  (Math.sqrt(2 * k) * rho * Math.sqrt(1 - eta) * -Math.expm1(-k * h)) / (k * h) / Math.sqrt(variance);

/** The factors expected after a log return R over h years; see `modelResponse`. */
export function respondingState({ today }: ScenarioMarket, logReturn: number, h: number): FactorState {
  requirePositive('h', h);
  const { model, state, smiles } = today;
  const { kx, ky, rhoX, rhoY } = model.parameters;
  const variance = totalVarianceTo(smiles.curve, h) / h;
  return {
    x: state.x + response(kx, rhoX, model.parameters, h, variance) * logReturn,
    y: state.y + response(ky, rhoY, model.parameters, h, variance) * logReturn,
  };
}

/**
 * VIX and VIX3M when SPX moves, as the joint model expects it: the regression of each factor on the log return,
 *
 *     E[dx | R] = sqrt(2 kx) rho_x sqrt(1 - eta) (1 - e^{-kx h}) / (kx h) R / sqrt(v),   the same for y,
 *
 * with v the variance expected over the h years, jumps included, and the indices at the factors so moved. As h goes to 0 it is
 * sqrt(2 kx) rho_x sqrt(1 - eta) R / sqrt(v). Volatility is held at v along the way, and the factors' own drift is left out:
 * under the pricing measure it is the premium in VX futures, no forecast, and no move of SPX shall be no move of VIX.
 *
 * Milder than history after sudden falls: from a VIX of 13 to 20 a day of -3 to -4 % has brought +7.
 *
 * @param spx  relative move, decimal, > -1
 * @param h  years, > 0; a session is 1 / 252
 */
export function modelResponse(
  market: ScenarioMarket,
  spx: number,
  h: number,
): { readonly vix: number; readonly vix3m: number } {
  const { model, state } = market.today;
  if (spx === 0) return { vix: market.quoted.vix, vix3m: market.quoted.vix3m };
  const moved = respondingState(market, Math.log1p(spx), h);
  // As a ratio to today's own, so that the indices start from where they are published.
  const ratio = (window: typeof model.vix): number =>
    volIndexAt(window, moved.x, moved.y) / volIndexAt(window, state.x, state.y);
  return { vix: market.quoted.vix * ratio(model.vix), vix3m: market.quoted.vix3m * ratio(model.vix3m) };
}
