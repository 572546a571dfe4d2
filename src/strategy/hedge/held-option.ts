import { points, vol } from '../../core/units.ts';
import type { OptionContract } from '../../market/contract.ts';
import { calendarDte } from '../../market/settlement.ts';
import type { Position } from '../../portfolio/position.ts';
import type { MarketReading } from '../market-reading.ts';
import { greeksOf } from '../stress/greeks-of.ts';
import { halfSpreadOf, markOf } from '../stress/mark.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { type LayerOption, MODELLED_HALF_SPREAD } from './layer-option.ts';
import { vixForward } from './vix-forward.ts';
import { vixVol } from './vix-vol.ts';

const legOf = ({ legs }: Position, side: 1 | -1): OptionContract | undefined => {
  const found = legs.find(({ quantity }) => Math.sign(quantity) === side)?.contract;
  return found?.kind === 'option' ? found : undefined;
};

/**
 * The call or call spread a position holds, priced as a layer's option: a layer that must shrink sells what it owns, never
 * the option it would buy, which would leave it short of one.
 *
 * @returns undefined when nothing prices it
 */
export function heldOption(
  market: MarketReading,
  plan: TradingPlan,
  position: Position,
): LayerOption | undefined {
  const [contract, short] = [legOf(position, 1), legOf(position, -1)];
  if (contract === undefined || market.vvix === undefined) return undefined;
  const marks = [contract, short].map((one) => (one === undefined ? undefined : markOf(market, plan, one)));
  const future = vixForward(market, contract.expiration);
  const delta = greeksOf(market, plan, contract)?.delta;
  const [bought, sold] = marks;
  const unknown = bought === undefined || (short !== undefined && sold === undefined);
  if (unknown || future === undefined || delta === undefined) return undefined;
  const half = (one: OptionContract): number => halfSpreadOf(market, one) ?? MODELLED_HALF_SPREAD;
  const dte = calendarDte(market.session, contract.expiration);
  const smile = { vvix: market.vvix / 100, forward: future.value, strike: contract.strike, days: dte };
  const quoted = bought.source === 'quoted' && (sold === undefined || sold.source === 'quoted');
  return {
    contract,
    ...(short === undefined ? {} : { short }),
    dte,
    future: future.value,
    futureSource: future.source,
    delta,
    vol: vol(vixVol(smile, plan.hedge.volOfVol)),
    mid: points(bought.value - (sold?.value ?? 0)),
    halfSpread: points(half(contract) + (short === undefined ? 0 : half(short))),
    source: quoted ? 'quoted' : 'modelled',
  };
}
