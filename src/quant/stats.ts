import { PreconditionError, requireNonNegative, requirePositive } from '../core/errors.ts';
import { type Vol, vol } from '../core/units.ts';

/** Columns and plain lists alike. */
type Values = ArrayLike<number>;

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

/**
 * How far the newest value stands from the mean of the last `window` values (itself among them), in sample standard
 * deviations: the `z252` of methodology.md 1. Undefined when there are fewer than `window` values or they are all equal.
 */
export function zScoreOfLast(values: Values, window: number): number | undefined {
  const recent = lastValues(values, window);
  const last = recent?.[recent.length - 1];
  if (recent === undefined || last === undefined || recent.length < 2) return undefined;
  if (recent.every((value) => value === last)) return undefined;
  return (last - mean(recent)) / stdDev(recent);
}

/**
 * Rank of the newest value among the last `window` values (itself among them), 0 to 100, ties counted half:
 *
 *     100 (below + equal / 2) / window
 *
 * so a constant series ranks 50. The `pctN` of methodology.md 1. Undefined when there are fewer than `window` values.
 */
export function percentileRankOfLast(values: Values, window: number): number | undefined {
  const recent = lastValues(values, window);
  const last = recent?.[recent.length - 1];
  if (recent === undefined || last === undefined) return undefined;
  let below = 0;
  let equal = 0;
  for (const value of recent) {
    if (value < last) below += 1;
    else if (value === last) equal += 1;
  }
  return (100 * (below + equal / 2)) / recent.length;
}

/**
 * Slope of the least-squares line through (0, x0), (1, x1) ...: units of the input per step.
 *
 * @throws PreconditionError below two values
 */
export function olsSlope(values: Values): number {
  requireAtLeast(2, values);
  const centre = mean(values);
  const middle = (values.length - 1) / 2;
  let product = 0;
  let square = 0;
  for (let i = 0; i < values.length; i++) {
    product += (i - middle) * ((values[i] as number) - centre);
    square += (i - middle) ** 2;
  }
  return product / square;
}

/**
 * Annualised close-to-close volatility of the last `window` log returns (sample standard deviation, so `window + 1`
 * closes are needed). Undefined when there are fewer, or a close is not > 0.
 *
 * @param perYear  returns in a year, 252 for daily closes
 */
export function realisedVol(closes: Values, window: number, perYear = 252): Vol | undefined {
  requirePositive('perYear', perYear);
  const recent = lastValues(closes, window + 1);
  if (recent === undefined || recent.length < 3 || recent.some((close) => !(close > 0))) return undefined;
  return vol(stdDev(logReturns(recent)) * Math.sqrt(perYear));
}

/**
 * Annualised exponentially weighted volatility, mean taken as zero:
 *
 *     v[i] = lambda v[i - 1] + (1 - lambda) r[i]^2,   v[0] = r[0]^2
 *
 * @param lambda  decay in [0, 1); 0.94 for daily returns
 * @throws PreconditionError of no returns, or if lambda is outside [0, 1)
 * @see RiskMetrics Technical Document, 4th ed. (1996), section 5.2
 */
export function ewmaVol(returns: Values, lambda: number, perYear = 252): Vol {
  requireAtLeast(1, returns);
  requireNonNegative('lambda', lambda);
  requirePositive('1 - lambda', 1 - lambda);
  requirePositive('perYear', perYear);
  let variance = (returns[0] as number) ** 2;
  for (let i = 1; i < returns.length; i++)
    variance = lambda * variance + (1 - lambda) * (returns[i] as number) ** 2;
  return vol(Math.sqrt(variance * perYear));
}

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

/** The last `count` values, oldest first; undefined when there are not that many, or `count` is below one. */
function lastValues(values: Values, count: number): Float64Array | undefined {
  if (!(count >= 1 && values.length >= count)) return undefined;
  const from = values.length - count;
  return Float64Array.from({ length: count }, (_, i) => values[from + i] as number);
}
