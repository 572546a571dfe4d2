import type { ScenarioReport } from '../../../scenario/scenario-report.ts';
import { shownOutcome } from '../../../scenario/shown-outcome.ts';
import type { Section } from '../block.ts';
import { edgesSection } from './edges-section.ts';
import { layersSection } from './layers-section.ts';
import { legsSection } from './legs-section.ts';
import { levelsSection } from './levels-section.ts';
import { mapSection } from './map-section.ts';
import { outcomesSection } from './outcomes-section.ts';
import { projectionSection } from './projection-section.ts';

/** Everything a scenario report says, in reading order: what it does, to which part, over all moves, and what it rests on. */
export function scenarioSections(report: ScenarioReport): readonly Section[] {
  const shown = shownOutcome(report.outcomes);
  return [
    ...(shown === undefined ? [] : [layersSection(report, shown), levelsSection(report, shown)]),
    ...outcomesSection(report),
    ...mapSection(report),
    ...projectionSection(report),
    ...(shown === undefined ? [] : [legsSection(report, shown)]),
    edgesSection(report),
    { id: 'caveats', title: 'Caveats', blocks: [{ kind: 'list', items: report.caveats }] },
  ];
}
