import { type Cents, cents } from '../../core/units.ts';
import type { MarketReading } from '../market-reading.ts';
import { greeksOf } from '../stress/greeks-of.ts';
import { markOf } from '../stress/mark.ts';
import { indexScale, isIndexOption, viewFor } from '../stress/reprice.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { OpenCondor } from './core-state.ts';

/** What the exit rules read off an open condor; whatever cannot be read is absent. */
export interface OpenReading {
  /** Cents to buy the whole position back at the marks. */
  readonly cost?: Cents;
  /** Largest absolute delta among the short legs. */
  readonly shortDelta?: number;
  /** Smallest distance of the forward to a short strike, in remaining expected moves; negative once it is passed. */
  readonly distance?: number;
}

function costToClose({ position }: OpenCondor, market: MarketReading, plan: TradingPlan): Cents | undefined {
  let cost = 0;
  for (const { contract, quantity } of position.legs) {
    const mark = markOf(market, plan, contract);
    if (mark === undefined) return undefined;
    cost -= 100 * quantity * contract.multiplier * mark.value;
  }
  return cents(cost);
}

function shortDelta({ position }: OpenCondor, market: MarketReading, plan: TradingPlan): number | undefined {
  let largest: number | undefined;
  for (const { contract, quantity } of position.legs) {
    if (quantity >= 0 || contract.kind !== 'option' || !isIndexOption(contract)) continue;
    const greeks = greeksOf(market, plan, contract);
    if (greeks === undefined) return undefined;
    largest = Math.max(largest ?? 0, Math.abs(greeks.delta));
  }
  return largest;
}

function shortDistance({ position }: OpenCondor, market: MarketReading): number | undefined {
  const distances = position.legs.flatMap(({ contract, quantity }) => {
    if (quantity >= 0 || contract.kind !== 'option' || !isIndexOption(contract)) return [];
    const view = viewFor(market, contract);
    if (view?.smile === undefined) return [];
    const strike = contract.strike * indexScale(contract);
    const { forward } = view.forward;
    const gap = contract.right === 'put' ? forward - strike : strike - forward;
    return [gap / (forward * view.smile.atmVol * Math.sqrt(view.expiry))];
  });
  return distances.length === 0 ? undefined : Math.min(...distances);
}

export function openReading(open: OpenCondor, market: MarketReading, plan: TradingPlan): OpenReading {
  const cost = costToClose(open, market, plan);
  const delta = shortDelta(open, market, plan);
  const distance = shortDistance(open, market);
  return {
    ...(cost === undefined ? {} : { cost }),
    ...(delta === undefined ? {} : { shortDelta: delta }),
    ...(distance === undefined ? {} : { distance }),
  };
}
