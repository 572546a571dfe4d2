import { join } from 'node:path';
import type { SourceKind } from '../market/source-kind.ts';
import { type BlockEntry, rowsOf, slicesOf } from './block-entry.ts';
import { readNumbers, sqlList, sqlText, writeParquet } from './duckdb.ts';

/** Settlements of VX futures as one file gave them, strictly ascending by session, then expiration. */
export interface VxBlock {
  readonly source: SourceKind;
  /** SHA-256 of the content they came from; settles what precedence leaves open. */
  readonly content: string;
  /** Day numbers. */
  readonly sessions: Int32Array;
  /** Day numbers of the final settlement. */
  readonly expirations: Int32Array;
  /** VIX points. */
  readonly settles: Float64Array;
  /** EpochMs. */
  readonly availableAt: Float64Array;
}

/** A VX file as its manifest describes it. */
export interface VxTable {
  readonly path: string;
  readonly blocks: readonly BlockEntry[];
}

const SELECT = (blocks: readonly VxBlock[]): string =>
  [
    "DATE '1970-01-01' + session AS session",
    "DATE '1970-01-01' + expiration AS expiration",
    'settle',
    'epoch_ms(available_at::BIGINT) AS available_at',
    `${sqlList(blocks.map(({ source }) => source))}[block] AS source`,
  ].join(', ');

/** One Parquet file: session, expiration, settle, available_at (UTC), source; blocks one after the other. */
export async function writeVxTable(blocks: readonly VxBlock[], path: string): Promise<void> {
  const rows = blocks.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const columns = {
    block: new Int32Array(rows),
    session: new Int32Array(rows),
    expiration: new Int32Array(rows),
    settle: new Float64Array(rows),
    available_at: new Float64Array(rows),
  };
  let at = 0;
  blocks.forEach(({ sessions, expirations, settles, availableAt }, i) => {
    columns.block.fill(i + 1, at, at + sessions.length);
    columns.session.set(sessions, at);
    columns.expiration.set(expirations, at);
    columns.settle.set(settles, at);
    columns.available_at.set(availableAt, at);
    at += sessions.length;
  });
  const shape = Object.entries(columns).map(([name, values]) => ({ name, values }));
  await writeParquet(shape, SELECT(blocks), path);
}

/** The blocks of many files, read in one query, in the order given. */
export async function readVxTables(root: string, tables: readonly VxTable[]): Promise<readonly VxBlock[]> {
  if (tables.length === 0) return [];
  const files = tables.map(({ path }) => sqlText(join(root, path))).join(', ');
  const columns = await readNumbers(
    `SELECT (session - DATE '1970-01-01')::INTEGER, (expiration - DATE '1970-01-01')::INTEGER, settle,
      epoch_ms(available_at)::DOUBLE FROM read_parquet([${files}])`,
  );
  const entries = tables.flatMap(({ blocks }) => blocks);
  return slicesOf(columns, rowsOf(entries)).map(([sessions, expirations, settles, availableAt], i) => {
    const { source = 'derived', content = '' } = entries[i] ?? {};
    return {
      source,
      content,
      sessions: Int32Array.from(sessions),
      expirations: Int32Array.from(expirations),
      settles,
      availableAt,
    };
  });
}
