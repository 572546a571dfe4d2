import type { IsoDate } from '../../core/units.ts';
import type { SourceKind } from '../../market/source-kind.ts';
import { dateIn, numberOrMissing, pastDate } from '../cell.ts';
import type { VxItem } from '../read-item.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { eachRow, headerIndex, headerOf, type Sheet } from '../sheet.ts';
import { expirationOfContract } from '../vx-contract-name.ts';
import { type RawSettle, vxItem } from '../vx-item.ts';

/** A table with one row per session and contract, the contract written as CFE writes it. */
interface RowTable {
  readonly id: string;
  readonly source: SourceKind;
  readonly basis: VxItem['basis'];
  readonly date: string;
  readonly price: string;
  /** Other header names that tell the table. */
  readonly also: readonly string[];
  readonly note?: string;
}

function rawOf(sheet: Sheet, table: RowTable, today: IsoDate): readonly RawSettle[] {
  const names = headerOf(sheet.lines[0] ?? '');
  const at = {
    date: names.indexOf(table.date),
    futures: names.indexOf('futures'),
    price: names.indexOf(table.price),
  };
  const rows: RawSettle[] = [];
  eachRow(sheet, 0, (cells, line) => {
    const place = { file: sheet.file, line };
    const dated = { ...place, field: table.date };
    const session = pastDate(dateIn(cells[at.date] ?? '', dated), today, dated);
    const futures = cells[at.futures] ?? '';
    const expiration = expirationOfContract(futures);
    if (expiration === undefined) {
      refuse({
        ...place,
        field: 'futures',
        value: futures,
        what: 'is not a monthly VX contract',
        fix: 'import monthly contracts only',
      });
    }
    const settle = numberOrMissing(cells[at.price] ?? '', { ...place, field: table.price }) ?? 0;
    rows.push({ session, expiration, settle, line });
  });
  return rows;
}

function rowTableReader(table: RowTable): Reader {
  const wanted = [table.date, 'futures', table.price, ...table.also];
  const fits = (names: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  return {
    id: table.id,
    recognises: (sheet) => headerIndex(sheet, fits) === 0,
    read: (sheet, { today, notes }) => {
      if (table.note !== undefined) notes.push(table.note);
      const { source, basis } = table;
      const item = vxItem(sheet.file, rawOf(sheet, table, today), { source, basis }, notes);
      return item === undefined ? [] : [item];
    },
  };
}

/** CFE's contract files laid end to end, prices already divided by ten before 2007-03-26. */
export const vxContractRows = rowTableReader({
  id: 'vx-contract-rows',
  source: 'derived',
  basis: 'settle',
  date: 'trade_date',
  price: 'settle',
  also: ['contract', 'scaled10'],
});

/** Closes by session and contract; the expiry column is not read, because part of it is wrong. */
export const vxCloseRows = rowTableReader({
  id: 'vx-close-rows',
  source: 'derived-close',
  basis: 'close',
  date: 'date',
  price: 'close',
  also: ['m', 'expiry'],
  note: 'these are closes, not settlements; expirations come from the contract month',
});
