import { type DayNumber, dateOfDay, dayNumber } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import { sessionStatus } from '../market/session-calendar.ts';
import { dateIn, numberOrMissing, pastDate } from './cell.ts';
import { refuse } from './refuse.ts';
import { eachRow, type Sheet } from './sheet.ts';

/** One column to read. */
export interface ColumnPlan {
  /** Position in the row. */
  readonly cell: number;
  /** Header name, for problems. */
  readonly field: string;
  /** Some vendors write 0 where they have nothing. */
  readonly zeroIsMissing?: boolean;
}

/** Rows of a dated file, ascending by day, one per day; `undefined` where the vendor has no value. */
export interface DatedTable {
  readonly file: string;
  readonly days: readonly DayNumber[];
  /** 1-based line of each row. */
  readonly lines: readonly number[];
  /** True on days the exchange was shut; false where the calendar does not reach. */
  readonly shut: readonly boolean[];
  readonly columns: readonly (readonly (number | undefined)[])[];
}

interface DatedRow {
  readonly day: DayNumber;
  readonly line: number;
  readonly values: readonly (number | undefined)[];
}

const isShut = (day: DayNumber): boolean => {
  const { kind } = sessionStatus(dateOfDay(day));
  return kind === 'holiday' || kind === 'weekend';
};

const same = (a: DatedRow, b: DatedRow): boolean => a.values.every((value, i) => value === b.values[i]);

/** Sorted by day, an identical repetition dropped. @throws ProblemError when one day has two different rows */
function oneRowPerDay(file: string, rows: DatedRow[], notes: string[]): readonly DatedRow[] {
  const kept: DatedRow[] = [];
  for (const row of rows.sort((a, b) => a.day - b.day || a.line - b.line)) {
    const before = kept.at(-1);
    if (before?.day !== row.day) kept.push(row);
    else if (!same(before, row)) {
      const what = `a second, different row for this date (the first is line ${before.line})`;
      refuse({
        file,
        line: row.line,
        value: dateOfDay(row.day),
        what,
        fix: 'remove the wrong one, or download the file again',
      });
    }
  }
  if (kept.length < rows.length) notes.push(`${rows.length - kept.length} repeated rows dropped`);
  return kept;
}

/** How a sheet is read into a dated table. */
export interface TablePlan {
  /** Index of the header line. */
  readonly header: number;
  /** Position and header name of the date. */
  readonly date: ColumnPlan;
  readonly columns: readonly ColumnPlan[];
  /** Rows to leave out before anything of them is parsed. */
  readonly skips?: (cells: readonly string[]) => boolean;
  /** Series that are drawn into the future (projections) drop those rows; any other file is refused for them. */
  readonly futureIsProjection?: boolean;
}

/**
 * Every row below the header, parsed.
 *
 * @param notes  receives what was dropped
 * @throws ProblemError for a cell that is no number or date, a future date, two different rows for one date
 */
export function datedTable(sheet: Sheet, plan: TablePlan, today: IsoDate, notes: string[]): DatedTable {
  const { file } = sheet;
  const rows: DatedRow[] = [];
  let projected = 0;
  eachRow(sheet, plan.header, (cells, line) => {
    if (plan.skips?.(cells) === true) return;
    const place = { file, line, field: plan.date.field };
    const date = dateIn(cells[plan.date.cell] ?? '', place);
    if (plan.futureIsProjection === true && date > today) projected += 1;
    else
      rows.push({
        day: dayNumber(pastDate(date, today, place)),
        line,
        values: valuesOf(file, line, cells, plan),
      });
  });
  if (rows.length === 0) refuse({ file, what: 'has a header and no rows', fix: 'download the file again' });
  if (projected > 0) notes.push(`${projected} rows after ${today} dropped: a projection`);
  const kept = oneRowPerDay(file, rows, notes);
  return {
    file,
    days: kept.map(({ day }) => day),
    lines: kept.map(({ line }) => line),
    shut: kept.map(({ day }) => isShut(day)),
    columns: plan.columns.map((_, c) => kept.map(({ values }) => values[c])),
  };
}

function valuesOf(
  file: string,
  line: number,
  cells: readonly string[],
  plan: TablePlan,
): (number | undefined)[] {
  return plan.columns.map(({ cell, field, zeroIsMissing }) => {
    const value = numberOrMissing(cells[cell] ?? '', { file, line, field });
    return value === 0 && zeroIsMissing === true ? undefined : value;
  });
}
