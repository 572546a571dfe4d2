import type { Values } from '../stats.ts';

/** The last `count` values, oldest first; undefined when there are not that many, or `count` is below one. */
export function lastValues(values: Values, count: number): Float64Array | undefined {
  if (!(count >= 1 && values.length >= count)) return undefined;
  const from = values.length - count;
  return Float64Array.from({ length: count }, (_, i) => values[from + i] as number);
}
