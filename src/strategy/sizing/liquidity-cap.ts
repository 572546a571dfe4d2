import type { QuotedLeg } from '../condor/quoted-condor.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { SizeCap } from './condor-size.ts';

/**
 * Size the market can take without noticing: a share of open interest / divisor on the thinnest leg, and never less
 * than one contract, because the smallest order there is moves nothing (methodology 3.8). Legs without open interest
 * (XSP, whose quotes are a tenth of SPX quotes) set no cap.
 */
export function liquidityCap(legs: readonly QuotedLeg[], plan: TradingPlan): readonly SizeCap[] {
  const interests = legs.flatMap(({ openInterest }) => (openInterest === undefined ? [] : [openInterest]));
  if (interests.length === 0) return [];
  const { shareOfDisplayed, openInterestDivisor } = plan.execution.size;
  return [
    {
      id: 'liquidity',
      contracts: Math.max(1, (shareOfDisplayed * Math.min(...interests)) / openInterestDivisor),
    },
  ];
}
