import type { Levels, OutcomeView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import { level, signed, signedPercent } from '../../format.ts';
import { cell, left, right, type Section } from '../block.ts';
import { provenanceOf } from './scenario-cells.ts';
import { overDays } from './shock-name.ts';

const NAMES: readonly (readonly [keyof Levels, string])[] = [
  ['spx', 'SPX'],
  ['vix', 'VIX'],
  ['vix3m', 'VIX3M'],
  ['vx30', 'VX, 30 days out'],
];

/** Where the shock leaves the market. */
export function levelsSection(report: ScenarioReport, { levels, days }: OutcomeView): Section {
  const { market } = report;
  return {
    id: 'levels',
    title: 'The market afterwards',
    note: overDays(days),
    provenance: provenanceOf(report),
    blocks: [
      {
        kind: 'table',
        caption: 'Levels today and after the shock',
        columns: [left('Level'), right('Today'), right('After'), right('Change'), right('in %')],
        rows: NAMES.map(([key, name]) => [
          cell(name, 'strong'),
          cell(level(market[key])),
          cell(level(levels[key])),
          cell(signed(levels[key] - market[key], 2)),
          cell(signedPercent(levels[key] / market[key] - 1, 1)),
        ]),
      },
    ],
  };
}
