import type { Decision } from '../../../strategy/decision.ts';
import type { Reason } from '../../../strategy/reason.ts';
import { type Cell, cell, left, type Section, type Table } from './block.ts';

const MARK = { fail: 'FAIL', pass: 'pass', note: 'note' } as const;
const ORDER = { fail: 0, pass: 1, note: 2 } as const;

export const verdictCell = ({ verdict }: Reason): Cell =>
  cell(MARK[verdict], verdict === 'fail' ? 'warn' : verdict === 'pass' ? 'benign' : 'muted');

const COLUMNS: Table['columns'] = [
  left('Gate'),
  left('Rule'),
  left('Observed', { wraps: true }),
  left('Required', { wraps: true }),
];

const gateRow = (reason: Reason): readonly Cell[] => [
  verdictCell(reason),
  { text: reason.rule, tone: 'muted' },
  cell(reason.observed, 'strong'),
  cell(reason.required),
];

const gateTable = (caption: string, reasons: readonly Reason[]): readonly Table[] =>
  reasons.length === 0 ? [] : [{ kind: 'table', caption, columns: COLUMNS, rows: reasons.map(gateRow) }];

/** The gates that said no, for the card of what they stopped. */
export const failedGates = ({ reasons }: Decision): readonly Table[] =>
  gateTable(
    'Gates that said no',
    reasons.filter(({ verdict }) => verdict === 'fail'),
  );

/** The gates a condor passed, and what was noted: kept, because a pass is a reason too. */
export function gatesSection({ id, reasons }: Decision): readonly Section[] {
  const others = [...reasons]
    .filter(({ verdict }) => verdict !== 'fail')
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  if (others.length === 0) return [];
  const passed = others.filter(({ verdict }) => verdict === 'pass').length;
  return [
    {
      id: `gates-${id}`,
      title: 'Gates passed',
      note: `${passed} of ${reasons.length}`,
      blocks: gateTable('Gates passed', others),
    },
  ];
}
