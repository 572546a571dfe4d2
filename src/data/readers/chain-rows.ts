import { MS_PER_MINUTE, points } from '../../core/units.ts';
import { OPTION_ROOTS } from '../../market/contract.ts';
import { pastDate } from '../cell.ts';
import { type ChainRow, chainItem } from '../chain-builder.ts';
import type { ChainItem } from '../read-item.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { eachRow, headerIndex, headerOf, type Sheet } from '../sheet.ts';
import { chainColumns } from './chain-columns.ts';
import type { RowMoment } from './chain-moment.ts';
import { rowReader } from './chain-row.ts';

const isHeader = (names: readonly string[]): boolean => chainColumns(names) !== undefined;

/** Rows of one underlying and session, and the index levels printed beside them. */
interface Photograph {
  readonly moment: RowMoment;
  readonly rows: ChainRow[];
  readonly spots: Set<number>;
}

/** Quotes of one session further apart than this are not one photograph. */
const SAME_MOMENT_MS = 15 * MS_PER_MINUTE;

function requireOneMoment(file: string, line: number, photograph: Photograph, moment: RowMoment): void {
  if (Math.abs(photograph.moment.asOf - moment.asOf) <= SAME_MOMENT_MS) return;
  const what = 'was quoted more than 15 minutes from the first row of its session';
  refuse({ file, line, what, fix: 'give one photograph of the chain per file and session' });
}

function photographs(
  sheet: Sheet,
  header: number,
  { today, notes }: ReadContext,
): ReadonlyMap<string, Photograph> {
  const { file } = sheet;
  const columns = chainColumns(headerOf(sheet.lines[header] ?? ''));
  const found = new Map<string, Photograph>();
  if (columns === undefined) return found;
  const read = rowReader(file, columns);
  let foreign = 0;
  eachRow(sheet, header, (cells, line) => {
    const { underlying, moment, spot, row } = read(cells, line);
    const key = `${moment.session} ${underlying}`;
    let photograph = found.get(key);
    if (photograph === undefined) {
      pastDate(moment.session, today, { file, line, field: 'quote date' });
      photograph = { moment, rows: [], spots: new Set() };
      found.set(key, photograph);
    }
    requireOneMoment(file, line, photograph, moment);
    if (spot !== undefined) photograph.spots.add(spot);
    if (row === undefined) foreign += 1;
    else photograph.rows.push(row);
  });
  if (foreign > 0) notes.push(`${foreign} contracts of roots other than ${OPTION_ROOTS.join(', ')} left out`);
  return found;
}

function itemOf(
  file: string,
  { moment, rows, spots }: Photograph,
  { sha256, notes }: ReadContext,
): ChainItem {
  const [spot] = spots;
  const hasOneSpot = spots.size === 1 && spot !== undefined && spot > 0;
  if (spots.size > 1) notes.push(`${moment.session}: ${spots.size} different underlying prices, none taken`);
  const head = { file, source: 'vendor' as const, ...moment, sha256 };
  return chainItem({ ...head, ...(hasOneSpot ? { spot: points(spot) } : {}) }, rows);
}

/**
 * Chain files with one contract a row: the 17 columns of Cboe's old quote file, DeltaNeutral, DataShop and the snapshots
 * people publish. One item per session; a file may hold many.
 */
export const chainRows: Reader = {
  id: 'chain-rows',
  recognises: (sheet) => headerIndex(sheet, isHeader) !== undefined,
  read: (sheet, context) => {
    const header = headerIndex(sheet, isHeader) ?? 0;
    const found = [...photographs(sheet, header, context)].sort(([a], [b]) => (a < b ? -1 : 1));
    const filled = found.filter(([, { rows }]) => rows.length > 0);
    if (filled.length === 0)
      refuse({ file: sheet.file, what: 'has a header and no quotes', fix: 'download the file again' });
    return filled.map(([, photograph]) => itemOf(sheet.file, photograph, context));
  },
};
