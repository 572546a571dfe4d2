import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { Decision } from '../../../strategy/decision.ts';
import { count } from '../format.ts';
import { cell, left, prose, type Section, type Table, type Tone } from './block.ts';
import { verdictCell } from './gates.ts';
import { subjectName } from './proposal-name.ts';

const VERB: Readonly<Record<Decision['kind'], string>> = {
  enter: 'Open',
  adjust: 'Adjust',
  exit: 'Close',
  hold: 'Hold',
  'stand-aside': 'Stand aside',
};

const tone = ({ kind }: Decision): Tone =>
  kind === 'stand-aside' ? 'warn' : kind === 'hold' ? 'muted' : 'strong';

function decisionTable(decisions: readonly Decision[]): Table {
  return {
    kind: 'table',
    caption: 'Every decision of the day',
    columns: [left('Decision'), left('About'), left('In a sentence', { wraps: true })],
    rows: decisions.map((decision) => [
      cell(VERB[decision.kind], tone(decision)),
      cell(subjectName(decision.subject), 'muted'),
      cell(decision.summary),
    ]),
  };
}

/** The gates of hedges and positions; a condor's own are on its card or under what was left. */
function otherGates(decisions: readonly Decision[]): Table {
  const rows = decisions
    .filter(({ proposal }) => proposal?.kind !== 'condor')
    .flatMap((decision) =>
      decision.reasons.map((reason, i) => [
        cell(i === 0 ? subjectName(decision.subject) : '', 'muted'),
        verdictCell(reason),
        cell(reason.rule, 'muted'),
        cell(reason.observed, 'strong'),
        cell(reason.required),
      ]),
    );
  return {
    kind: 'table',
    caption: 'Gates of hedges and positions',
    columns: [
      left('About'),
      left('Gate'),
      left('Rule', { minor: true }),
      left('Observed', { wraps: true }),
      left('Required', { wraps: true }),
    ],
    rows,
  };
}

/** Every decision in a sentence, taken or not, and the rules the hedges and the held positions met. */
export function decisionsSection(sheet: DaySheet): Section {
  const { decisions } = sheet;
  const gates = otherGates(decisions);
  return {
    id: 'decisions',
    title: 'Decisions',
    note: count(decisions.length, 'decision'),
    blocks:
      decisions.length === 0
        ? [prose('None: there was nothing to decide on.')]
        : [decisionTable(decisions), ...(gates.rows.length === 0 ? [] : [gates])],
  };
}
