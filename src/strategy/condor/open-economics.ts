import { type Cents, cents } from '../../core/units.ts';
import { type CondorLegs, condorOf } from '../../portfolio/condor-legs.ts';
import { condorPayout } from '../../quant/lognormal.ts';
import { legSlippage } from '../execution-cost.ts';
import type { MarketReading } from '../market-reading.ts';
import type { RegimeLabel } from '../regime-types.ts';
import { sizingVol } from '../sizing/sizing-vol.ts';
import { halfSpreadOf } from '../stress/mark.ts';
import { indexScale, viewFor } from '../stress/reprice.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { OpenCondor } from './core-state.ts';

/** An open condor from today's mark on: what holding it is expected to bring, and the most it can still cost. */
export interface HoldEconomics {
  readonly expectedValue: Cents;
  readonly worstCase: Cents;
  /** Years to its settlement. */
  readonly expiry: number;
}

const worthOf = ({ quantity, multiplier }: CondorLegs): number => 100 * quantity * multiplier;

/**
 * Holding to expiration against buying back at the marks, under the density that sizes new condors:
 *
 *     EV = mark - D E[payout],   worst = mark - width
 *
 * @returns undefined when the legs are no plain condor, or no smile or realised vol gives a density
 */
export function holdEconomics(
  { position }: OpenCondor,
  cost: Cents,
  market: MarketReading,
  plan: TradingPlan,
): HoldEconomics | undefined {
  const legs = condorOf(position.legs);
  const short = position.legs.find(({ quantity }) => quantity < 0)?.contract;
  if (legs === undefined || short?.kind !== 'option') return undefined;
  const view = viewFor(market, short);
  if (view?.smile === undefined) return undefined;
  const { rv20, ewma } = market;
  const vol = sizingVol(
    {
      atmVol: view.smile.atmVol,
      ...(rv20 === undefined ? {} : { rv20 }),
      ...(ewma === undefined ? {} : { ewma }),
    },
    plan.sizing.density,
  );
  if (vol === undefined) return undefined;
  const forward = view.forward.forward / indexScale(short);
  const { mean } = condorPayout({ ...legs, forward, vol, expiry: view.expiry });
  const width = Math.max(legs.shortPut - legs.longPut, legs.longCall - legs.shortCall);
  return {
    expectedValue: cents(cost - worthOf(legs) * view.forward.discount * mean),
    worstCase: cents(cost - worthOf(legs) * width),
    expiry: view.expiry,
  };
}

/** What closing gives up against the marks: modelled slippage of every leg; fees only where a schedule is given. */
export function closingCost(
  { position }: OpenCondor,
  market: MarketReading,
  plan: TradingPlan,
  regime: RegimeLabel,
  fees: Cents,
): Cents {
  const slippage = position.legs.reduce((sum, { contract, quantity }) => {
    if (contract.kind !== 'option') return sum;
    const half = halfSpreadOf(market, contract) ?? 0;
    return (
      sum + 100 * Math.abs(quantity) * contract.multiplier * legSlippage(plan, regime, contract.root, half)
    );
  }, 0);
  return cents(slippage + fees);
}
