import type { Decision } from '../../../strategy/decision.ts';
import type { Reason } from '../../../strategy/reason.ts';
import { type Cell, cell, left, type Table } from './block.ts';

const MARK = { fail: 'FAIL', pass: 'pass', note: 'note' } as const;
const ORDER = { fail: 0, pass: 1, note: 2 } as const;

export const verdictCell = ({ verdict }: Reason): Cell =>
  cell(MARK[verdict], verdict === 'fail' ? 'warn' : verdict === 'pass' ? 'benign' : 'muted');

/** Every gate one decision looked at, failed ones first. */
export function gateTable(decision: Decision): Table {
  const sorted = [...decision.reasons].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  return {
    kind: 'table',
    caption: 'Gates',
    columns: [
      left('Gate'),
      left('Rule'),
      left('Observed', { wraps: true }),
      left('Required', { wraps: true }),
    ],
    rows: sorted.map((reason) => [
      verdictCell(reason),
      { text: reason.rule, tone: 'muted' },
      cell(reason.observed, 'strong'),
      cell(reason.required),
    ]),
  };
}
