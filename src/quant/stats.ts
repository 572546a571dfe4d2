import { PreconditionError } from '../core/errors.ts';

/** Columns and plain lists alike. */
export type Values = ArrayLike<number>;

/** Arithmetic mean. @throws PreconditionError of nothing */
export function mean(values: Values): number {
  requireAtLeast(1, values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Sample standard deviation (divisor n - 1), in two passes. @throws PreconditionError below two values */
export function stdDev(values: Values): number {
  requireAtLeast(2, values);
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * The value below which a share of the sample lies, linear between order statistics (type 7 of Hyndman and Fan 1996,
 * doi 10.1080/00031305.1996.10473566; the default of R and NumPy).
 *
 * @param share  0 (least) to 1 (greatest); values outside are taken as the nearest end
 * @throws PreconditionError of nothing
 */
export function percentile(values: Values, share: number): number {
  requireAtLeast(1, values);
  const sorted = Float64Array.from(values).sort();
  const place = clip(share, 0, 1) * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}

/** The middle value, or the mean of the middle two. @throws PreconditionError of nothing */
export const median = (values: Values): number => percentile(values, 0.5);

/** `x` held within [low, high]. */
export const clip = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);

/** ln(x[i] / x[i - 1]); one shorter than the input. */
export function logReturns(closes: Values): Float64Array {
  const out = new Float64Array(Math.max(closes.length - 1, 0));
  for (let i = 0; i < out.length; i++) out[i] = Math.log((closes[i + 1] as number) / (closes[i] as number));
  return out;
}

function requireAtLeast(count: number, values: Values): void {
  if (values.length < count)
    throw new PreconditionError('values', `must have at least ${count} entries`, values.length);
}
