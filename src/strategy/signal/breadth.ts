import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { olsSlope } from '../../quant/series/ols-slope.ts';
import { stdDev } from '../../quant/stats.ts';
import { type AlignedPair, closePair } from './aligned.ts';
import type { SignalContext } from './context.ts';

const WINDOW = 60;
const SLOPE_BARS = 20;
/** A divergence must show on this many closes in a row, and a shared high must be this recent. */
const CLOSES = 3;
const BARS = WINDOW + CLOSES - 1;
/** How near its 60-day high the index must be for a weak line to matter. */
const NEAR_HIGH = 0.99;

/** Where the index and the advance-decline line stand against their own 60 sessions. */
export interface Breadth {
  /** Slope of the line over 20 sessions, in its own units per session. */
  readonly slope: number;
  /** Index near its high while the line is a standard deviation below its own, three closes in a row. */
  readonly diverges: boolean;
  /** Both made their 60-day high within three closes. */
  readonly confirmed: boolean;
  /** Index below its 60-day high, decimal >= 0. */
  readonly indexBelowHigh: number;
  /** Line below its 60-day high, in its own 60-day standard deviations. */
  readonly lineBelowHigh: number;
  readonly asOf: IsoDate;
}

const highest = (values: Float64Array): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** Distances from the 60-day highs of the window that ends `back` sessions before the last. */
function distances({ left: spx, right: line }: AlignedPair, back: number): readonly [number, number] {
  const end = spx.length - back;
  const index = spx.subarray(end - WINDOW, end);
  const breadth = line.subarray(end - WINDOW, end);
  const scale = stdDev(breadth);
  const gap = highest(breadth) - (breadth.at(-1) ?? 0);
  return [1 - (index.at(-1) ?? 0) / highest(index), scale > 0 ? gap / scale : 0];
}

const madeHighWithin = (values: Float64Array, closes: number): boolean =>
  highest(values.subarray(-closes)) === highest(values.subarray(-WINDOW));

/** Breadth of the session, from SPX and the cumulative NYSE advance-decline line, or why there is none. */
export function breadthOf(context: SignalContext): Result<Breadth, string> {
  const both = closePair(context, ['SPX.close', 'NYAD.close'], BARS, BARS);
  if (!both.ok) return fail(both.failure);
  const { left: spx, right: line, asOf } = both.value;
  const recent = Array.from({ length: CLOSES }, (_, back) => distances(both.value, back));
  const [indexBelowHigh, lineBelowHigh] = recent[0] ?? [0, 0];
  return ok({
    slope: olsSlope(line.subarray(-SLOPE_BARS)),
    diverges: recent.every(([index, gap]) => index <= 1 - NEAR_HIGH && gap >= 1),
    confirmed: madeHighWithin(spx, CLOSES) && madeHighWithin(line, CLOSES),
    indexBelowHigh,
    lineBelowHigh,
    asOf,
  });
}
