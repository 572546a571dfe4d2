import { requirePeriod } from './aligned.ts';
import { type RingState, ring } from './ring.ts';
import { requireSeries, requireValue } from './series-input.ts';
import type { Stream } from './stream.ts';

/** A turning point of a series. */
export interface Pivot {
  readonly kind: 'high' | 'low';
  readonly index: number;
  /** Index of the bar that completes it: before that bar nobody could know. */
  readonly confirmedAt: number;
}

/** +1 looks at highs, -1 at lows. */
export type Side = 1 | -1;

/**
 * Whether entry `i` is the turning point among `confirmation` entries on each side: past every one before it, at
 * least level with every one after, so of a flat top the first entry counts and no other. The caller sees to it that
 * those entries exist.
 */
export function isPivot(values: Float64Array, i: number, confirmation: number, side: Side): boolean {
  const here = side * (values[i] as number);
  for (let step = 1; step <= confirmation; step++) {
    if (!(here > side * (values[i - step] as number))) return false;
    if (!(here >= side * (values[i + step] as number))) return false;
  }
  return true;
}

function pivotAt(values: Float64Array, i: number, confirmation: number): Pivot['kind'] | undefined {
  if (isPivot(values, i, confirmation, 1)) return 'high';
  return isPivot(values, i, confirmation, -1) ? 'low' : undefined;
}

/**
 * Every confirmed pivot, in order of time. Nothing repaints: a pivot is reported `confirmation` bars late, and what
 * was reported at a bar is reported at every later one.
 *
 * For turning points of daily ranges, ask the highs for highs and the lows for lows.
 *
 * @param confirmation  entries needed on each side
 * @throws PreconditionError if `confirmation` is not an integer >= 1 or a value is not finite
 */
export function pivots(values: Float64Array, confirmation: number): readonly Pivot[] {
  requirePeriod('confirmation', confirmation);
  requireSeries('values', values);
  const found: Pivot[] = [];
  for (let index = confirmation; index + confirmation < values.length; index++) {
    const kind = pivotAt(values, index, confirmation);
    if (kind !== undefined) found.push({ kind, index, confirmedAt: index + confirmation });
  }
  return found;
}

/** `pivots` one value at a time: the pivot which that value confirms. @throws PreconditionError likewise */
export function pivotStream(confirmation: number, state?: RingState): Stream<number, Pivot, RingState> {
  requirePeriod('confirmation', confirmation);
  const recent = ring(2 * confirmation + 1, state);
  return {
    next(value) {
      requireValue('value', value);
      recent.push(value);
      if (!recent.isFull()) return undefined;
      const kind = pivotAt(recent.oldestFirst(), confirmation, confirmation);
      const confirmedAt = recent.seen() - 1;
      return kind === undefined ? undefined : { kind, index: confirmedAt - confirmation, confirmedAt };
    },
    snapshot: recent.snapshot,
  };
}
