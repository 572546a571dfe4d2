import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { IsoDate } from '../core/units.ts';
import { positionsOf } from '../portfolio/book.ts';
import { positionLabel } from '../portfolio/label.ts';
import type { Position } from '../portfolio/position.ts';
import { BOOK_FILE, bookText } from './book-file.ts';
import { checkHoldings, repeatedRows } from './check-holdings.ts';
import { type HoldingTable, readHoldingTable } from './holdings-csv.ts';
import { type PlacedHolding, readHoldings } from './read-holdings.ts';
import { readText } from './read-text.ts';
import { type Written, writeHomeFile } from './write-home-file.ts';

export interface BookRequest {
  readonly home: string;
  readonly file: string;
  /** The day the list was true: what expired before it is refused. */
  readonly asOf: IsoDate;
}

export interface BookReport extends Written {
  readonly rows: number;
  readonly positions: readonly { readonly id: string; readonly label: string; readonly purpose: string }[];
  readonly warnings: readonly string[];
}

interface Holdings {
  readonly table: HoldingTable;
  readonly holdings: readonly PlacedHolding[];
}

/** Reads and checks the whole file before anything is written. */
function readFile({ file, asOf }: BookRequest): Result<Holdings, readonly Problem[]> {
  const text = readText(file, 'usage');
  if (!text.ok) return fail([text.failure]);
  const table = readHoldingTable(text.value, file);
  if (!table.ok) return table;
  const holdings = readHoldings(table.value.rows, file, asOf);
  if (!holdings.ok) return holdings;
  const problems = checkHoldings(holdings.value, file);
  return problems.length > 0 ? fail(problems) : ok({ table: table.value, holdings: holdings.value });
}

const warningsOf = ({ table, holdings }: Holdings, positions: readonly Position[]): readonly string[] => [
  ...(table.unused.length > 0 ? [`columns not used: ${table.unused.join(', ')}`] : []),
  ...repeatedRows(holdings),
  ...(positions.length === 0 ? ['no positions: the book is empty now'] : []),
];

/**
 * Makes a positions file the book: a CSV with columns symbol (OSI, or `VX/2019-06-19`), quantity (+ bought, - sold),
 * price (points), date (opened) and purpose. The file is the whole book: what was imported before is replaced. The same
 * file twice changes nothing, and a file with any problem changes nothing.
 *
 * @throws ProblemError when the disk refuses
 */
export function importBook(request: BookRequest): Result<BookReport, readonly Problem[]> {
  const read = readFile(request);
  if (!read.ok) return read;
  const positions = positionsOf(read.value.holdings);
  const written = writeHomeFile(request.home, BOOK_FILE, bookText(positions));
  return ok({
    ...written,
    rows: read.value.holdings.length,
    positions: positions.map(({ id, purpose, legs }) => ({ id, purpose, label: positionLabel(legs) })),
    warnings: warningsOf(read.value, positions),
  });
}
