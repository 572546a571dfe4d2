import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { outputColumn } from './output-column.ts';
import { requireSeries, requireValue } from './series-input.ts';
import { type SmoothedState, smoothedStream, toward } from './smoothed-average.ts';
import type { Stream } from './stream.ts';

/** With no move at all in the window neither side is stronger; Wilder's ratio is 0/0 there. */
const NEUTRAL = 50;

/** The change where it is up, else 0, exactly. Without a branch: the sign of a price change is a coin that costs. */
const rise = (change: number): number => 0.5 * (Math.abs(change) + change);
/** Its size where it is down, else 0. */
const fall = (change: number): number => 0.5 * (Math.abs(change) - change);

const strength = (gain: number, loss: number): number =>
  gain + loss === 0 ? NEUTRAL : (100 * gain) / (gain + loss);

/**
 * Wilder's relative strength index, 0 to 100.
 *
 *     rsi = 100 G / (G + L)
 *
 * with G and L the averages of gains and losses, seeded with the plain mean of the first `period` changes and then
 * smoothed with weight 1/period. Equal to 100 - 100/(1 + G/L), and defined when L = 0 (100) or both are (50).
 *
 * @param out  where to write, instead of a new column
 * @throws PreconditionError if `period` is not an integer >= 1, a value is not finite, or `out` does not fit
 * @see Wilder (1978), New Concepts in Technical Trading Systems, section VI
 */
export function rsi(values: Float64Array, period = 14, out?: Float64Array): Aligned {
  requirePeriod('period', period);
  requireSeries('values', values);
  if (values.length <= period) return tooShort(period);
  const indices = outputColumn('out', values.length - period, out, [values]);
  let gain = 0;
  let loss = 0;
  for (let i = 1; i <= period; i++) {
    const change = (values[i] as number) - (values[i - 1] as number);
    gain += rise(change);
    loss += fall(change);
  }
  gain /= period;
  loss /= period;
  indices[0] = strength(gain, loss);
  const k = 1 / period;
  for (let i = period + 1; i < values.length; i++) {
    const change = (values[i] as number) - (values[i - 1] as number);
    gain = toward(gain, rise(change), k);
    loss = toward(loss, fall(change), k);
    indices[i - period] = strength(gain, loss);
  }
  return { first: period, values: indices };
}

export interface RsiState {
  /** The last value taken in; absent before the first. */
  readonly previous?: number;
  readonly gain: SmoothedState;
  readonly loss: SmoothedState;
}

/** `rsi` one value at a time, the same bits. @throws PreconditionError as `rsi`, or if `state` is of another period */
export function rsiStream(period = 14, state?: RsiState): Stream<number, number, RsiState> {
  requirePeriod('period', period);
  const step = (average: number, x: number): number => toward(average, x, 1 / period);
  const gains = smoothedStream(period, step, state?.gain);
  const losses = smoothedStream(period, step, state?.loss);
  let previous = state?.previous;
  if (previous !== undefined) requireValue('state.previous', previous);
  return {
    next(value) {
      requireValue('value', value);
      const change = previous === undefined ? undefined : value - previous;
      previous = value;
      if (change === undefined) return undefined;
      const gain = gains.next(rise(change));
      const loss = losses.next(fall(change));
      return gain === undefined || loss === undefined ? undefined : strength(gain, loss);
    },
    snapshot: () => ({
      ...(previous === undefined ? {} : { previous }),
      gain: gains.snapshot(),
      loss: losses.snapshot(),
    }),
  };
}
