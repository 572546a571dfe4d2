import type { DaySheet } from '../../../engine/day-sheet.ts';
import { fixed, money, sentenceCase } from '../format.ts';
import { type Cell, cell, left, prose, right, type Section, type Table } from './block.ts';

type LimitRow = DaySheet['limits'][number];

/** Share of a cap from which a limit is called binding. */
const BINDING = 0.95;

const share = ({ used, cap }: LimitRow): number => (cap === 0 ? (used === 0 ? 0 : 1) : Math.abs(used / cap));

function state(row: LimitRow): Cell {
  if (!row.within) return cell('OVER', 'loss');
  return share(row) > BINDING ? cell('binding', 'warn') : cell('', 'muted');
}

/** Basis points a day read better than hundredths of a percent. */
function readable(row: LimitRow): { readonly row: LimitRow; readonly unit: string } {
  if (row.unit !== '% NAV per day') return { row, unit: row.unit };
  const { used, cap, left, hard } = row;
  const scaled = { ...row, used: used * 100, cap: cap * 100, left: left * 100 };
  return { row: hard === undefined ? scaled : { ...scaled, hard: hard * 100 }, unit: 'bp NAV per day' };
}

/** Enough decimals that a breach, or the room left, is never rounded away. */
function decimals({ unit, used, cap }: LimitRow): number {
  if (unit === 'multiple' && Number.isInteger(used) && Number.isInteger(cap)) return 0;
  let d = 2;
  while (d < 6 && used !== cap && fixed(used, d) === fixed(cap, d)) d += 1;
  return d;
}

function limitCells(given: LimitRow): readonly Cell[] {
  const { row, unit } = readable(given);
  const d = decimals(row);
  const used = Math.min(share(row), 1.2);
  const tone = !row.within ? 'loss' : used > BINDING ? 'warn' : 'net';
  return [
    cell(sentenceCase(row.label)),
    cell(fixed(row.used, d), 'strong'),
    cell(fixed(row.cap, d)),
    cell(fixed(row.left, d)),
    cell(unit, 'muted'),
    cell(row.hard === undefined ? '' : fixed(row.hard, d), 'muted'),
    { text: '', bar: { low: 0, high: 1.2, spans: [{ from: 0, to: used, tone, row: 0 }], tick: 1 } },
    state(row),
  ];
}

/** Limits used and left, most used first. */
export function limitsSection(sheet: DaySheet): Section {
  const sorted = [...sheet.limits].sort((a, b) => share(b) - share(a));
  const table: Table = {
    kind: 'table',
    caption: 'Limits used and left, after the orders',
    columns: [
      left('Limit', { wraps: true }),
      right('Used'),
      right('Cap'),
      right('Left', { minor: true }),
      left('Unit', { minor: true }),
      right('Hard', { minor: true }),
      left('Share', { only: 'page' }),
      left(''),
    ],
    rows: sorted.map(limitCells),
  };
  return {
    id: 'limits',
    title: 'Limits used',
    note: `NAV ${money(sheet.book.nav)}`,
    blocks: sorted.length === 0 ? [prose('No limit applies.')] : [table],
  };
}
