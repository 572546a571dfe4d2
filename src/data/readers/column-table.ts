import type { SourceKind } from '../../market/source-kind.ts';
import { type ColumnPlan, datedTable } from '../dated-table.ts';
import type { Reader } from '../reader.ts';
import { seriesItems } from '../series-item.ts';
import { headerIndex, headerOf } from '../sheet.ts';

/** A table whose header names its columns once and for all. */
interface ColumnTable {
  readonly id: string;
  readonly source: SourceKind;
  /** Header name of the date, lower case. */
  readonly date: string;
  /** Header name to series name; every one must be present. */
  readonly series: Readonly<Record<string, string>>;
  readonly scale?: number;
  readonly zeroIsMissing?: boolean;
  /** What a user should know of the table as a whole. */
  readonly note?: string;
}

/** A reader for tables with a fixed header. */
export function columnTableReader(table: ColumnTable): Reader {
  const wanted = [table.date, ...Object.keys(table.series)];
  const fits = (names: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  return {
    id: table.id,
    recognises: (sheet) => headerIndex(sheet, fits) !== undefined,
    read: (sheet, { today, notes }) => {
      const header = headerIndex(sheet, fits) ?? 0;
      const names = headerOf(sheet.lines[header] ?? '');
      const column = (field: string): ColumnPlan => ({
        cell: names.indexOf(field),
        field,
        zeroIsMissing: table.zeroIsMissing ?? false,
      });
      const entries = Object.entries(table.series);
      const plan = { header, date: column(table.date), columns: entries.map(([field]) => column(field)) };
      if (table.note !== undefined) notes.push(table.note);
      const plans = entries.map(([field, name], i) => ({
        name,
        column: i,
        field,
        source: table.source,
        scale: table.scale ?? 1,
      }));
      return seriesItems(datedTable(sheet, plan, today, notes), plans, notes);
    },
  };
}
