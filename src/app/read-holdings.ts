import { closest } from '../core/closest.ts';
import { isIsoDate } from '../core/dates.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type IsoDate, type Points, points } from '../core/units.ts';
import type { Contract } from '../market/contract.ts';
import type { Holding } from '../portfolio/book.ts';
import { parseContractSymbol } from '../portfolio/contract-symbol.ts';
import { PURPOSES, type Purpose } from '../portfolio/position.ts';
import type { HoldingField, HoldingRow } from './holdings-csv.ts';

const MAX_QUANTITY = 100_000;
const MAX_PRICE = 100_000;
const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^\d+(\.\d+)?$|^\.\d+$/;

/** A holding and the line it was read from. */
export interface PlacedHolding extends Holding {
  readonly line: number;
}

interface Fault {
  readonly what: string;
  readonly fix: string;
}

type Read<T> = Result<T, Fault>;

function contractOf(text: string, asOf: IsoDate): Read<Contract> {
  const contract = parseContractSymbol(text);
  const fix = 'write the 21-character OSI symbol, or VX/2019-06-19 for a future';
  if (!contract.ok) return fail({ what: contract.failure.what, fix });
  return contract.value.expiration < asOf
    ? fail({
        what: `expired before ${asOf}`,
        fix: 'leave it out, or give the day the list was made as --as-of',
      })
    : contract;
}

function quantityOf(text: string): Read<number> {
  const quantity = Number(text);
  const fix = 'write whole contracts, + for bought, - for sold';
  if (!WHOLE.test(text)) return fail({ what: 'is not a whole number', fix });
  if (quantity === 0) return fail({ what: 'is zero', fix });
  return Math.abs(quantity) > MAX_QUANTITY ? fail({ what: `is beyond ${MAX_QUANTITY}`, fix }) : ok(quantity);
}

function priceOf(text: string): Read<Points> {
  const fix = 'write points per contract as quoted, unsigned: 2.35';
  if (!DECIMAL.test(text)) return fail({ what: 'is not a price', fix });
  return Number(text) > MAX_PRICE ? fail({ what: `is above ${MAX_PRICE}`, fix }) : ok(points(Number(text)));
}

function dateOf(text: string, asOf: IsoDate): Read<IsoDate> {
  if (!isIsoDate(text))
    return fail({ what: 'is not a date YYYY-MM-DD', fix: 'write the day it was opened: 2019-05-09' });
  return text > asOf ? fail({ what: `is after ${asOf}`, fix: 'correct the day it was opened' }) : ok(text);
}

function purposeOf(text: string): Read<Purpose> {
  const purpose = PURPOSES.find((known) => known.toLowerCase() === text.toLowerCase());
  if (purpose !== undefined) return ok(purpose);
  const meant = closest(text, PURPOSES);
  const fix = `write one of ${PURPOSES.join(', ')}`;
  return fail({
    what: meant === undefined ? 'is no purpose' : `is no purpose (did you mean ${meant}?)`,
    fix,
  });
}

/** Judges one row; every field that will not do is a problem of its own. */
function readRow(
  { line, text }: HoldingRow,
  file: string,
  asOf: IsoDate,
): Result<PlacedHolding, readonly Problem[]> {
  const problems: Problem[] = [];
  const take = <T>(field: HoldingField, read: Read<T>): T | undefined => {
    if (read.ok) return read.value;
    problems.push({ kind: 'data', file, line, field, value: text[field], ...read.failure });
    return undefined;
  };
  const contract = take('symbol', contractOf(text.symbol, asOf));
  const quantity = take('quantity', quantityOf(text.quantity));
  const price = take('price', priceOf(text.price));
  const opened = take('date', dateOf(text.date, asOf));
  const purpose = take('purpose', purposeOf(text.purpose));
  if (contract === undefined || quantity === undefined || price === undefined) return fail(problems);
  if (opened === undefined || purpose === undefined) return fail(problems);
  return ok({ line, contract, quantity, price, opened, purpose });
}

/** Judges every row; all problems at once, or all holdings. */
export function readHoldings(
  rows: readonly HoldingRow[],
  file: string,
  asOf: IsoDate,
): Result<readonly PlacedHolding[], readonly Problem[]> {
  const read = rows.map((row) => readRow(row, file, asOf));
  const problems = read.flatMap((row) => (row.ok ? [] : row.failure));
  return problems.length > 0 ? fail(problems) : ok(read.flatMap((row) => (row.ok ? [row.value] : [])));
}
