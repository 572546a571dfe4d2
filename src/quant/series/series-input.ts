import { PreconditionError } from '../../core/errors.ts';

/** Squares of values of this size, and sums of a hundred million of them, stay within the range of a double. */
const LARGEST = 1e150;
const RULE = 'must be finite and at most 1e150 in size';

const isSound = (value: number): boolean => Math.abs(value) <= LARGEST;

/** @throws PreconditionError unless `value` is finite and at most 1e150 in size */
export function requireValue(name: string, value: number): void {
  if (!isSound(value)) throw new PreconditionError(name, RULE, value);
}

/**
 * One pass over an input before anything is computed: a NaN would stay in every exponential average after it, and an
 * infinity would leave every window as a NaN. A day without a value has no place in a series; drop it, with its date.
 *
 * Eight at a time, because one comparison a value costs as much as an average.
 *
 * @throws PreconditionError naming the first value that is not finite or above 1e150 in size
 */
export function requireSeries(name: string, values: Float64Array): void {
  let last = 7;
  while (last < values.length && sizeOfEight(values, last) <= LARGEST) last += 8;
  for (let i = last - 7; i < values.length; i++) {
    if (!isSound(values[i] as number)) throw new PreconditionError(`${name}[${i}]`, RULE, values[i]);
  }
}

/** Sum of the sizes of eight values, up to and with entry `last`. */
const sizeOfEight = (values: Float64Array, last: number): number =>
  Math.abs(values[last] as number) +
  Math.abs(values[last - 1] as number) +
  (Math.abs(values[last - 2] as number) + Math.abs(values[last - 3] as number)) +
  (Math.abs(values[last - 4] as number) + Math.abs(values[last - 5] as number)) +
  (Math.abs(values[last - 6] as number) + Math.abs(values[last - 7] as number));

/** @throws PreconditionError naming the first value that is not finite and > 0 (and at most 1e150) */
export function requirePositiveSeries(name: string, values: Float64Array): void {
  requireSeries(name, values);
  const bad = values.findIndex((value) => value <= 0);
  if (bad >= 0) throw new PreconditionError(`${name}[${bad}]`, 'must be > 0', values[bad]);
}
