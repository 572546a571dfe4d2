import { PreconditionError } from '../core/errors.ts';
import type { SourceKind } from '../market/source-kind.ts';

/**
 * What a manifest keeps of a run of rows with one origin. Rows are found again by counting, so no text column has to be
 * read: texts cost ten times what numbers do.
 */
export interface BlockEntry {
  readonly source: SourceKind;
  readonly content: string;
  readonly rows: number;
}

export const rowsOf = (entries: readonly BlockEntry[]): readonly number[] => entries.map(({ rows }) => rows);

const EMPTY = new Float64Array(0);
export type FourColumns = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/**
 * Cuts columns into consecutive runs.
 *
 * @throws PreconditionError when the runs do not add up to the rows: a file is not the one its manifest describes
 */
export function slicesOf(columns: readonly Float64Array[], rows: readonly number[]): readonly FourColumns[] {
  const total = rows.reduce((sum, n) => sum + n, 0);
  const held = columns[0]?.length ?? 0;
  if (held !== total)
    throw new PreconditionError('lake files', `must hold the ${total} rows their manifests say`, held);
  let to = 0;
  return rows.map((n) => {
    const from = to;
    to += n;
    const slice = (c: number): Float64Array => (columns[c] ?? EMPTY).subarray(from, to);
    return [slice(0), slice(1), slice(2), slice(3)];
  });
}
