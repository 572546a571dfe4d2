import type { Underlying } from '../../market/chain.ts';
import type { Right } from '../../market/contract.ts';
import { parseDate } from '../cell.ts';
import type { ChainRow } from '../chain-builder.ts';
import { refuse } from '../refuse.ts';
import { amountIn, amountOrNone } from './chain-cells.ts';
import type { ChainColumns } from './chain-columns.ts';
import { contractOf, underlyingOf } from './chain-identity.ts';
import { type RowMoment, rowMoment } from './chain-moment.ts';

/** One row, read. */
interface ReadRow {
  readonly underlying: Underlying;
  readonly moment: RowMoment;
  /** The index level printed beside the quote; absent where the vendor has none. */
  readonly spot: number | undefined;
  /** Absent for an adjusted root, which is left out and counted. */
  readonly row: ChainRow | undefined;
}

type RowReader = (cells: readonly string[], line: number) => ReadRow;

/** One row as text, with its place. */
interface RowText {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

const RIGHTS: Readonly<Record<string, Right>> = { call: 'call', c: 'call', put: 'put', p: 'put' };

/** A function of texts that recur thousands of times (dates, expirations), each worked out once. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const seen = new Map<string, { readonly value: T }>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known.value;
    const value = work(text);
    seen.set(text, { value });
    return value;
  };
}

const textAt = ({ cells }: RowText, i: number): string => cells[i] ?? '';

function refuseCell(
  row: RowText,
  i: number,
  field: string,
  what: string,
  fix = 'download the file again',
): never {
  const { file, line } = row;
  return refuse({ file, line, field, value: textAt(row, i), what, fix });
}

const amount = (row: RowText, i: number, field: string): number =>
  amountIn(textAt(row, i), row.file, row.line, field);
const amountOr0 = (row: RowText, i: number, field: string): number =>
  amountOrNone(textAt(row, i), row.file, row.line, field);

type Contract = Pick<ChainRow, 'root' | 'expiration'>;

/** A row's quote; a count only where the vendor has the column. */
function quoteIn(
  row: RowText,
  at: ChainColumns,
  { root, expiration }: Contract,
  strike: number,
  right: Right,
): ChainRow {
  return {
    root,
    expiration,
    strike,
    right,
    bid: amountOr0(row, at.bid, 'bid'),
    ask: amount(row, at.ask, 'ask'),
    volume: at.volume === -1 ? undefined : amountOr0(row, at.volume, 'volume'),
    openInterest: at.openInterest === -1 ? undefined : amountOr0(row, at.openInterest, 'open interest'),
    line: row.line,
  };
}

function rightIn(row: RowText, at: ChainColumns): Right {
  const right = RIGHTS[textAt(row, at.right).trim().toLowerCase()];
  return right ?? refuseCell(row, at.right, 'type', 'is neither call nor put');
}

function strikeIn(row: RowText, at: ChainColumns): number {
  const strike = amount(row, at.strike, 'strike');
  return strike > 0 ? strike : refuseCell(row, at.strike, 'strike', 'is not above 0');
}

/** The moment of each row; nearly all rows repeat the one before, so that one is kept at hand. */
function momentReader(at: ChainColumns): (row: RowText, underlying: Underlying) => RowMoment {
  let last: {
    readonly date: string;
    readonly written: string;
    readonly underlying: Underlying;
    readonly moment: RowMoment;
  };
  return (row, underlying) => {
    const [date, written] = [textAt(row, at.date), textAt(row, at.written)];
    if (last?.date === date && last.written === written && last.underlying === underlying) return last.moment;
    const moment = rowMoment(date, written, at.isQuarterBefore, underlying);
    if (moment === undefined) return refuseCell(row, at.date, 'quote date', 'is not a date');
    last = { date, written, underlying, moment };
    return moment;
  };
}

/** Reads the rows of one file with these columns. The reader throws ProblemError for a row that cannot be believed. */
export function rowReader(file: string, at: ChainColumns): RowReader {
  const dateIn = remembered(parseDate);
  const underlyingIn = remembered(underlyingOf);
  const momentIn = momentReader(at);
  return (cells, line) => {
    const row: RowText = { file, line, cells };
    const underlying =
      underlyingIn(textAt(row, at.underlying)) ??
      refuseCell(row, at.underlying, 'underlying', FOREIGN, FOREIGN_FIX);
    const moment = momentIn(row, underlying);
    const expiration = dateIn(textAt(row, at.expiration));
    if (expiration === undefined) return refuseCell(row, at.expiration, 'expiration', 'is not a date');
    const right = rightIn(row, at);
    const strike = strikeIn(row, at);
    const named = { symbol: textAt(row, at.symbol), root: textAt(row, at.root) };
    const contract = contractOf(file, line, { expiration, strike, right, ...named }, underlying);
    const quote = contract === undefined ? undefined : quoteIn(row, at, contract, strike, right);
    const spot = at.spot === -1 ? undefined : amount(row, at.spot, 'underlying price');
    return { underlying, moment, spot, row: quote };
  };
}

/** Why an unknown underlying is refused, and what would help. */
const FOREIGN_FIX = 'import a chain of one of these';
const FOREIGN = 'has options the workbench does not trade (it knows SPX, XSP, SPY and VIX)';
