import { PreconditionError } from '../../core/errors.ts';

/**
 * A series computed from a longer one. `values[j]` belongs to input index `first + j`; the leading inputs an indicator
 * needs before it can speak have no entry, so absence needs no NaN. Empty when the input is too short.
 */
export interface Aligned {
  readonly first: number;
  readonly values: Float64Array;
}

/** The value that belongs to input index `index`; undefined before the first and after the last. */
export const alignedAt = ({ first, values }: Aligned, index: number): number | undefined =>
  values[index - first];

/** What an indicator returns when the input is shorter than `first + 1` entries. */
export const tooShort = (first: number): Aligned => ({ first, values: new Float64Array(0) });

/** @throws PreconditionError unless `period` is an integer >= `least` */
export function requirePeriod(name: string, period: number, least = 1): void {
  if (!(Number.isInteger(period) && period >= least)) {
    throw new PreconditionError(name, `must be an integer >= ${least}`, period);
  }
}
