import { PreconditionError } from '../../core/errors.ts';

const overlap = (a: Float64Array, b: Float64Array): boolean =>
  a.buffer === b.buffer &&
  a.byteOffset < b.byteOffset + b.byteLength &&
  b.byteOffset < a.byteOffset + a.byteLength;

/**
 * Where a result of `count` entries is written: the start of `out` where the caller has one, else a new column. For a
 * long series, memory touched for the first time costs more than the indicator does.
 *
 * @throws PreconditionError if `out` is too short, or shares memory with a column that is read or written beside it
 */
export function outputColumn(
  name: string,
  count: number,
  out: Float64Array | undefined,
  others: readonly Float64Array[],
): Float64Array {
  if (out === undefined) return new Float64Array(count);
  if (out.length < count)
    throw new PreconditionError(name, `must have at least ${count} entries`, out.length);
  if (others.some((other) => overlap(out, other)))
    throw new PreconditionError(name, 'must not share memory with an input or another output', 'overlapping');
  return out.subarray(0, count);
}
