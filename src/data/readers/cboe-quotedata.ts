import { dateFromParts, daysBetween, yearOf } from '../../core/dates.ts';
import { newYorkClock, showInstant } from '../../core/new-york.ts';
import { type EpochMs, type IsoDate, points } from '../../core/units.ts';
import type { OptionRoot, Right } from '../../market/contract.ts';
import { parseDecimal, pastDate } from '../cell.ts';
import { type ChainRow, chainItem } from '../chain-builder.ts';
import { chainSymbol, isOptionRoot, UNDERLYING_OF } from '../chain-symbol.ts';
import { quoteMoment } from '../quote-instant.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { eachRow, headerIndex, headerOf, type Sheet } from '../sheet.ts';
import { amountIn } from './chain-cells.ts';
import { quotedataInstant } from './quotedata-date.ts';

const isHeader = (names: readonly string[]): boolean =>
  names[0] === 'expiration date' &&
  names[1] === 'calls' &&
  names.includes('strike') &&
  names.includes('puts');

/** Positions of one side's cells; the header has every name twice, calls before the strike and puts after it. */
interface SideCells {
  readonly right: Right;
  readonly symbol: number;
  readonly bid: number;
  readonly ask: number;
  readonly volume: number;
  readonly openInterest: number;
}

function sideCells(names: readonly string[], right: Right): SideCells {
  const from = names.indexOf(right === 'call' ? 'calls' : 'puts');
  const at = (name: string): number => names.indexOf(name, from);
  return {
    right,
    symbol: from,
    bid: at('bid'),
    ask: at('ask'),
    volume: at('volume'),
    openInterest: at('open interest'),
  };
}

/** Expiration of `Wed Apr 05 2023`; each text parsed once. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function expirationIn(text: string): IsoDate | undefined {
  const match = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4})$/.exec(text.trim());
  return match === null
    ? undefined
    : dateFromParts(Number(match[3]), MONTHS.indexOf(match[1] ?? '') + 1, Number(match[2]));
}

/** One side of one row. @throws ProblemError when symbol and columns disagree, or a number is none */
function sideRow(
  file: string,
  cells: readonly string[],
  line: number,
  strike: number,
  expiration: IsoDate,
  side: SideCells,
): ChainRow | undefined {
  const place = { file, line, field: side.right };
  const text = cells[side.symbol] ?? '';
  const symbol = chainSymbol(text);
  if (
    symbol === undefined ||
    symbol.right !== side.right ||
    symbol.expiration !== expiration ||
    symbol.strike !== strike
  ) {
    const what = `does not name the ${side.right} of this row`;
    refuse({ ...place, value: text, what, fix: 'download the file again' });
  }
  if (!isOptionRoot(symbol.root)) return undefined;
  const amount = (cell: number, field: string): number => amountIn(cells[cell] ?? '', file, line, field);
  return {
    root: symbol.root,
    expiration,
    strike,
    right: side.right,
    bid: amount(side.bid, `${side.right} bid`),
    ask: amount(side.ask, `${side.right} ask`),
    volume: amount(side.volume, `${side.right} volume`),
    openInterest: amount(side.openInterest, `${side.right} open interest`),
    line,
  };
}

function rowsOf(sheet: Sheet, header: number, notes: string[]): readonly ChainRow[] {
  const { file } = sheet;
  const names = headerOf(sheet.lines[header] ?? '');
  const strikeCell = names.indexOf('strike');
  const sides = [sideCells(names, 'call'), sideCells(names, 'put')];
  const expirations = new Map<string, IsoDate | undefined>();
  const rows: ChainRow[] = [];
  let foreign = 0;
  eachRow(sheet, header, (cells, line) => {
    const dated = cells[0] ?? '';
    if (!expirations.has(dated)) expirations.set(dated, expirationIn(dated));
    const expiration = expirations.get(dated);
    if (expiration === undefined) {
      refuse({
        file,
        line,
        field: 'Expiration Date',
        value: dated,
        what: 'is not a date',
        fix: 'download the file again',
      });
    }
    const strike = amountIn(cells[strikeCell] ?? '', file, line, 'Strike');
    for (const side of sides) {
      const row = sideRow(file, cells, line, strike, expiration, side);
      if (row === undefined) foreign += 1;
      else rows.push(row);
    }
  });
  if (foreign > 0) notes.push(`${foreign} contracts of roots the workbench does not trade left out`);
  return rows;
}

/** The year in which month and day fall just before the first expiration listed. */
function yearBefore(first: IsoDate, month: number, day: number): number | undefined {
  const years = [yearOf(first), yearOf(first) - 1];
  return years.find((year) => {
    const date = dateFromParts(year, month, day);
    return date !== undefined && daysBetween(date, first) >= -7;
  });
}

/** Instant of the file's own date line. @throws ProblemError when it has none that can be read, or a future one */
function writtenAt(
  sheet: Sheet,
  header: number,
  rows: readonly ChainRow[],
  { today, notes }: ReadContext,
): EpochMs {
  const { file } = sheet;
  const i = sheet.lines.slice(0, header).findIndex((text) => /^\W*date:/i.test(text));
  const text = sheet.lines[i] ?? '';
  const first = rows
    .map(({ expiration }) => expiration)
    .reduce((a, b) => (b < a ? b : a), rows[0]?.expiration ?? today);
  // The line goes on with bid, ask and volume of the index, which hold digits of their own.
  const instant = quotedataInstant(text.replace(/"?,\s*Bid:.*$/i, ''), (month, day) => {
    const year = yearBefore(first, month, day);
    if (year !== undefined)
      notes.push(`the date line has no year; ${year} taken from the first expiration, ${first}`);
    return year;
  });
  if (instant === undefined) {
    refuse({
      file,
      line: i + 1,
      field: 'Date',
      value: text,
      what: 'holds no date and time that can be read',
      fix: 'download the file again in English',
    });
  }
  pastDate(newYorkClock(instant).date, today, { file, line: i + 1, field: 'Date' });
  return instant;
}

/** The index level beside the title: `Last: 4137.6401`. */
function spotIn(sheet: Sheet, header: number): number | undefined {
  const last = /Last:\s*([\d.]+)/.exec(sheet.lines.slice(0, header).join('\n'))?.[1];
  const spot = last === undefined ? undefined : parseDecimal(last);
  return spot !== undefined && spot > 0 ? spot : undefined;
}

/** @throws ProblemError when the rows are of more than one underlying */
function underlyingOf(file: string, rows: readonly ChainRow[]): OptionRoot {
  const [first] = rows;
  if (first === undefined)
    return refuse({
      file,
      what: 'has no quotes of SPX, XSP, SPY or VIX options',
      fix: 'download a chain of one of them',
    });
  const other = rows.find(({ root }) => UNDERLYING_OF[root] !== UNDERLYING_OF[first.root]);
  if (other !== undefined) {
    refuse({
      file,
      line: other.line,
      value: other.root,
      what: 'is an option on another underlying',
      fix: 'download the file again',
    });
  }
  return first.root;
}

/** Cboe's delayed-quote download: four lines of preamble, then calls and puts side by side (FORMATS 9). */
export const cboeQuotedata: Reader = {
  id: 'cboe-quotedata',
  recognises: (sheet) => headerIndex(sheet, isHeader) !== undefined,
  read: (sheet, context) => {
    const { file } = sheet;
    const header = headerIndex(sheet, isHeader) ?? 0;
    const rows = rowsOf(sheet, header, context.notes);
    const root = underlyingOf(file, rows);
    const written = writtenAt(sheet, header, rows, context);
    const moment = quoteMoment(UNDERLYING_OF[root], written);
    if (moment.asOf !== written) {
      context.notes.push(
        `written ${showInstant(written)}, when the market was shut; quotes of ${showInstant(moment.asOf)}`,
      );
    }
    const spot = spotIn(sheet, header);
    const head = {
      file,
      source: 'cboe-quotes' as const,
      ...moment,
      timeRecorded: true,
      sha256: context.sha256,
    };
    return [chainItem({ ...head, ...(spot === undefined ? {} : { spot: points(spot) }) }, rows)];
  },
};
