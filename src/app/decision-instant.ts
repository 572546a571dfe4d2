import { newYorkInstant } from '../core/new-york.ts';
import { type EpochMs, epochMs, type IsoDate } from '../core/units.ts';
import type { ChainSnapshot } from '../market/chain.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The instant a session is decided at: the plan's time, or the time the quotes were taken when that is later. A file
 * fetched over the weekend belongs to Friday's session and is decided before the next one opens.
 */
export function decisionInstant(
  session: IsoDate,
  quotes: Pick<ChainSnapshot, 'asOf'>,
  plan: TradingPlan,
): EpochMs {
  return epochMs(Math.max(newYorkInstant(session, minutesOf(plan.execution.decisionTime)), quotes.asOf));
}
