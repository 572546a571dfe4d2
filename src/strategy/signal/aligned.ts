import { dateOfDay } from '../../core/dates.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { type Closes, closesOf } from './closes.ts';
import type { SignalContext } from './context.ts';

/** Two daily series on the sessions both have, oldest first. */
export interface AlignedPair {
  readonly days: Int32Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly asOf: IsoDate;
}

/** What `pair` needs of a column: ascending days and their values. */
export type Dated = Pick<Closes, 'days' | 'values'>;

/** The sessions both columns have; a missing day in one is left out of both, so changes span the same days. */
export function pair(left: Dated, right: Dated): AlignedPair {
  const days: number[] = [];
  const lefts: number[] = [];
  const rights: number[] = [];
  let j = 0;
  left.days.forEach((day, i) => {
    while (j < right.days.length && (right.days[j] ?? 0) < day) j += 1;
    if (right.days[j] !== day) return;
    days.push(day);
    lefts.push(left.values[i] ?? 0);
    rights.push(right.values[j] ?? 0);
  });
  const asOf = dateOfDay(days.at(-1) ?? 0);
  return {
    days: Int32Array.from(days),
    left: Float64Array.from(lefts),
    right: Float64Array.from(rights),
    asOf,
  };
}

/** Left over right wherever right is positive: a ratio to nothing is no ratio. */
export const ratiosOf = ({ left, right }: AlignedPair): Float64Array =>
  left.map((x, i) => x / (right[i] ?? 0)).filter((_, i) => (right[i] ?? 0) > 0);

/** Room for the days one vendor leaves out: the breadth file skips one session in twenty, after each holiday. */
const withGaps = (bars: number): number => Math.ceil(1.25 * bars) + 5;

/** The last `bars` common sessions of two series, or why there are fewer than `atLeast`. */
export function closePair(
  context: SignalContext,
  names: readonly [string, string],
  bars: number,
  atLeast: number,
): Result<AlignedPair, string> {
  const left = closesOf(context, names[0], withGaps(bars));
  if (!left.ok) return left;
  const right = closesOf(context, names[1], withGaps(bars));
  if (!right.ok) return right;
  const both = lastOfPair(pair(left.value, right.value), bars);
  if (both.days.length >= atLeast) return ok(both);
  return fail(`${names.join(' and ')}: ${both.days.length} common sessions, ${atLeast} needed`);
}

const lastOfPair = ({ days, left, right, asOf }: AlignedPair, bars: number): AlignedPair => ({
  days: days.subarray(-bars),
  left: left.subarray(-bars),
  right: right.subarray(-bars),
  asOf,
});
