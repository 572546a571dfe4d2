import { type DayNumber, dayNumber, isoDate } from '../core/dates.ts';
import type { DatedTable } from './dated-table.ts';
import { refuse } from './refuse.ts';

/** Positions of the prices among a table's columns; -1 where there is no such column. */
export interface PricePositions {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** Above this share of impossible rows the columns are not what the header says. */
const MOST_BAD_ROWS = 0.05;
/** A share needs rows to be a share of. */
const ENOUGH_ROWS = 40;
/** Float noise of copies, relative. */
const NOISE = 1e-6;

type Column = (number | undefined)[];

const above = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && a > b * (1 + NOISE);

interface Mended {
  opens: number;
  ranges: number;
}

function mendRow(i: number, open: Column, high: Column, low: Column, close: Column, counts: Mended): void {
  const isBroken = above(low[i], high[i]) || above(close[i], high[i]) || above(low[i], close[i]);
  if (isBroken) {
    high[i] = undefined;
    low[i] = undefined;
    counts.ranges += 1;
  }
  if (above(open[i], high[i]) || above(low[i], open[i])) {
    open[i] = undefined;
    counts.opens += 1;
  }
}

/**
 * Takes out prices that contradict their own row: an open outside the day's range (47 rows of Cboe's VIX file, such as
 * 2.58 on 2004-11-08), a range that does not hold its close. The close, which everything else confirms, stays.
 *
 * @param notes  receives how many were taken out
 * @throws ProblemError when more than one row in twenty is impossible: the columns are not what the header says
 */
export function consistentPrices(table: DatedTable, at: PricePositions, notes: string[]): DatedTable {
  const columns = table.columns.map((column) => [...column]);
  const columnAt = (position: number): Column => columns[position] ?? [];
  const counts: Mended = { opens: 0, ranges: 0 };
  table.days.forEach((_, i) => {
    mendRow(i, columnAt(at.open), columnAt(at.high), columnAt(at.low), columnAt(at.close), counts);
  });
  const { file, days } = table;
  if (days.length >= ENOUGH_ROWS && counts.opens + counts.ranges > MOST_BAD_ROWS * days.length) {
    const what = `${counts.opens + counts.ranges} of ${days.length} rows have prices outside their own high and low`;
    refuse({ file, what, fix: 'check that the columns are what the header says' });
  }
  if (counts.opens > 0) notes.push(`${counts.opens} opens outside the day's range dropped`);
  if (counts.ranges > 0) notes.push(`${counts.ranges} highs and lows that do not hold their close dropped`);
  return { ...table, columns };
}

/** Vendors filled the index's open with the previous close until about here (90-96 % of days 1965-2004). */
const REAL_OPENS_FROM: DayNumber = dayNumber(isoDate('2015-01-01'));

/** Takes out opens that only repeat the close before: gaps computed from them would all be zero. */
export function withoutFilledOpens(table: DatedTable, at: PricePositions, notes: string[]): DatedTable {
  const close = table.columns[at.close] ?? [];
  const isFilled = (open: number | undefined, i: number): boolean =>
    open !== undefined && (table.days[i] ?? 0) < REAL_OPENS_FROM && (i === 0 || open === close[i - 1]);
  const columns = table.columns.map((column, c) =>
    c === at.open ? column.map((open, i) => (isFilled(open, i) ? undefined : open)) : column,
  );
  const filled = (table.columns[at.open] ?? []).filter(isFilled).length;
  if (filled > 0) notes.push(`${filled} opens that repeat the close before dropped`);
  return { ...table, columns };
}
