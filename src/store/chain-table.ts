import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dateOfDay, dayNumber } from '../core/dates.ts';
import { ProblemError } from '../core/problem.ts';
import { type Chain, type ChainSnapshot, checkedChain, type QuoteColumns } from '../market/chain.ts';
import { OPTION_ROOTS } from '../market/contract.ts';
import { readNumbers, sqlList, sqlText, writeParquet } from './duckdb.ts';

const RIGHTS = ['call', 'put'] as const;
/** Stands for "the vendor gives none" on the way through DuckDB; in the file it is NULL. */
const NOT_GIVEN = -1;

const byRootAndExpiration = (a: Chain, b: Chain): number =>
  a.root === b.root ? (a.expiration < b.expiration ? -1 : 1) : a.root < b.root ? -1 : 1;

const SELECT = [
  `${sqlList(OPTION_ROOTS)}[root] AS root`,
  "DATE '1970-01-01' + expiration AS expiration",
  `${sqlList(RIGHTS)}["right"] AS "right"`,
  'strike',
  'bid',
  'ask',
  `nullif(open_interest, ${NOT_GIVEN}) AS open_interest`,
  `nullif(volume, ${NOT_GIVEN}) AS volume`,
].join(', ');

/** Columns of `writeChainTable` with room for every row. */
function emptyColumns(rows: number) {
  return {
    root: new Int32Array(rows),
    expiration: new Int32Array(rows),
    '"right"': new Int32Array(rows),
    strike: new Float64Array(rows),
    bid: new Float64Array(rows),
    ask: new Float64Array(rows),
    open_interest: new Float64Array(rows).fill(NOT_GIVEN),
    volume: new Float64Array(rows).fill(NOT_GIVEN),
  };
}

/**
 * One Parquet file of one snapshot: root, expiration, right, strike, bid, ask, open_interest, volume, sorted in that
 * order. Every strike of an expiration has a call row and a put row (ask 0 = not quoted), so the rows of an expiration
 * are two blocks of one length and can be read back without sorting or searching.
 */
export async function writeChainTable(snapshot: ChainSnapshot, path: string): Promise<void> {
  const chains = [...snapshot.chains].sort(byRootAndExpiration);
  const columns = emptyColumns(chains.reduce((sum, { strikes }) => sum + 2 * strikes.length, 0));
  let at = 0;
  for (const chain of chains) {
    for (const [r, right] of RIGHTS.entries()) {
      const { bid, ask, openInterest = [], volume = [] } = chain[right];
      const to = at + chain.strikes.length;
      columns.root.fill(OPTION_ROOTS.indexOf(chain.root) + 1, at, to);
      columns.expiration.fill(dayNumber(chain.expiration), at, to);
      columns['"right"'].fill(r + 1, at, to);
      columns.strike.set(chain.strikes, at);
      columns.bid.set(bid, at);
      columns.ask.set(ask, at);
      columns.open_interest.set(openInterest, at);
      columns.volume.set(volume, at);
      at = to;
    }
  }
  const shape = Object.entries(columns).map(([name, values]) => ({ name, values }));
  await writeParquet(shape, SELECT, path);
}

/** Facts of a snapshot that are the same in every row; they are kept in the manifest. */
export type SnapshotFacts = Omit<ChainSnapshot, 'chains'>;

interface ChainColumns {
  readonly root: Float64Array;
  readonly expiration: Float64Array;
  readonly strike: Float64Array;
  readonly bid: Float64Array;
  readonly ask: Float64Array;
  readonly openInterest: Float64Array;
  readonly volume: Float64Array;
}

async function readColumns(path: string): Promise<ChainColumns> {
  const [root, expiration, strike, bid, ask, openInterest, volume] = await readNumbers(
    `SELECT list_position(${sqlList(OPTION_ROOTS)}, root)::INTEGER, (expiration - DATE '1970-01-01')::INTEGER,
      strike, bid, ask, coalesce(open_interest, ${NOT_GIVEN}), coalesce(volume, ${NOT_GIVEN})
      FROM read_parquet(${sqlText(path)})`,
  );
  if (!root || !expiration || !strike || !bid || !ask || !openInterest || !volume) {
    throw new ProblemError(damaged(path));
  }
  return { root, expiration, strike, bid, ask, openInterest, volume };
}

const damaged = (file: string) =>
  ({
    kind: 'data',
    file,
    what: 'a chain of the lake cannot be read back',
    fix: 'delete the lake folder and import the files again',
  }) as const;

/** @throws ProblemError when the file is gone or not what its manifest says */
export async function readChainTable(
  root: string,
  path: string,
  facts: SnapshotFacts,
): Promise<ChainSnapshot> {
  const file = join(root, path);
  if (!existsSync(file)) throw new ProblemError(damaged(file));
  const columns = await readColumns(file);
  const chains: Chain[] = [];
  for (let from = 0; from < columns.strike.length; ) {
    const to = endOfExpiration(columns, from);
    chains.push(chainOf(columns, from, to, facts));
    from = to;
  }
  return { ...facts, chains };
}

function endOfExpiration({ root, expiration }: ChainColumns, from: number): number {
  let to = from;
  while (to < root.length && root[to] === root[from] && expiration[to] === expiration[from]) to += 1;
  return to;
}

function chainOf(columns: ChainColumns, from: number, to: number, facts: SnapshotFacts): Chain {
  const middle = from + (to - from) / 2;
  const root = OPTION_ROOTS[(columns.root[from] ?? 0) - 1];
  if (root === undefined) throw new ProblemError(damaged(facts.source));
  return checkedChain({
    root,
    expiration: dateOfDay(columns.expiration[from] ?? 0),
    asOf: facts.asOf,
    quotes: facts.quotes,
    strikes: columns.strike.slice(from, middle),
    call: quotesOf(columns, from, middle),
    put: quotesOf(columns, middle, to),
  });
}

function quotesOf({ bid, ask, openInterest, volume }: ChainColumns, from: number, to: number): QuoteColumns {
  return {
    bid: bid.slice(from, to),
    ask: ask.slice(from, to),
    ...(openInterest[from] === NOT_GIVEN ? {} : { openInterest: openInterest.slice(from, to) }),
    ...(volume[from] === NOT_GIVEN ? {} : { volume: volume.slice(from, to) }),
  };
}
