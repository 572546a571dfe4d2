import { dateFromParts } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import type { OptionRoot, Right } from '../../market/contract.ts';
import type { ChainRow } from '../chain-builder.ts';
import { chainSymbol, isOptionRoot, UNDERLYING_OF } from '../chain-symbol.ts';
import { refuse } from '../refuse.ts';
import { eachRow, headerOf, type Sheet } from '../sheet.ts';
import { amountIn } from './chain-cells.ts';

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

/** Both contracts of every row. @throws ProblemError for a row that cannot be believed */
export function quotedataRows(sheet: Sheet, header: number, notes: string[]): readonly ChainRow[] {
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

/** @throws ProblemError when the rows are of more than one underlying */
export function soleRoot(file: string, rows: readonly ChainRow[]): OptionRoot {
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
