import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api';
import { PreconditionError } from '../core/errors.ts';

/** DuckDB takes and gives rows in vectors of at most this many. */
const VECTOR_ROWS = 2048;

let shared: Promise<DuckDBConnection> | undefined;

/**
 * The one DuckDB of this process: in memory, used only to write and read Parquet. Extensions are neither installed nor
 * loaded on their own, so nothing here can reach the network; Parquet is built in.
 */
export function duckDb(): Promise<DuckDBConnection> {
  shared ??= DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  }).then((instance) => instance.connect());
  return shared;
}

/** A text as an SQL literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Texts as an SQL list literal; columns of few distinct texts travel as 1-based positions in such a list. */
export const sqlList = (texts: readonly string[]): string =>
  `([${texts.map(sqlText).join(', ')}]::VARCHAR[])`;

/** A numeric column: `Int32Array` lands as INTEGER, `Float64Array` as DOUBLE. */
export interface Column {
  readonly name: string;
  readonly values: Int32Array | Float64Array;
}

function chunkOf(columns: readonly Column[], from: number, rows: number): DuckDBDataChunk {
  const types = columns.map(({ values }) => (values instanceof Int32Array ? INTEGER : DOUBLE));
  const chunk = DuckDBDataChunk.create(types, rows);
  columns.forEach(({ values }, c) => {
    const vector = chunk.getColumnVector(c);
    for (let i = 0; i < rows; i++) vector.setItem(i, values[from + i] ?? 0);
    vector.flush();
  });
  return chunk;
}

let tables = 0;

/**
 * Writes columns to a Parquet file (ZSTD) as `select` shapes them; rows keep their order.
 *
 * @param select  the projection over the columns' names: `name, DATE '1970-01-01' + day AS day`
 * @throws PreconditionError when the columns differ in length; DuckDB's error when the file cannot be written
 */
export async function writeParquet(columns: readonly Column[], select: string, path: string): Promise<void> {
  const rows = columns[0]?.values.length ?? 0;
  const uneven = columns.find(({ values }) => values.length !== rows);
  if (uneven !== undefined)
    throw new PreconditionError(uneven.name, `must have ${rows} rows`, uneven.values.length);
  const db = await duckDb();
  tables += 1;
  const table = `landing_${tables}`;
  const shape = columns.map(
    ({ name, values }) => `${name} ${values instanceof Int32Array ? 'INTEGER' : 'DOUBLE'}`,
  );
  await db.run(`CREATE TEMP TABLE ${table} (${shape.join(', ')})`);
  try {
    const appender = await db.createAppender(table);
    for (let from = 0; from < rows; from += VECTOR_ROWS) {
      appender.appendDataChunk(chunkOf(columns, from, Math.min(VECTOR_ROWS, rows - from)));
    }
    appender.closeSync();
    await db.run(
      `COPY (SELECT ${select} FROM ${table}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    await db.run(`DROP TABLE ${table}`);
  }
}

/**
 * The columns of a query as typed arrays; every column must be INTEGER or DOUBLE and hold no NULL (COALESCE in the
 * query). Rows come in file order, because DuckDB preserves insertion order by default.
 *
 * @throws PreconditionError when a cell is not a number: the query or the file broke that rule
 */
export async function readNumbers(sql: string): Promise<readonly Float64Array[]> {
  const result = await (await duckDb()).run(sql);
  const chunks = await result.fetchAllChunks();
  const counts = chunks.map((chunk) => chunk.rowCount); // asked once: each asking is a call into DuckDB
  const rows = counts.reduce((sum, n) => sum + n, 0);
  return Array.from({ length: result.columnCount }, (_, c) => {
    const out = new Float64Array(rows);
    let at = 0;
    for (const [k, chunk] of chunks.entries()) {
      const vector = chunk.getColumnVector(c);
      const n = counts[k] ?? 0;
      for (let i = 0; i < n; i++, at++) {
        const value = vector.getItem(i);
        if (typeof value !== 'number')
          throw new PreconditionError(result.columnName(c), 'must be a number', value);
        out[at] = value;
      }
    }
    return out;
  });
}
