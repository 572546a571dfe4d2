import type { Problem } from '../../core/problem.ts';
import { ok, type Result } from '../../core/result.ts';
import { readMarket } from '../../engine/read-market.ts';
import type { MarketReading } from '../../strategy/market-reading.ts';
import { type DecidedEvening, decideEvening, type PlanDayRequest } from '../plan-day.ts';

/** An evening with everything a scenario starts from: the market read, and the sheet that was decided on it. */
export interface ScenarioEvening extends Pick<DecidedEvening, 'past' | 'plan' | 'sheet'> {
  readonly reading: MarketReading;
}

/** The evening `alvh day` decides, as `alvh day` decides it. */
export async function scenarioEvening(
  request: PlanDayRequest,
): Promise<Result<ScenarioEvening, readonly Problem[]>> {
  const decided = await decideEvening(request);
  if (!decided.ok) return decided;
  const { snapshot, past, plan, sheet } = decided.value;
  return ok({ past, plan, sheet, reading: readMarket(snapshot, past, plan) });
}
