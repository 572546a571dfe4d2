import type { Table } from '../content/block.ts';
import { columns, padLeft, padRight, wrap } from './wrap.ts';

const GAP = 2;
/** Narrowest a wrapping column gets while another can still give way, and then any column at all. */
const COMFORT = 14;
const FLOOR = 4;

interface Placed {
  readonly width: number;
  readonly align: 'left' | 'right';
}

const total = (widths: readonly number[]): number => widths.reduce((sum, w) => sum + w, 0);

/** Takes one column at a time from the widest of `which`, until the row fits or all of them are at `least`. */
function shrink(widths: number[], which: readonly number[], least: number, room: number): void {
  while (total(widths) > room) {
    const widest = Math.max(least, ...which.map((i) => widths[i] ?? 0));
    const i = which.find((at) => widths[at] === widest);
    if (i === undefined || widest <= least) return;
    widths[i] = widest - 1;
  }
}

function place(
  table: Table,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly Placed[] {
  const shown = table.columns.filter(({ only }) => only !== 'page');
  const widths = titles.map((title, i) =>
    Math.max(columns(title), ...rows.map((row) => columns(row[i] ?? ''))),
  );
  const room = width - GAP * (titles.length - 1);
  const all = titles.map((_, i) => i);
  const wrapping = all.filter((i) => shown[i]?.wraps === true);
  shrink(widths, wrapping, COMFORT, room);
  shrink(widths, all, FLOOR, room);
  return widths.map((w, i) => ({ width: w, align: shown[i]?.align ?? 'left' }));
}

function rowLines(cells: readonly string[], placed: readonly Placed[]): readonly string[] {
  const wrapped = placed.map(({ width }, i) => wrap(cells[i] ?? '', Math.max(1, width)));
  const height = Math.max(0, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    placed
      .map(({ width, align }, i) => (align === 'right' ? padLeft : padRight)(wrapped[i]?.[line] ?? '', width))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** A table in aligned columns, its widest cells wrapped; bars are left to the page. */
export function tableText(table: Table, width: number): readonly string[] {
  const keep = table.columns.map(({ only }) => only !== 'page');
  const titles = table.columns.filter((_, i) => keep[i]).map(({ title }) => title);
  const rows = table.rows.map((row) => row.filter((_, i) => keep[i]).map(({ text }) => text));
  const placed = place(table, titles, rows, width);
  return [...rowLines(titles, placed), ...rows.flatMap((row) => rowLines(row, placed))];
}
