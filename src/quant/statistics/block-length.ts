import { autocovariances } from './autocorrelation.ts';
import { isConstant, requireObservations, type Values } from './observations.ts';

/** Mean block of the stationary bootstrap and fixed block of the circular one, in observations, at least 1. */
export interface BlockLengths {
  readonly stationary: number;
  readonly circular: number;
}

/** K_n = max(5, sqrt(log10 n)) lags in a row must look like noise; the root passes 5 only beyond 1e25 observations. */
const QUIET_LAGS = 5;
/** Fewer would leave no room for the lags the rule inspects, sqrt(n) + 5. */
const LEAST_OBSERVATIONS = 10;

/**
 * The block length that least squares the error of a bootstrapped variance of the mean, read from the series itself.
 *
 *     b = (2 G^2 / D)^(1/3) n^(1/3)
 *     G = sum_{|k| <= M} lambda(k/M) |k| R(k),   g(0) = sum_{|k| <= M} lambda(k/M) R(k)
 *     D = 2 g(0)^2 stationary, (4/3) g(0)^2 circular,   lambda(t) = min[1, 2(1 - |t|)]
 *
 * M is twice the first lag from which K_n autocorrelations in a row lie within 2 sqrt(log10(n)/n), at most
 * ceil(sqrt n) + K_n; the result is at most ceil[min(3 sqrt n, n/3)]. D carries the correction of 2009: the stationary
 * bootstrap is no worse than the 2004 paper thought it.
 *
 * @returns not rounded; undefined when all values are equal
 * @throws PreconditionError below ten values, or if one is not finite
 * @see Politis and White (2004), Econometric Reviews 23(1), 53-70, doi 10.1081/ETC-120028836
 * @see Patton, Politis and White (2009), Econometric Reviews 28(4), 372-375, doi 10.1080/07474930802459016
 */
export function blockLengths(values: Values): BlockLengths | undefined {
  requireObservations('values', values, LEAST_OBSERVATIONS);
  if (isConstant(values)) return undefined;
  const n = values.length;
  const mostLags = Math.ceil(Math.sqrt(n)) + QUIET_LAGS;
  const r = autocovariances(values, mostLags);
  const bandwidth = Math.min(2 * firstQuietLag(r, n), mostLags);
  let g = 0;
  let spectrum = r[0] as number;
  for (let k = 1; k <= bandwidth; k++) {
    const weighted = 2 * Math.min(1, 2 * (1 - k / bandwidth)) * (r[k] as number);
    g += weighted * k;
    spectrum += weighted;
  }
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  const lengthFor = (factor: number): number => {
    const optimal = Math.cbrt(((2 * g * g) / (factor * spectrum * spectrum)) * n);
    return Math.max(1, Math.min(optimal, longest));
  };
  return { stationary: lengthFor(2), circular: lengthFor(4 / 3) };
}

/** The lag that begins the first run of quiet ones; the last of all where there is no such run. */
function firstQuietLag(r: Float64Array, n: number): number {
  const band = 2 * Math.sqrt(Math.log10(n) / n) * (r[0] as number);
  let quiet = 0;
  for (let k = 1; k < r.length; k++) {
    quiet = Math.abs(r[k] as number) < band ? quiet + 1 : 0;
    if (quiet === QUIET_LAGS) return k - QUIET_LAGS + 1;
  }
  return r.length - 1;
}
