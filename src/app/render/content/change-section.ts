import type { DaySheet } from '../../../engine/day-sheet.ts';
import { cell, left, prose, type Section, type Table } from './block.ts';
import { subjectName } from './proposal-name.ts';

/** What would have to be different for each decision to differ. */
export function changeSection(sheet: DaySheet): Section {
  const rows = sheet.decisions.flatMap((decision) =>
    decision.wouldChange.map((condition, i) => [
      cell(i === 0 ? subjectName(decision.subject) : '', 'muted'),
      cell(condition),
    ]),
  );
  const table: Table = {
    kind: 'table',
    caption: 'What would change it',
    columns: [left('Decision'), left('It would change', { wraps: true })],
    rows,
  };
  return {
    id: 'change',
    title: 'What would change it',
    blocks: rows.length === 0 ? [prose('Nothing on this sheet depends on one number alone.')] : [table],
  };
}
