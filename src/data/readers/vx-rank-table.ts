import { addDays, dateOfDay, isoDate } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import type { SourceKind } from '../../market/source-kind.ts';
import { vixMonthlyExpirations } from '../../market/vix-expirations.ts';
import { type ColumnPlan, type DatedTable, datedTable } from '../dated-table.ts';
import type { VxItem } from '../read-item.ts';
import type { Reader } from '../reader.ts';
import { headerIndex, headerOf } from '../sheet.ts';
import { type RawSettle, vxItem } from '../vx-item.ts';

/** A table of VX prices by rank: first, second, third monthly contract. */
interface RankTable {
  readonly id: string;
  readonly source: SourceKind;
  readonly basis: VxItem['basis'];
  /** Header name of the date. */
  readonly date: string;
  /** Header names by rank, first first. */
  readonly ranks: readonly string[];
  /** Another header name the table must have, where ranks alone do not tell it. */
  readonly also?: string;
  /** Ranks a vendor filled where no such contract was listed. */
  readonly isInvented?: (rank: number, session: IsoDate) => boolean;
  readonly note: string;
}

const RANKS_FROM = isoDate('2004-01-01');

/**
 * Expirations strictly after each of some ascending sessions, nearest first.
 *
 * @param count  how many for each
 */
function expirationsAfter(sessions: readonly IsoDate[], count: number): readonly (readonly IsoDate[])[] {
  const last = sessions.at(-1) ?? RANKS_FROM;
  const all = vixMonthlyExpirations(RANKS_FROM, addDays(last, 31 * (count + 2)));
  let next = 0;
  return sessions.map((session) => {
    while ((all[next] ?? '9999') <= session) next += 1;
    return all.slice(next, next + count);
  });
}

/** One settlement for each rank that has a price and is not invented. */
function settlesByRank(
  { days, lines, columns }: DatedTable,
  { isInvented }: RankTable,
): readonly RawSettle[] {
  const sessions = days.map(dateOfDay);
  const expirations = expirationsAfter(sessions, columns.length);
  return sessions.flatMap((session, i) =>
    columns.flatMap((prices, r): RawSettle[] => {
      const [settle, expiration] = [prices[i], expirations[i]?.[r]];
      const isAbsent = settle === undefined || expiration === undefined;
      return isAbsent || isInvented?.(r + 1, session) === true
        ? []
        : [{ session, expiration, settle, line: lines[i] ?? 0 }];
    }),
  );
}

/**
 * Ranks count the monthly settlements strictly after the session, whether or not the contract was listed: on a
 * settlement Wednesday rank 1 is already the next contract. All three vendors met do so (checked on every settlement
 * day of 2016-2021 where they overlap).
 */
function rankTableReader(table: RankTable): Reader {
  const wanted = [table.date, ...table.ranks, ...(table.also === undefined ? [] : [table.also])];
  const fits = (names: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  return {
    id: table.id,
    // Contract names in the same columns are another table.
    recognises: (sheet) => headerIndex(sheet, fits) === 0 && !(sheet.lines[1] ?? '').includes('('),
    read: (sheet, { today, notes }) => {
      const names = headerOf(sheet.lines[0] ?? '');
      const column = (field: string): ColumnPlan => ({ cell: names.indexOf(field), field });
      const plan = { header: 0, date: column(table.date), columns: table.ranks.map(column) };
      notes.push(table.note);
      const raw = settlesByRank(datedTable(sheet, plan, today, notes), table);
      const { source, basis } = table;
      const item = vxItem(sheet.file, raw, { source, basis }, notes);
      return item === undefined ? [] : [item];
    },
  };
}

const ranked = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);

/** `DATE,VIX,VX1..VX8,SP500`: settlements of eight ranks. */
export const vxSettleRanks = rankTableReader({
  id: 'vx-settle-ranks',
  source: 'vendor',
  basis: 'settle',
  date: 'date',
  ranks: ranked('vx', 8),
  isInvented: (rank, session) =>
    (rank === 7 && session < '2009-01-01') || (rank === 8 && session < '2012-01-01'),
  note: 'VX7 before 2009 and VX8 before 2012 not read: filled where no such contract was listed',
});

/** vixcentral's first two contracts, at 16:31; only whole cents, so a poor relation of the settlements. */
export const vixCentral = rankTableReader({
  id: 'vixcentral',
  source: 'derived',
  basis: 'close',
  date: 'date',
  ranks: ranked('m', 2),
  also: 'vxx',
  note: 'only the first two VX contracts of this table are read, as prices of 16:31 New York',
});

/** `date,M1..M8`: closes by calendar month, missing where no contract was listed. */
export const vxCloseRanks = rankTableReader({
  id: 'vx-close-ranks',
  source: 'derived-close',
  basis: 'close',
  date: 'date',
  ranks: ranked('m', 8),
  note: 'these are closes, though the vendor calls them settlements',
});
