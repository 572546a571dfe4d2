import { addDays, weekdayOf } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import type { Underlying } from '../../market/chain.ts';
import type { OptionRoot, Right } from '../../market/contract.ts';
import { type ChainSymbol, chainSymbol, isOptionRoot, UNDERLYING_OF } from '../chain-symbol.ts';
import { refuse } from '../refuse.ts';

/** Which contract a row is about, as its columns say. */
interface RowIdentity {
  readonly expiration: IsoDate;
  readonly strike: number;
  readonly right: Right;
  /** The vendor's contract symbol; empty where it has none. */
  readonly symbol: string;
  /** The vendor's root column; empty where it has none. */
  readonly root: string;
}

const SATURDAY = 6;
const UNDERLYINGS: readonly Underlying[] = ['SPX', 'XSP', 'SPY', 'VIX'];
/** Underlyings with one root only; SPX and VIX options need the root to tell how they settle. */
const SOLE_ROOT: Readonly<Record<string, OptionRoot>> = { SPY: 'SPY', XSP: 'XSP' };

/** The underlying a vendor names (`SPX`, `^SPX`, `$SPX`), or undefined when the workbench trades no options on it. */
export function underlyingOf(text: string): Underlying | undefined {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/^[\^_$]/, '');
  return UNDERLYINGS.find((known) => known === name);
}

/** The Friday before a Saturday; undefined for any other day. */
const fridayBefore = (date: IsoDate): IsoDate | undefined =>
  weekdayOf(date) === SATURDAY ? addDays(date, -1) : undefined;

/** The expiration symbol and columns agree on; undefined when they do not. */
function agreedExpiration(row: RowIdentity, symbol: ChainSymbol | undefined): IsoDate | undefined {
  if (symbol === undefined || symbol.expiration === row.expiration) return row.expiration;
  const friday = fridayBefore(row.expiration);
  return symbol.expiration === friday ? friday : undefined;
}

/**
 * Root and expiration of a row, its symbol and columns checked against each other. Standard contracts expired on a
 * Saturday until 2015 and some vendors still say so; the symbol's Friday is taken then.
 *
 * @returns undefined for an adjusted root that only looks like one of ours
 * @throws ProblemError when symbol and columns name different contracts, or nothing names the root
 */
export function contractOf(
  file: string,
  line: number,
  row: RowIdentity,
  underlying: Underlying,
): { readonly root: OptionRoot; readonly expiration: IsoDate } | undefined {
  const symbol = chainSymbol(row.symbol);
  const written = row.root.trim();
  const root = written !== '' ? written : (symbol?.root ?? SOLE_ROOT[underlying]);
  if (root === undefined) {
    const what = 'does not say whether the contract is SPX or SPXW (VIX or VIXW), which settle differently';
    return refuse({
      file,
      line,
      field: 'symbol',
      value: row.symbol,
      what,
      fix: 'export the chain with contract symbols',
    });
  }
  if (!isOptionRoot(root)) return undefined;
  const expiration = agreedExpiration(row, symbol);
  const sameStrike = symbol?.strike === undefined || symbol.strike === row.strike;
  const sameRight = symbol === undefined || symbol.right === row.right;
  if (expiration === undefined || !sameStrike || !sameRight || UNDERLYING_OF[root] !== underlying) {
    const what = 'names another contract than the columns of its row';
    return refuse({
      file,
      line,
      field: 'symbol',
      value: `${row.symbol} ${root}`.trim(),
      what,
      fix: 'download the file again',
    });
  }
  return { root, expiration };
}
