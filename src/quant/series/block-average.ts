import { requireFinite } from '../../core/errors.ts';
import { requireCount, requireSame, type Stream } from './stream.ts';

/** Bars that are computed together. */
export const BLOCK = 4;

/** What p is before a block: adding -0 changes no number, where adding 0 changes the sign of -0. */
export const NOTHING = -0;

/** What is left of an average after one, two, three and four bars of weight k. */
export function decays(k: number): readonly [number, number, number, number] {
  const d = 1 - k;
  return [d, d * d, d * d * d, d * d * (d * d)];
}

export interface BlockAverageState {
  readonly period: number;
  readonly seen: number;
  /** The average where the block of four began; the plain sum while `seen` < `period`. */
  readonly average: number;
  /** p of the block so far. */
  readonly partial: number;
}

/**
 * Exponential average of weight k, seeded with the mean of the first `period` values, four bars at a time:
 *
 *     average[i + n] = d^n average[i] + p[n],   p[n] = d p[n - 1] + k x[i + n],  p[0] = 0,  d = 1 - k
 *
 * with p the average of a block's own values. In the batch forms only one product and one sum then wait for the block
 * before, where the plain recursion waits at every bar; here the same operations come one value at a time.
 *
 * @throws PreconditionError if `state` is of another period or damaged
 */
export function blockAverageStream(
  period: number,
  k: number,
  state: BlockAverageState = { period, seen: 0, average: 0, partial: NOTHING },
): Stream<number, number, BlockAverageState> {
  requireSame('state.period', state.period, period);
  requireCount('state.seen', state.seen);
  requireFinite('state.average', state.average);
  requireFinite('state.partial', state.partial);
  const left = decays(k);
  let { seen, average, partial } = state;
  const seed = (x: number): number | undefined => {
    average += x;
    if (seen < period) return undefined;
    average /= period;
    return average;
  };
  const step = (x: number): number => {
    const place = (seen - period - 1) % BLOCK;
    partial = k * x + left[0] * partial;
    const value = (left[place] as number) * average + partial;
    if (place === BLOCK - 1) [average, partial] = [value, NOTHING];
    return value;
  };
  return {
    next(x) {
      seen += 1;
      return seen <= period ? seed(x) : step(x);
    },
    snapshot: () => ({ period, seen, average, partial }),
  };
}
