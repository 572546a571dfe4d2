import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { type Bar, type Bars, requireBar, requireBars } from './bars.ts';
import { BLOCK, type BlockAverageState, blockAverageStream, decays, NOTHING } from './block-average.ts';
import { outputColumn } from './output-column.ts';
import { requireValue } from './series-input.ts';
import type { Stream } from './stream.ts';

/**
 * max(high, before) - min(low, before), `before` being the previous close, as half the sum of three distances: the
 * same number for high >= low, without the branches of max and min.
 */
const trueRange = (high: number, low: number, before: number): number =>
  0.5 * (high - low + (Math.abs(high - before) + Math.abs(low - before)));

/**
 * Wilder's average true range, in the units of the input.
 *
 *     true range = max(high, previous close) - min(low, previous close)
 *     atr[i] = atr[i - 1] + (range[i] - atr[i - 1]) / period
 *
 * seeded with the plain mean of the first `period` true ranges; the first bar has none, so the first value is at
 * index `period`. Computed four bars at a time, as `ema` is.
 *
 * @param out  where to write, instead of a new column
 * @throws PreconditionError if the columns differ in length, hold a value that is not finite or a high below its low,
 *   `period` is not an integer >= 1, or `out` does not fit
 * @see Wilder (1978), New Concepts in Technical Trading Systems, section III
 */
export function atr(bars: Bars, period = 14, out?: Float64Array): Aligned {
  requirePeriod('period', period);
  requireBars(bars);
  const { high, low, close } = bars;
  if (close.length <= period) return tooShort(period);
  const averages = outputColumn('out', close.length - period, out, [high, low, close]);
  let average = 0;
  for (let i = 1; i <= period; i++)
    average += trueRange(high[i] as number, low[i] as number, close[i - 1] as number);
  averages[0] = average / period;
  continueAtr(high, low, close, period, averages);
  return { first: period, values: averages };
}

/** Fills `averages` from its second entry; its first is the seed. */
function continueAtr(
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  period: number,
  averages: Float64Array,
): void {
  const k = 1 / period;
  const [d, d2, d3, d4] = decays(k);
  const rangeAt = (i: number): number =>
    trueRange(high[i] as number, low[i] as number, close[i - 1] as number);
  let average = averages[0] as number;
  let last = BLOCK;
  for (; last < averages.length; last += BLOCK) {
    const i = last + period;
    const p1 = k * trueRange(high[i - 3] as number, low[i - 3] as number, close[i - 4] as number);
    const p2 = k * trueRange(high[i - 2] as number, low[i - 2] as number, close[i - 3] as number) + d * p1;
    const p3 = k * trueRange(high[i - 1] as number, low[i - 1] as number, close[i - 2] as number) + d * p2;
    const p4 = k * trueRange(high[i] as number, low[i] as number, close[i - 1] as number) + d * p3;
    averages[last - 3] = d * average + p1;
    averages[last - 2] = d2 * average + p2;
    averages[last - 1] = d3 * average + p3;
    average = d4 * average + p4;
    averages[last] = average;
  }
  let p = NOTHING;
  let j = last - 3;
  for (const left of [d, d2, d3].slice(0, averages.length - j)) {
    p = k * rangeAt(j + period) + d * p;
    averages[j] = left * average + p;
    j += 1;
  }
}

export interface AtrState {
  /** The last close taken in; absent before the first. */
  readonly previous?: number;
  readonly range: BlockAverageState;
}

/** `atr` one bar at a time, the same bits. @throws PreconditionError as `atr`, or if `state` is of another period */
export function atrStream(period = 14, state?: AtrState): Stream<Bar, number, AtrState> {
  requirePeriod('period', period);
  const ranges = blockAverageStream(period, 1 / period, state?.range);
  let previous = state?.previous;
  if (previous !== undefined) requireValue('state.previous', previous);
  return {
    next(bar) {
      requireBar(bar);
      const before = previous;
      previous = bar.close;
      return before === undefined ? undefined : ranges.next(trueRange(bar.high, bar.low, before));
    },
    snapshot: () => ({ ...(previous === undefined ? {} : { previous }), range: ranges.snapshot() }),
  };
}
