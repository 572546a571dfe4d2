import type { DaySheet } from '../../../engine/day-sheet.ts';
import { daysAhead, eastern, weekdayDate } from '../format.ts';
import { cell, left, prose, right, type Section, type Table } from './block.ts';

/** Scheduled events the plan looks at. */
export function aheadSection(sheet: DaySheet): Section {
  const table: Table = {
    kind: 'table',
    caption: 'Events ahead',
    columns: [left('Day'), left('Event'), right('Time'), left('', { wraps: true })],
    rows: sheet.events.map(({ kind, date, time }) => [
      cell(weekdayDate(date)),
      cell(kind, 'strong'),
      cell(eastern(time)),
      cell(daysAhead(date, sheet.date), 'muted'),
    ]),
  };
  return {
    id: 'ahead',
    title: 'Ahead',
    blocks:
      sheet.events.length === 0
        ? [prose('No FOMC, CPI, PPI, jobs or GDP release in the days looked at.')]
        : [table],
  };
}
