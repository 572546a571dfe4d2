import { PreconditionError } from '../../core/errors.ts';

/** Columns and plain lists alike. */
export type Values = ArrayLike<number>;

/** @throws PreconditionError unless there are at least `least` values, all finite */
export function requireObservations(param: string, values: Values, least: number): void {
  if (values.length < least)
    throw new PreconditionError(param, `must have at least ${least} entries`, values.length);
  for (let i = 0; i < values.length; i++)
    if (!Number.isFinite(values[i]))
      throw new PreconditionError(`${param}[${i}]`, 'must be finite', values[i]);
}

/** @throws PreconditionError unless `values` has `length` entries */
export function requireLength(param: string, values: Values, length: number): void {
  if (values.length !== length)
    throw new PreconditionError(param, `must have ${length} entries`, values.length);
}

/** @throws PreconditionError unless `share` lies strictly between 0 and 1 */
export function requireShare(param: string, share: number): void {
  if (!(share > 0 && share < 1)) throw new PreconditionError(param, 'must be > 0 and < 1', share);
}

/** @throws PreconditionError unless `count` is an integer >= `least` */
export function requireCount(param: string, count: number, least: number): void {
  if (!(Number.isSafeInteger(count) && count >= least))
    throw new PreconditionError(param, `must be an integer >= ${least}`, count);
}

/** Values that differ by less than this share of the greatest differ by what their computation rounded off. */
const ROUNDING = 1e-12;

/**
 * Says whether all values are the same, save for rounding. Asked of the values and not of their deviation, which is
 * tiny instead of 0 when the mean of equal values is off in its last bit, and would make a Sharpe ratio of 1e16.
 */
export function isConstant(values: Values): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] as number);
    most = Math.max(most, values[i] as number);
  }
  return !(most - least > ROUNDING * Math.max(Math.abs(least), Math.abs(most)));
}
