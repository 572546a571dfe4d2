import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { closest } from '../core/closest.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** Columns of a positions file, and the other names they are known by. */
const COLUMNS = {
  symbol: ['symbol', 'osi', 'contract', 'option symbol'],
  quantity: ['quantity', 'qty', 'contracts'],
  price: ['price', 'premium', 'trade price', 'average price', 'avg price'],
  date: ['date', 'opened', 'trade date', 'open date'],
  purpose: ['purpose', 'strategy'],
} as const;
export type HoldingField = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as readonly HoldingField[];

/** One data row: its text by column, and where it stands. */
export interface HoldingRow {
  readonly line: number;
  readonly text: Readonly<Record<HoldingField, string>>;
}

export interface HoldingTable {
  readonly rows: readonly HoldingRow[];
  /** Columns that were there and mean nothing here. */
  readonly unused: readonly string[];
}

/** The fields of one record, and the line it ends on. */
interface RawRow {
  readonly fields: readonly string[];
  readonly line: number;
}

function rawRows(text: string, file: string): Result<readonly RawRow[], Problem> {
  const rows: RawRow[] = [];
  const shape = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true };
  try {
    parse(text, {
      ...shape,
      on_record: (fields: string[], { lines }) => {
        rows.push({ fields, line: lines });
        return null;
      },
    });
    return ok(rows);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines']);
    const what = 'a quoted field is opened or closed in the wrong place';
    const place = { kind: 'data', file, ...(Number.isFinite(line) ? { line } : {}) } as const;
    return fail({ ...place, what, fix: 'correct the quotes of this row' });
  }
}

/** Where each column stands, or why the header will not do. */
function headerOf(
  header: RawRow,
  file: string,
): Result<ReadonlyMap<HoldingField, number>, readonly Problem[]> {
  const names = header.fields.map((name) => name.toLowerCase());
  const found = new Map<HoldingField, number>();
  const problems = FIELDS.flatMap((field): readonly Problem[] => {
    const places = names.flatMap((name, i) => (COLUMNS[field].some((known) => known === name) ? [i] : []));
    const [place, second] = places;
    const base = { kind: 'data', file, line: header.line, field } as const;
    if (second !== undefined) return [{ ...base, what: 'stands in two columns', fix: 'keep one of them' }];
    if (place !== undefined) found.set(field, place);
    return place === undefined ? [{ ...base, ...missingColumn(field, names) }] : [];
  });
  return problems.length === 0 ? ok(found) : fail(problems);
}

function missingColumn(field: HoldingField, names: readonly string[]): Pick<Problem, 'what' | 'fix'> {
  const meant = closest(field, names);
  const what = meant === undefined ? 'column is missing' : `column is missing (is "${meant}" meant?)`;
  return { what, fix: `head the columns ${FIELDS.join(',')}` };
}

/** A row of another length than the header was cut, or has a comma too many. */
function rowOf({ fields, line }: RawRow, places: ReadonlyMap<HoldingField, number>): HoldingRow {
  const at = (field: HoldingField): string => fields[places.get(field) ?? -1] ?? '';
  const [symbol, quantity, price] = [at('symbol'), at('quantity'), at('price')];
  return { line, text: { symbol, quantity, price, date: at('date'), purpose: at('purpose') } };
}

/** Why the file as a whole cannot be a table; undefined when it can. */
function notATable(header: RawRow | undefined, file: string): Problem | undefined {
  const fix = `write a header ${FIELDS.join(',')} and a row per leg`;
  if (header === undefined) return { kind: 'data', file, what: 'is empty', fix };
  const [only, second] = header.fields;
  if (second !== undefined || only === undefined || !/[;\t|]/.test(only)) return undefined;
  return {
    kind: 'data',
    file,
    line: header.line,
    value: only,
    what: 'is one column',
    fix: 'separate the columns by commas',
  };
}

const raggedRow = ({ fields, line }: RawRow, wanted: number, file: string): Problem => ({
  kind: 'data',
  file,
  line,
  what: `has ${fields.length} fields, the header has ${wanted}`,
  fix: 'complete the row',
});

/**
 * Splits a positions file into rows of text: comma-separated, with a header naming symbol, quantity, price, date and
 * purpose in any order. Nothing is judged here but the shape.
 */
export function readHoldingTable(text: string, file: string): Result<HoldingTable, readonly Problem[]> {
  const read = rawRows(text, file);
  if (!read.ok) return fail([read.failure]);
  const [header = { fields: [], line: 1 }, ...rest] = read.value;
  const shapeless = notATable(read.value[0], file);
  if (shapeless !== undefined) return fail([shapeless]);
  const places = headerOf(header, file);
  if (!places.ok) return places;
  const wanted = header.fields.length;
  const ragged = rest.filter(({ fields }) => fields.length !== wanted);
  if (ragged.length > 0) return fail(ragged.map((row) => raggedRow(row, wanted, file)));
  const used = new Set(places.value.values());
  const rows = rest.map((row) => rowOf(row, places.value));
  return ok({ rows, unused: header.fields.filter((_, i) => !used.has(i)) });
}
