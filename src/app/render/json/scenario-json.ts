import { canonicalJson } from '../../../core/hash.ts';
import type { ScenarioReport } from '../../scenario/scenario-report.ts';

/** The report as JSON: keys in order, the same bytes for the same report. The contract is schema/scenario.schema.json. */
export const scenarioJson = (report: ScenarioReport): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(report)), null, 2)}\n`;
