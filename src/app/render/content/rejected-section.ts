import type { IsoDate } from '../../../core/units.ts';
import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { Alternative, Decision } from '../../../strategy/decision.ts';
import { count, signedMoney } from '../format.ts';
import { type Cell, cell, left, prose, type Section, type Table } from './block.ts';
import { failures } from './candidates.ts';
import { decisionName, subjectName } from './proposal-name.ts';

/** One line per gate that said no; the first line names the alternative. */
function refusedRows(decision: Decision, from: IsoDate): readonly (readonly Cell[])[] {
  const failed = failures(decision);
  if (failed.length === 0) {
    return [
      [cell('-', 'muted'), cell(decisionName(decision, from)), cell(''), cell(decision.summary), cell('')],
    ];
  }
  return failed.map(({ rule, observed, required }, i) => [
    cell(i === 0 ? 'x' : '', 'warn'),
    { text: i === 0 ? decisionName(decision, from) : '', tone: 'strong', narrowSub: rule },
    cell(rule, 'muted'),
    cell(observed),
    cell(required),
  ]);
}

const score = ({ expectedValue, worstCase }: Alternative): string =>
  [
    expectedValue === undefined ? undefined : `expects ${signedMoney(expectedValue)}`,
    worstCase === undefined ? undefined : `at worst ${signedMoney(worstCase)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');

/** An action scored beside the chosen one and left. */
function leftRow(decision: Decision, alternative: Alternative): readonly Cell[] {
  return [
    cell('-', 'muted'),
    cell(`${subjectName(decision.subject)}: ${alternative.action}`),
    cell('scored lower', 'muted'),
    cell(alternative.note),
    cell(score(alternative)),
  ];
}

/** What was scored beside the choice; entering a refused condor is told by its gates already. */
const notTaken = ({ kind, alternatives }: Decision): readonly Alternative[] =>
  alternatives.filter(({ chosen, action }) => !chosen && !(kind === 'stand-aside' && action === 'enter'));

/** Every refusal with the gates that said no, and every alternative that scored lower. */
export function rejectedSection(sheet: DaySheet): Section {
  const refused = sheet.decisions.filter(({ kind }) => kind === 'stand-aside');
  const rows = [
    ...refused.flatMap((decision) => refusedRows(decision, sheet.date)),
    ...sheet.decisions.flatMap((decision) =>
      notTaken(decision).map((alternative) => leftRow(decision, alternative)),
    ),
  ];
  const table: Table = {
    kind: 'table',
    caption: 'Looked at and left',
    columns: [
      left(''),
      left('Alternative', { wraps: true }),
      left('Gate that said no', { minor: true }),
      left('Observed', { wraps: true }),
      left('Required', { wraps: true }),
    ],
    rows,
  };
  return {
    id: 'rejected',
    title: 'Looked at and left',
    note: `${count(refused.length, 'alternative')} refused by a gate`,
    blocks: rows.length === 0 ? [prose('Nothing else was in reach.')] : [table],
  };
}
