import { PreconditionError } from '../../core/errors.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { emaWeight } from './ema.ts';
import { outputColumn } from './output-column.ts';
import { requireSeries, requireValue } from './series-input.ts';
import { type SmoothedState, seedMean, smoothedStream, toward } from './smoothed-average.ts';
import { requireCount, type Stream } from './stream.ts';

export interface MacdPeriods {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

/** The three lines: `Aligned` series of a batch, numbers of one bar, columns to write to. */
export interface MacdLines<T> {
  /** EMA(fast) less EMA(slow). */
  readonly line: T;
  /** EMA(signal) of the line. */
  readonly signal: T;
  /** Line less signal. */
  readonly histogram: T;
}

/** Appel's periods, those of methodology.md C05. */
const APPEL: MacdPeriods = { fast: 12, slow: 26, signal: 9 };

/**
 * Moving average convergence/divergence, in the units of the input. All three series start at the same input index:
 * slow + signal - 2, which is 33 for (12, 26, 9).
 *
 * Both averages speak first at the same bar, so the fast one is seeded on the last `fast` values before it (values
 * 14..25 for 12/26), not on the first ones: TA-Lib's convention, and what the reference vectors hold.
 *
 * @param out  where to write, instead of new columns
 * @throws PreconditionError unless periods are integers >= 1 and fast < slow, values finite, and `out` fits
 * @see TA-Lib, ta_MACD.c (TA_INT_MACD)
 */
export function macd(
  values: Float64Array,
  periods: MacdPeriods = APPEL,
  out?: MacdLines<Float64Array>,
): MacdLines<Aligned> {
  requirePeriods(periods);
  requireSeries('values', values);
  const first = periods.slow + periods.signal - 2;
  if (values.length <= first) {
    const none = tooShort(first);
    return { line: none, signal: none, histogram: none };
  }
  const count = values.length - first;
  const line = outputColumn('out.line', count, out?.line, [values]);
  const signal = outputColumn('out.signal', count, out?.signal, [values, line]);
  const histogram = outputColumn('out.histogram', count, out?.histogram, [values, line, signal]);
  writeLines(values, periods, line, signal, histogram);
  return {
    line: { first, values: line },
    signal: { first, values: signal },
    histogram: { first, values: histogram },
  };
}

/** The three averages side by side in one pass: none waits for another, so together they cost little more than one. */
function writeLines(
  values: Float64Array,
  periods: MacdPeriods,
  line: Float64Array,
  signal: Float64Array,
  histogram: Float64Array,
): void {
  const [kFast, kSlow, kSignal] = [
    emaWeight(periods.fast),
    emaWeight(periods.slow),
    emaWeight(periods.signal),
  ];
  const first = periods.slow + periods.signal - 2;
  let slow = seedMean(values, 0, periods.slow);
  let fast = seedMean(values, periods.slow - periods.fast, periods.fast);
  let smoothed = fast - slow;
  for (let i = periods.slow; i <= first; i++) {
    fast = toward(fast, values[i] as number, kFast);
    slow = toward(slow, values[i] as number, kSlow);
    smoothed += fast - slow;
  }
  smoothed /= periods.signal;
  line[0] = fast - slow;
  signal[0] = smoothed;
  histogram[0] = fast - slow - smoothed;
  for (let j = 1; j < line.length; j++) {
    const x = values[first + j] as number;
    fast = toward(fast, x, kFast);
    slow = toward(slow, x, kSlow);
    const difference = fast - slow;
    smoothed = toward(smoothed, difference, kSignal);
    line[j] = difference;
    signal[j] = smoothed;
    histogram[j] = difference - smoothed;
  }
}

export interface MacdState {
  readonly seen: number;
  readonly fast: SmoothedState;
  readonly slow: SmoothedState;
  readonly signal: SmoothedState;
}

/** `macd` one value at a time, the same bits. @throws PreconditionError as `macd`, or on a state of other periods */
export function macdStream(
  periods: MacdPeriods = APPEL,
  state?: MacdState,
): Stream<number, MacdLines<number>, MacdState> {
  requirePeriods(periods);
  const average = (period: number, from?: SmoothedState): Stream<number, number, SmoothedState> =>
    smoothedStream(period, (before, x) => toward(before, x, emaWeight(period)), from);
  const fastAverage = average(periods.fast, state?.fast);
  const slowAverage = average(periods.slow, state?.slow);
  const signalAverage = average(periods.signal, state?.signal);
  let seen = state?.seen ?? 0;
  requireCount('state.seen', seen);
  return {
    next(value) {
      requireValue('value', value);
      seen += 1;
      const slow = slowAverage.next(value);
      const fast = seen > periods.slow - periods.fast ? fastAverage.next(value) : undefined;
      if (fast === undefined || slow === undefined) return undefined;
      const line = fast - slow;
      const signal = signalAverage.next(line);
      return signal === undefined ? undefined : { line, signal, histogram: line - signal };
    },
    snapshot: () => ({
      seen,
      fast: fastAverage.snapshot(),
      slow: slowAverage.snapshot(),
      signal: signalAverage.snapshot(),
    }),
  };
}

function requirePeriods(periods: MacdPeriods): void {
  for (const [name, period] of Object.entries(periods)) requirePeriod(name, period);
  if (periods.fast >= periods.slow)
    throw new PreconditionError('fast', `must be < slow (${periods.slow})`, periods.fast);
}
