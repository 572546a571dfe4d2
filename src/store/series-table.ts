import { join } from 'node:path';
import type { SeriesTag } from '../market/history.ts';
import type { SourceKind } from '../market/source-kind.ts';
import { type BlockEntry, rowsOf, slicesOf } from './block-entry.ts';
import { readNumbers, sqlList, sqlText, writeParquet } from './duckdb.ts';

/** Observations of one series as one file gave them, ascending by day. */
export interface SeriesBlock {
  readonly name: string;
  readonly source: SourceKind;
  readonly tags: readonly SeriesTag[];
  /** SHA-256 of the content they came from; settles what precedence leaves open. */
  readonly content: string;
  readonly days: Int32Array;
  readonly values: Float64Array;
  /** EpochMs. */
  readonly availableAt: Float64Array;
}

interface SeriesBlockEntry extends BlockEntry {
  readonly name: string;
  readonly tags: readonly SeriesTag[];
}

/** A series file as its manifest describes it. */
export interface SeriesTable {
  readonly path: string;
  readonly blocks: readonly SeriesBlockEntry[];
}

const SELECT = (blocks: readonly SeriesBlock[]): string =>
  [
    `${sqlList(blocks.map(({ name }) => name))}[block] AS name`,
    "DATE '1970-01-01' + day AS day",
    'value',
    'epoch_ms(available_at::BIGINT) AS available_at',
    `${sqlList(blocks.map(({ source }) => source))}[block] AS source`,
  ].join(', ');

/** One Parquet file: name, day, value, available_at (UTC), source; blocks one after the other. */
export async function writeSeriesTable(blocks: readonly SeriesBlock[], path: string): Promise<void> {
  const rows = blocks.reduce((sum, { days }) => sum + days.length, 0);
  const columns = {
    block: new Int32Array(rows),
    day: new Int32Array(rows),
    value: new Float64Array(rows),
    available_at: new Float64Array(rows),
  };
  let at = 0;
  blocks.forEach(({ days, values, availableAt }, i) => {
    columns.block.fill(i + 1, at, at + days.length);
    columns.day.set(days, at);
    columns.value.set(values, at);
    columns.available_at.set(availableAt, at);
    at += days.length;
  });
  const shape = Object.entries(columns).map(([name, values]) => ({ name, values }));
  await writeParquet(shape, SELECT(blocks), path);
}

/**
 * The blocks of many files, read in one query, in the order given.
 *
 * @param only  the names to read; all when absent
 */
export async function readSeriesTables(
  root: string,
  tables: readonly SeriesTable[],
  only?: ReadonlySet<string>,
): Promise<readonly SeriesBlock[]> {
  const isWanted = ({ name }: SeriesBlockEntry): boolean => only === undefined || only.has(name);
  const holding = tables.filter(({ blocks }) => blocks.some(isWanted));
  if (holding.length === 0) return [];
  const files = holding.map(({ path }) => sqlText(join(root, path))).join(', ');
  const where = only === undefined ? '' : ` WHERE list_contains(${sqlList([...only])}, name)`;
  const columns = await readNumbers(
    `SELECT (day - DATE '1970-01-01')::INTEGER, value, epoch_ms(available_at)::DOUBLE FROM read_parquet([${files}])${where}`,
  );
  const entries = holding.flatMap(({ blocks }) => blocks).filter(isWanted);
  return slicesOf(columns, rowsOf(entries)).map(([days, values, availableAt], i) => {
    const { name = '', source = 'derived', tags = [], content = '' } = entries[i] ?? {};
    return { name, source, tags, content, days: Int32Array.from(days), values, availableAt };
  });
}
