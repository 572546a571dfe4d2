import { mean, stdDev, type Values } from '../stats.ts';
import { requirePeriod } from './aligned.ts';
import type { Gapped } from './gapped.ts';
import { lastValues } from './last-values.ts';
import { type Moments, momentsStream, rollingMoments } from './rolling-moments.ts';
import { requireSeries, requireValue } from './series-input.ts';
import type { SquaresState } from './sliding-squares.ts';
import { requireCount, type Stream } from './stream.ts';

/**
 * How far the newest value stands from the mean of the last `window` values (itself among them), in sample standard
 * deviations: the `z252` of methodology.md 1. Undefined when there are fewer than `window` values or they are all equal.
 *
 * @throws PreconditionError if one of them is not finite
 */
export function zScoreOfLast(values: Values, window: number): number | undefined {
  const recent = lastValues(values, window);
  const last = recent?.[recent.length - 1];
  if (recent === undefined || last === undefined || recent.length < 2) return undefined;
  requireSeries('values', recent);
  if (recent.every((value) => value === last)) return undefined;
  return (last - mean(recent)) / stdDev(recent);
}

/** Undefined where the deviation is nothing: the values are equal, or differ by less than a double can square. */
function zScore(value: number, { mean, stdDev }: Moments<number>, window: number): number | undefined {
  return stdDev === 0 ? undefined : (value - mean) / (stdDev * Math.sqrt(window / (window - 1)));
}

/** Values at the end of a series that equal its last: a window of them has no deviation, whatever rounding says. */
const runAfter = (run: number, value: number, previous: number | undefined): number =>
  value === previous ? run + 1 : 1;

/**
 * `zScoreOfLast` at every bar, at a fixed number of operations a bar: (x - mean) / s over the last `window` values,
 * s their sample standard deviation. Silent where they are all equal.
 *
 * @throws PreconditionError if `window` is not an integer >= 2 or a value is not finite
 */
export function rollingZScore(values: Float64Array, window: number): Gapped {
  requirePeriod('window', window, 2);
  const { mean, stdDev } = rollingMoments(values, window);
  const scores = new Float64Array(mean.values.length);
  const present = new Uint8Array(scores.length);
  let run = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    run = runAfter(run, value, values[i - 1]);
    const j = i - mean.first;
    if (j < 0 || run >= window) continue;
    const moments = { mean: mean.values[j] as number, stdDev: stdDev.values[j] as number };
    const score = zScore(value, moments, window);
    if (score === undefined) continue;
    scores[j] = score;
    present[j] = 1;
  }
  return { first: mean.first, values: scores, present };
}

export interface ZScoreState {
  /** The last value taken in, and how many in a row have equalled it, itself among them. */
  readonly previous?: number;
  readonly run: number;
  readonly moments: SquaresState;
}

/** `rollingZScore` one value at a time, the same bits. @throws PreconditionError likewise, or on a foreign state */
export function zScoreStream(window: number, state?: ZScoreState): Stream<number, number, ZScoreState> {
  requirePeriod('window', window, 2);
  const moments = momentsStream(window, state?.moments);
  let previous = state?.previous;
  let run = state?.run ?? 0;
  if (previous !== undefined) requireValue('state.previous', previous);
  requireCount('state.run', run);
  return {
    next(value) {
      const here = moments.next(value);
      run = runAfter(run, value, previous);
      previous = value;
      return here === undefined || run >= window ? undefined : zScore(value, here, window);
    },
    snapshot: () => ({
      ...(previous === undefined ? {} : { previous }),
      run,
      moments: moments.snapshot(),
    }),
  };
}
