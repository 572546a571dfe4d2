import { requirePositive } from '../../core/errors.ts';
import { requireObservations, type Values } from './observations.ts';

/** A fall from a peak. Fields are indices into the equity curve, so that the caller's dates can be read beside them. */
export interface Drawdown {
  /** Share of the peak lost at the trough: 0.2 for a fall from 100 to 80. */
  readonly depth: number;
  /** The last point at the peak, before the fall. */
  readonly start: number;
  /** The lowest point; the first of equals. */
  readonly trough: number;
  /** The first point back at the peak or above; absent while still under water. */
  readonly recovery: number | undefined;
  /** Points from start to recovery, or to the end of the curve. */
  readonly duration: number;
}

/**
 * How far under its own peak a curve stands, at every point: 1 - E / max(E so far), 0 at a new peak.
 *
 * @param equity  positive, one value per point in time
 * @throws PreconditionError without points, or unless every point is finite and > 0: a share of nothing means nothing
 */
export function drawdownSeries(equity: Values): Float64Array {
  requireEquity(equity);
  const out = new Float64Array(equity.length);
  let peak = 0;
  for (let i = 0; i < equity.length; i++) {
    const value = equity[i] as number;
    peak = Math.max(peak, value);
    out[i] = 1 - value / peak;
  }
  return out;
}

/**
 * Every fall from a peak, in order of time; the last may be unrecovered.
 *
 * @throws PreconditionError as `drawdownSeries`
 */
export function drawdowns(equity: Values): readonly Drawdown[] {
  requireEquity(equity);
  const found: Drawdown[] = [];
  let start = 0;
  let trough = 0;
  for (let i = 1; i < equity.length; i++) {
    const value = equity[i] as number;
    if (value >= (equity[start] as number)) {
      if (trough > start) found.push(fall(equity, start, trough, i));
      start = i;
      trough = i;
    } else if (trough === start || value < (equity[trough] as number)) trough = i;
  }
  if (trough > start) found.push(fall(equity, start, trough, undefined));
  return found;
}

/**
 * The deepest fall, the first of equals.
 *
 * @returns undefined when the curve never falls
 * @throws PreconditionError as `drawdownSeries`
 */
export function maximumDrawdown(equity: Values): Drawdown | undefined {
  let worst: Drawdown | undefined;
  for (const one of drawdowns(equity)) if (worst === undefined || one.depth > worst.depth) worst = one;
  return worst;
}

/**
 * Mean depth of the falls: each counted once, however long it lasted. `painIndex` weighs them by time.
 *
 * @returns undefined when the curve never falls
 * @throws PreconditionError as `drawdownSeries`
 */
export function averageDrawdown(equity: Values): number | undefined {
  const falls = drawdowns(equity);
  return falls.length > 0 ? falls.reduce((sum, { depth }) => sum + depth, 0) / falls.length : undefined;
}

/**
 * What 1 becomes under a series of simple returns: one point more than there are returns, the first of them 1.
 *
 * @throws PreconditionError unless every return is finite and > -1: after a total loss nothing compounds
 */
export function compounded(returns: Values): Float64Array {
  const out = new Float64Array(returns.length + 1);
  out[0] = 1;
  for (let i = 0; i < returns.length; i++) {
    requirePositive(`1 + returns[${i}]`, 1 + (returns[i] as number));
    out[i + 1] = (out[i] as number) * (1 + (returns[i] as number));
  }
  return out;
}

function requireEquity(equity: Values): void {
  requireObservations('equity', equity, 1);
  for (let i = 0; i < equity.length; i++) requirePositive(`equity[${i}]`, equity[i] as number);
}

function fall(equity: Values, start: number, trough: number, recovery: number | undefined): Drawdown {
  const depth = 1 - (equity[trough] as number) / (equity[start] as number);
  return { depth, start, trough, recovery, duration: (recovery ?? equity.length - 1) - start };
}
