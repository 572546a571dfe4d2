import { requireFinite } from '../../core/errors.ts';
import { requireCount, requireSame, type Stream } from './stream.ts';

/** One step of exponential smoothing, the `weight` share of the way to x. Written so, a constant stays exactly itself. */
export const toward = (average: number, x: number, weight: number): number =>
  average + (x - average) * weight;

/** Mean of `period` values from `from` on: what the averages here start from. */
export function seedMean(values: Float64Array, from: number, period: number): number {
  let sum = 0;
  for (let i = from; i < from + period; i++) sum += values[i] as number;
  return sum / period;
}

export interface SmoothedState {
  readonly period: number;
  readonly seen: number;
  /** The average; the plain sum while `seen` < `period`. */
  readonly average: number;
}

/** Mean of the first `period` values, then one step a value. @throws PreconditionError on a state of another period */
export function smoothedStream(
  period: number,
  step: (average: number, x: number) => number,
  state: SmoothedState = { period, seen: 0, average: 0 },
): Stream<number, number, SmoothedState> {
  requireSame('state.period', state.period, period);
  requireCount('state.seen', state.seen);
  requireFinite('state.average', state.average);
  let { seen, average } = state;
  return {
    next(x) {
      seen += 1;
      if (seen > period) average = step(average, x);
      else average += x;
      if (seen === period) average /= period;
      return seen < period ? undefined : average;
    },
    snapshot: () => ({ period, seen, average }),
  };
}
