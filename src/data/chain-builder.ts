import { addDays } from '../core/dates.ts';
import type { EpochMs, IsoDate, Points } from '../core/units.ts';
import { type Chain, type ChainSnapshot, checkedChain, type QuoteColumns } from '../market/chain.ts';
import type { OptionRoot, Right } from '../market/contract.ts';
import { isSession } from '../market/session-calendar.ts';
import type { SourceKind } from '../market/source-kind.ts';
import { UNDERLYING_OF } from './chain-symbol.ts';
import type { ChainCounts, ChainItem } from './read-item.ts';
import { refuse } from './refuse.ts';

/** One contract's quote as a row gives it; numbers finite and >= 0. */
export interface ChainRow {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly strike: number;
  readonly right: Right;
  readonly bid: number;
  readonly ask: number;
  /** Absent where the vendor has no such column. */
  readonly volume: number | undefined;
  readonly openInterest: number | undefined;
  readonly line: number;
}

/** What all rows of a snapshot share. */
interface ChainHead {
  readonly file: string;
  readonly source: SourceKind;
  readonly session: IsoDate;
  readonly asOf: EpochMs;
  readonly timeRecorded: boolean;
  readonly spot?: Points;
  readonly sha256: string;
}

type Strikes = Map<number, { call: ChainRow | undefined; put: ChainRow | undefined }>;

const sameQuote = (a: ChainRow, b: ChainRow): boolean => a.bid === b.bid && a.ask === b.ask;

/** Where a row belongs: `2019-05-17 SPXW`. */
const keyOf = ({ expiration, root }: ChainRow): string => `${expiration} ${root}`;

/** Puts a row in its place. @returns false for an identical repetition @throws ProblemError for a different quote */
function place(file: string, strikes: Strikes, row: ChainRow): boolean {
  let pair = strikes.get(row.strike);
  if (pair === undefined) {
    pair = { call: undefined, put: undefined };
    strikes.set(row.strike, pair);
  }
  const before = pair[row.right];
  if (before === undefined) {
    pair[row.right] = row;
    return true;
  }
  if (sameQuote(before, row)) return false;
  const what = `a second, different quote of one contract (the first is line ${before.line})`;
  const value = `${row.root} ${row.expiration} ${row.strike} ${row.right}`;
  return refuse({
    file,
    line: row.line,
    value,
    what,
    fix: 'remove the wrong row, or download the file again',
  });
}

/** Rows by chain and strike; identical repetitions counted. @throws ProblemError for two quotes of one contract */
function grouped(
  file: string,
  rows: readonly ChainRow[],
): { readonly chains: Map<string, Strikes>; readonly duplicates: number } {
  const chains = new Map<string, Strikes>();
  let duplicates = 0;
  for (const row of rows) {
    const key = keyOf(row);
    let strikes = chains.get(key);
    if (strikes === undefined) {
      strikes = new Map();
      chains.set(key, strikes);
    }
    if (!place(file, strikes, row)) duplicates += 1;
  }
  return { chains, duplicates };
}

function quoteColumns(rows: readonly (ChainRow | undefined)[]): QuoteColumns {
  const column = (pick: (row: ChainRow) => number | undefined): Float64Array =>
    Float64Array.from(rows, (row) => (row === undefined ? 0 : (pick(row) ?? 0)));
  const has = (pick: (row: ChainRow) => number | undefined): boolean =>
    rows.some((row) => row !== undefined && pick(row) !== undefined);
  return {
    bid: column(({ bid }) => bid),
    ask: column(({ ask }) => ask),
    ...(has(({ openInterest }) => openInterest)
      ? { openInterest: column(({ openInterest }) => openInterest) }
      : {}),
    ...(has(({ volume }) => volume) ? { volume: column(({ volume }) => volume) } : {}),
  };
}

function chainOf(key: string, strikes: Strikes, asOf: EpochMs): Chain {
  const [expiration = '', root = ''] = key.split(' ');
  const sorted = [...strikes].sort(([a], [b]) => a - b);
  return checkedChain({
    root: root as OptionRoot,
    expiration: expiration as IsoDate,
    asOf,
    quotes: 'real',
    strikes: Float64Array.from(sorted, ([strike]) => strike),
    call: quoteColumns(sorted.map(([, { call }]) => call)),
    put: quoteColumns(sorted.map(([, { put }]) => put)),
  });
}

type Tally = { -readonly [K in 'contracts' | 'usable' | 'oneSided' | 'empty' | 'crossed']: ChainCounts[K] };

function tally(counts: Tally, { bid, ask }: ChainRow): void {
  counts.contracts += 1;
  if (bid > ask) counts.crossed += 1;
  else if (ask === 0) counts.empty += 1;
  else if (bid === 0) counts.oneSided += 1;
  else counts.usable += 1;
}

/** Counts over the contracts that have a row; a strike's missing side is not a contract. */
function countsOf(chains: ReadonlyMap<string, Strikes>, duplicates: number): ChainCounts {
  const counts: Tally = { contracts: 0, usable: 0, oneSided: 0, empty: 0, crossed: 0 };
  for (const strikes of chains.values()) {
    for (const { call, put } of strikes.values()) {
      if (call !== undefined) tally(counts, call);
      if (put !== undefined) tally(counts, put);
    }
  }
  return {
    ...counts,
    expirations: new Set([...chains.keys()].map((key) => key.split(' ')[0])).size,
    duplicates,
  };
}

/** A published sample follows contracts 16 days past their end; options are listed five years ahead, and twelve leaves room. */
const STALE_DAYS = 31;
const LISTED_DAYS = 12 * 366;

/** @throws ProblemError for an expiration that no contract of that session can have */
function requireListable({ file, session }: ChainHead, rows: readonly ChainRow[]): void {
  const [first, last] = [addDays(session, -STALE_DAYS), addDays(session, LISTED_DAYS)];
  const bad = rows.find(({ expiration }) => expiration < first || expiration > last);
  if (bad === undefined) return;
  const what = `is no expiration of an option quoted on ${session}`;
  refuse({
    file,
    line: bad.line,
    field: 'expiration',
    value: bad.expiration,
    what,
    fix: 'download the file again',
  });
}

/**
 * Rows of one underlying and session as a snapshot: chains by expiration and root, strikes ascending, the side a strike
 * lacks left at 0.
 *
 * @throws ProblemError for two different quotes of one contract, or an expiration it cannot have
 */
export function chainItem(head: ChainHead, rows: readonly ChainRow[]): ChainItem {
  const [first] = rows;
  const { file, source, sha256, spot, ...moment } = head;
  if (first === undefined) return refuse({ file, what: 'has no quotes', fix: 'download the file again' });
  requireListable(head, rows);
  const { chains, duplicates } = grouped(file, rows);
  const snapshot: ChainSnapshot = {
    ...moment,
    underlying: UNDERLYING_OF[first.root],
    quotes: 'real',
    chains: [...chains]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, strikes]) => chainOf(key, strikes, head.asOf)),
    source: sha256,
    ...(spot === undefined ? {} : { spot }),
  };
  return {
    kind: 'chain',
    source,
    snapshot,
    counts: countsOf(chains, duplicates),
    onSession: isSession(head.session),
  };
}
