import type { UnitPut } from './unit-put.ts';

/** The best time to exercise, and what that is worth now. */
export interface CertainExercise {
  readonly when: number;
  /** e^{-r when} - S e^{-q when}; not exercised if negative. */
  readonly value: number;
}

/**
 * An American put struck at 1 when nothing is uncertain: the best of exercising at any time t,
 *
 *     max over t in [0, T] of e^{-r t} - S e^{-q t}
 *
 * reached now, at expiry, or where both terms decay equally fast, r e^{-r t} = q S e^{-q t}.
 */
export function exerciseWithoutVol({ r, q, T }: UnitPut, spot: number): CertainExercise {
  const valueAt = (t: number): number => Math.exp(-r * t) - spot * Math.exp(-q * t);
  const balance = Math.log(r / (q * spot)) / (r - q);
  let best = { when: 0, value: valueAt(0) };
  for (const when of [T, balance])
    if (when > 0 && when <= T && valueAt(when) > best.value) best = { when, value: valueAt(when) };
  return best;
}
