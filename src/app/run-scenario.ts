import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import type { PlanDayRequest } from './plan-day.ts';
import { makeScenarioReport } from './scenario/make-scenario-report.ts';
import { readAsk, type ScenarioOptions } from './scenario/scenario-ask.ts';
import { scenarioEvening } from './scenario/scenario-evening.ts';
import type { ScenarioReport } from './scenario/scenario-report.ts';

export interface ScenarioRequest extends PlanDayRequest {
  readonly options: ScenarioOptions;
  /** A page shows the map, the projection and lines whatever was asked. */
  readonly isPage: boolean;
}

/**
 * What shocks do to the book of a home folder; to today's proposed orders where it is empty. Nothing asked is answered with
 * the plan's sizing scenario, the peak of every replay and the map.
 */
export async function runScenario(
  request: ScenarioRequest,
): Promise<Result<ScenarioReport, readonly Problem[]>> {
  const { options, isPage } = request;
  const ask = readAsk(options);
  if (!ask.ok) return ask;
  const evening = await scenarioEvening(request);
  if (!evening.ok) return evening;
  const isOverview = ask.value.kind === 'overview';
  return makeScenarioReport(evening.value, ask.value, options, {
    grid: isPage || isOverview || options.grid === true,
    projection: isPage || options.project === true,
    lines: isPage,
  });
}
