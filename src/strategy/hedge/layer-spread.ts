import { points } from '../../core/units.ts';
import { optionContract } from '../../market/contract-registry.ts';
import type { MarketReading } from '../market-reading.ts';
import { halfSpreadOf, markOf } from '../stress/mark.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { LayerOption } from './layer-option.ts';

/**
 * The same call with another sold `spreadWidth` points above: what a small account buys when one outright call would
 * cover more than it needs (methodology 3.6, resolution 3.0(10)).
 *
 * @returns undefined when the higher strike cannot be priced
 */
export function layerSpread(
  market: MarketReading,
  plan: TradingPlan,
  call: LayerOption,
): LayerOption | undefined {
  const { root, expiration, strike } = call.contract;
  const short = optionContract({
    root,
    expiration,
    strike: points(strike + plan.hedge.spreadWidth),
    right: 'call',
  });
  const sold = markOf(market, plan, short);
  if (sold === undefined) return undefined;
  return {
    ...call,
    short,
    mid: points(call.mid - sold.value),
    halfSpread: points(call.halfSpread + (halfSpreadOf(market, short) ?? call.halfSpread)),
    source: call.source === 'quoted' && sold.source === 'quoted' ? 'quoted' : 'modelled',
  };
}
