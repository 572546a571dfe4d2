import { dayNumber, isoDate } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import { isVixMonthly } from '../../market/vix-expirations.ts';
import { dateIn, numberOrMissing, pastDate } from '../cell.ts';
import type { ReadItem, SeriesItem } from '../read-item.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { seriesItem } from '../series-item.ts';
import { eachRow, headerIndex, headerOf, type Sheet } from '../sheet.ts';
import { expirationOfContract } from '../vx-contract-name.ts';
import { type RawSettle, vxItem } from '../vx-item.ts';

const HEADER = ['trade date', 'futures', 'open', 'high', 'low', 'close', 'settle'];
const isHeader = (names: readonly string[]): boolean => HEADER.every((name, i) => names[i] === name);

/** CFE quoted VBI, ten times the index, until this day (contract respecification of March 2007). */
const INDEX_SCALE_FROM = isoDate('2007-03-26');
const cfeScale = (session: IsoDate): number => (session < INDEX_SCALE_FROM ? 10 : 1);

/** Rows of one contract in index points; Settle is empty or 0 where there was no market. */
function settlesOf(sheet: Sheet, header: number, { today }: ReadContext): readonly RawSettle[] {
  const names = headerOf(sheet.lines[header] ?? '');
  const at = { date: 0, futures: 1, settle: names.indexOf('settle') };
  const rows: RawSettle[] = [];
  eachRow(sheet, header, (cells, line) => {
    const place = { file: sheet.file, line };
    const session = pastDate(dateIn(cells[at.date] ?? '', { ...place, field: 'Trade Date' }), today, {
      ...place,
      field: 'Trade Date',
    });
    const futures = cells[at.futures] ?? '';
    const expiration = expirationOfContract(futures);
    if (expiration === undefined) {
      const what = 'is not a monthly VX contract';
      refuse({ ...place, field: 'Futures', value: futures, what, fix: 'import the monthly contracts only' });
    }
    const settle = numberOrMissing(cells[at.settle] ?? '', { ...place, field: 'Settle' }) ?? 0;
    for (const cell of [2, 3, 4, 5])
      numberOrMissing(cells[cell] ?? '', { ...place, field: names[cell] ?? '' });
    rows.push({ session, expiration, settle: settle / cfeScale(session), line });
  });
  return rows;
}

/** @throws ProblemError unless all rows are of one contract, none later than its settlement */
function requireOneContract(file: string, rows: readonly RawSettle[]): IsoDate {
  const [first] = rows;
  if (first === undefined)
    return refuse({ file, what: 'has a header and no rows', fix: 'download the file again' });
  const other = rows.find(({ expiration }) => expiration !== first.expiration);
  if (other !== undefined) {
    refuse({
      file,
      line: other.line,
      field: 'Futures',
      what: 'names another contract than the first row',
      fix: 'download the file again',
    });
  }
  const late = rows.find(({ session }) => session > first.expiration);
  if (late !== undefined) {
    const what = `is after the monthly contract settled on ${first.expiration}: a weekly contract, or a wrong date`;
    refuse({
      file,
      line: late.line,
      field: 'Trade Date',
      value: late.session,
      what,
      fix: 'import the monthly contracts only',
    });
  }
  return first.expiration;
}

/** The file of a weekly contract is named by its settlement date, which no monthly contract has. */
function requireMonthlyName(file: string): void {
  const named = /VX_(\d{4}-\d{2}-\d{2})/.exec(file)?.[1];
  if (named !== undefined && !isVixMonthly(isoDate(named))) {
    refuse({
      file,
      value: named,
      what: 'is a weekly VX contract, by the date in its name',
      fix: 'import the monthly contracts only',
    });
  }
}

/** The last row of an expired contract carries the settlement value of that morning's auction. */
function finalSettlement(sheet: Sheet, rows: readonly RawSettle[], notes: string[]): SeriesItem | undefined {
  const last = rows.find(({ session, expiration, settle }) => session === expiration && settle > 0);
  if (last === undefined) return undefined;
  const table = {
    file: sheet.file,
    days: [dayNumber(last.session)],
    lines: [last.line],
    shut: [false],
    columns: [[last.settle]],
  };
  return seriesItem(table, { name: 'VRO', column: 0, field: 'Settle', source: 'cfe-contract' }, notes);
}

/** CFE's history of one VX contract, layouts of 2004-2013 and since (integrations A3). */
export const cfeContract: Reader = {
  id: 'cfe-contract',
  recognises: (sheet) => headerIndex(sheet, isHeader) !== undefined,
  read: (sheet, context) => {
    requireMonthlyName(sheet.file);
    const rows = settlesOf(sheet, headerIndex(sheet, isHeader) ?? 0, context);
    requireOneContract(sheet.file, rows);
    const vx = vxItem(sheet.file, rows, { source: 'cfe-contract', basis: 'settle' }, context.notes);
    const settled = finalSettlement(sheet, rows, context.notes);
    return [vx, settled].filter((item): item is Exclude<ReadItem, { kind: 'chain' }> => item !== undefined);
  },
};
