import { addDays, weekdayOf } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import type { Underlying } from '../../market/chain.ts';
import type { OptionRoot, Right } from '../../market/contract.ts';
import { chainSymbol, isOptionRoot, UNDERLYING_OF } from '../chain-symbol.ts';
import { refuse } from '../refuse.ts';

/** Which contract a row is about, as its columns say. */
export interface RowIdentity {
  readonly file: string;
  readonly line: number;
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
  const name = text.trim().toUpperCase().replace(/^[\^_$]/, '');
  return UNDERLYINGS.find((known) => known === name);
}

/**
 * Root and expiration of a row, its symbol and columns checked against each other. Standard contracts expired on a
 * Saturday until 2015 and some vendors still say so; the symbol's Friday is taken then.
 *
 * @returns undefined for an adjusted root that only looks like one of ours
 * @throws ProblemError when symbol and columns name different contracts, or nothing names the root
 */
export function contractOf(
  row: RowIdentity,
  underlying: Underlying,
): { root: OptionRoot; expiration: IsoDate } | undefined {
  const { file, line } = row;
  const symbol = chainSymbol(row.symbol);
  const root = row.root.trim() || symbol?.root || SOLE_ROOT[underlying];
  if (root === undefined) {
    const what = 'does not say whether the contract is SPX or SPXW (VIX or VIXW), which settle differently';
    refuse({
      file,
      line,
      field: 'root',
      value: row.symbol,
      what,
      fix: 'export the chain with contract symbols',
    });
  }
  if (!isOptionRoot(root)) return undefined;
  const isSaturday = weekdayOf(row.expiration) === SATURDAY;
  const friday = isSaturday ? addDays(row.expiration, -1) : row.expiration;
  const sameDate = symbol === undefined || symbol.expiration === row.expiration || symbol.expiration === friday;
  const sameStrike = symbol?.strike === undefined || symbol.strike === row.strike;
  const sameRight = symbol === undefined || symbol.right === row.right;
  if (!sameDate || !sameStrike || !sameRight || UNDERLYING_OF[root] !== underlying) {
    const what = 'names another contract than the columns of its row';
    refuse({ file, line, field: 'symbol', value: row.symbol || root, what, fix: 'download the file again' });
  }
  return { root, expiration: symbol?.expiration === friday ? friday : row.expiration };
}
