/**
 * A series that may also fall silent: `values[j]` belongs to input index `first + j` where `present[j]` is 1; where it
 * is 0 there is no value, and the 0 in its place means nothing.
 */
export interface Gapped {
  readonly first: number;
  readonly values: Float64Array;
  readonly present: Uint8Array;
}

/** The value that belongs to input index `index`; undefined where there is none. */
export const gappedAt = ({ first, values, present }: Gapped, index: number): number | undefined =>
  present[index - first] === 1 ? values[index - first] : undefined;
