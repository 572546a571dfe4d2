import { yearOf } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import { vixMonthlyExpiration } from '../../market/vix-expirations.ts';
import { type CellPlace, dateIn, numberIn, numberOrMissing, pastDate } from '../cell.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { cellsOf, type Sheet } from '../sheet.ts';
import { monthOfCode } from '../vx-contract-name.ts';
import { type RawSettle, vxItem } from '../vx-item.ts';

const FIRST_ROW = /^\d{4}-\d{2}-\d{2},[\d.]+,\d+,(?:\d{4}-\d{2}-\d{2},)+,UX/;
const TICKER = /^UX([A-Z])(\d{1,2}) Index$/;

/** Expiration of `UXZ06 Index` or `UXF4 Index`; a single digit is the first such year not before the session's. */
function expirationOfTicker(ticker: string, session: IsoDate): IsoDate | undefined {
  const match = TICKER.exec(ticker.trim());
  const month = monthOfCode(match?.[1] ?? '');
  const digits = match?.[2];
  if (month === undefined || digits === undefined) return undefined;
  if (digits.length === 2)
    return Number(digits) < 4 ? undefined : vixMonthlyExpiration(2000 + Number(digits), month);
  const from = yearOf(session);
  const year = from + ((Number(digits) - (from % 10) + 10) % 10);
  return vixMonthlyExpiration(Math.max(year, 2004), month);
}

/** Expiries, tickers, prices, volumes and open interests, each list as wide as the others. */
const LISTS = 5;
const FIRST_LIST = 3;

/** One row: date, VIX, n, then five lists of n entries padded with empty fields to one width. */
function rowSettles(cells: readonly string[], session: IsoDate, place: CellPlace): readonly RawSettle[] {
  const count = numberIn(cells[2] ?? '', { ...place, field: 'n' });
  const width = (cells.length - FIRST_LIST) / LISTS;
  if (!Number.isInteger(count) || !Number.isInteger(width) || count < 1 || count > width) {
    const what = 'does not count the contracts of its row: the file is cut or damaged here';
    refuse({ ...place, field: 'n', value: cells[2] ?? '', what, fix: 'download the file again' });
  }
  return Array.from({ length: count }, (_, i): RawSettle => {
    const ticker = cells[FIRST_LIST + width + i] ?? '';
    const expiration = expirationOfTicker(ticker, session);
    if (expiration === undefined) {
      refuse({
        ...place,
        field: 'ticker',
        value: ticker,
        what: 'is not a VX contract',
        fix: 'download the file again',
      });
    }
    const settle = numberOrMissing(cells[FIRST_LIST + 2 * width + i] ?? '', { ...place, field: ticker }) ?? 0;
    return { session, expiration, settle, line: place.line };
  });
}

function rawOf({ file, lines }: Sheet, today: IsoDate): readonly RawSettle[] {
  return lines.flatMap((text, i) => {
    if (text.trim() === '') return [];
    const place = { file, line: i + 1, field: 'date' };
    const cells = cellsOf(text);
    return rowSettles(cells, pastDate(dateIn(cells[0] ?? '', place), today, place), place);
  });
}

/** A headerless VX curve of Bloomberg tickers, ragged by the number of contracts listed that day. */
export const vxBloombergCurve: Reader = {
  id: 'vx-bloomberg-curve',
  recognises: ({ lines }) => FIRST_ROW.test(lines[0] ?? ''),
  read: (sheet, { today, notes }) => {
    const item = vxItem(sheet.file, rawOf(sheet, today), { source: 'bloomberg', basis: 'settle' }, notes);
    return item === undefined ? [] : [item];
  },
};
