import { points } from '../../core/units.ts';
import type { Contract } from '../../market/contract.ts';
import { calendarDte } from '../../market/settlement.ts';
import { smileVol } from '../../market/smile.ts';
import type { UnitGreeks } from '../../portfolio/greeks-of-book.ts';
import { black76Greeks } from '../../quant/greeks.ts';
import { vixForward } from '../hedge/vix-forward.ts';
import { vixVol } from '../hedge/vix-vol.ts';
import type { MarketReading } from '../market-reading.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { indexScale, isIndexOption, viewFor } from './reprice.ts';

/** Sensitivities of one unit at the smile's vol, or the modelled one for VIX; undefined where nothing prices it. */
export function greeksOf(
  market: MarketReading,
  plan: TradingPlan,
  contract: Contract,
): UnitGreeks | undefined {
  if (contract.kind === 'future') return { delta: 1, gamma: 0, vega: 0, theta: 0 };
  const { right } = contract;
  if (isIndexOption(contract)) {
    const view = viewFor(market, contract);
    if (view?.smile === undefined) return undefined;
    const scale = indexScale(contract);
    const strike = points(contract.strike * scale);
    const { forward, discount } = view.forward;
    const spx = black76Greeks({
      right,
      forward,
      strike,
      vol: smileVol(view.smile, strike),
      expiry: view.expiry,
      discount,
    });
    // In points of XSP the value is a tenth, so vega and theta are too, and gamma per own point is tenfold.
    return { delta: spx.delta, gamma: spx.gamma * scale, vega: spx.vega / scale, theta: spx.theta / scale };
  }
  const future = vixForward(market, contract.expiration);
  const { vvix } = market;
  const days = calendarDte(market.session, contract.expiration);
  if (future === undefined || vvix === undefined || days <= 0) return undefined;
  const forward = future.value;
  const vol = vixVol({ vvix: vvix / 100, forward, strike: contract.strike, days }, plan.hedge.volOfVol);
  const expiry = days / 365;
  return black76Greeks({
    right,
    forward,
    strike: contract.strike,
    vol,
    expiry,
    discount: Math.exp(-market.riskFree * expiry),
  });
}
