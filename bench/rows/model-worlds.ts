import { scenarioFacts } from '../measure/model/scenario-facts.ts';
import { stylisedFactRows } from '../measure/model/stylised-facts.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

/** The committed tables of replays, conditional VIX and slopes, found again in the data. */
function scenarioTableRow(): Row {
  const root = sharedRoot();
  if (root === undefined) return skipped('model.scenario-tables', 'the shared data are not here');
  const facts = scenarioFacts(root);
  const wrong = facts.filter(({ committed, recomputed }) => committed !== recomputed);
  return {
    id: 'model.scenario-tables',
    value: wrong.length,
    unit: `of ${facts.length} numbers differ`,
    target: '0',
    pass: wrong.length === 0,
    against: 'replays, conditional VIX and slope rule recomputed from index and VX history 1987-2026',
    note: wrong.map(({ id }) => id).join(', '),
  };
}

/** What the realistic world has of history, and the tables the scenario engine took from it. */
export const modelWorldRows = async (): Promise<readonly Row[]> => [
  scenarioTableRow(),
  ...(await stylisedFactRows()),
];
