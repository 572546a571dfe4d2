import { PreconditionError, requireFinite } from '../../core/errors.ts';
import { requireCount, requireSame } from './stream.ts';

/** The last `period` values of a stream. Value number n (from 0) lies in slot n % period; slots not yet used hold 0. */
export interface RingState {
  readonly period: number;
  /** Values taken in so far. */
  readonly seen: number;
  readonly slots: readonly number[];
}

/** A window that stays in one place while values pass through it. */
export interface Ring {
  /** Puts a value in. @returns the one that left for it: the oldest once the window was full, 0 before */
  readonly push: (value: number) => number;
  /** Values pushed so far. */
  readonly seen: () => number;
  readonly isFull: () => boolean;
  /** Whether the last push filled the last slot: every `period` values, when batch forms sum a window afresh. */
  readonly isInOrder: () => boolean;
  /** What the window holds so far, in order of age; valid until the next push. */
  readonly oldestFirst: () => Float64Array;
  readonly snapshot: () => RingState;
}

/** @throws PreconditionError if `state` is not that of a ring of this period */
export function ring(period: number, state?: RingState): Ring {
  if (state !== undefined) requireRing(state, period);
  const slots = Float64Array.from(state?.slots ?? new Float64Array(period));
  const turned = new Float64Array(period);
  let seen = state?.seen ?? 0;
  return {
    push(value) {
      const slot = seen % period;
      const leaving = slots[slot] as number;
      slots[slot] = value;
      seen += 1;
      return leaving;
    },
    seen: () => seen,
    isFull: () => seen >= period,
    isInOrder: () => seen % period === 0,
    oldestFirst() {
      if (seen < period) return slots.subarray(0, seen);
      const oldest = seen % period;
      turned.set(slots.subarray(oldest));
      turned.set(slots.subarray(0, oldest), period - oldest);
      return turned;
    },
    snapshot: () => ({ period, seen, slots: Array.from(slots) }),
  };
}

function requireRing(state: RingState, period: number): void {
  requireSame('state.period', state.period, period);
  requireCount('state.seen', state.seen);
  if (state.slots.length !== period)
    throw new PreconditionError('state.slots', `must have ${period} entries`, state.slots.length);
  state.slots.forEach((value, slot) => {
    requireFinite(`state.slots[${slot}]`, value);
  });
}
