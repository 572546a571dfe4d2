import type { Cents } from '../../core/units.ts';
import { positionLabel } from '../../portfolio/label.ts';
import type { Decision } from '../decision.ts';
import type { MarketReading } from '../market-reading.ts';
import type { RegimeLabel } from '../regime-types.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { wouldChange } from '../would-change.ts';
import type { OpenCondor } from './core-state.ts';
import { exitReasons } from './exit-reasons.ts';
import { openAlternatives } from './open-alternatives.ts';
import { openReading } from './open-reading.ts';
import type { ReviewDesk } from './review-desk.ts';

export interface CondorReview {
  readonly open: OpenCondor;
  readonly decision: Decision;
  readonly closes: boolean;
  /** Cents to buy it back at the marks; absent when a leg has no price. */
  readonly cost?: Cents;
}

/** Hold or close each open condor; hedging and rolling it are scored beside the two. */
export function reviewCondor(
  open: OpenCondor,
  market: MarketReading,
  regime: RegimeLabel,
  plan: TradingPlan,
  desk: ReviewDesk = {},
): CondorReview {
  const reading = openReading(open, market, plan);
  const reasons = exitReasons(open, reading, market, regime, plan, desk);
  const failed = reasons.filter(({ verdict }) => verdict === 'fail');
  const closes = failed.length > 0;
  const cost = reading.cost === undefined ? {} : { cost: reading.cost };
  const id = `position.${open.position.id}`;
  const label = positionLabel(open.position.legs);
  const decision: Decision = {
    id,
    kind: closes ? 'exit' : 'hold',
    subject: id,
    summary: closes
      ? `Close ${label}: ${failed.map(({ rule }) => rule).join(', ')}`
      : `Hold ${label}, ${open.dte} DTE`,
    reasons,
    wouldChange: wouldChange(reasons, !closes),
    alternatives: openAlternatives({ open, market, regime, plan, desk, closes, ...cost }),
  };
  return { open, decision, closes, ...cost };
}
