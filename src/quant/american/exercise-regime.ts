import type { UnitPut } from './unit-put.ts';

/**
 * Where a put struck at 1 is exercised before expiry. Holding it a little longer forgoes interest r and saves yield
 * q S, so exercise needs r - q S > 0 somewhere below the strike:
 *
 *     never      r <= 0 and q >= r: the American is the European
 *     between    q < r < 0: only above S = r/q, so between two boundaries, which may meet
 *     below      otherwise: at and below one boundary
 *
 * @see Battauz, De Donno and Sbuelz (2015), Management Science 61(5), 1094-1107, for `between`
 */
export type ExerciseRegime = 'never' | 'below' | 'between';

export function exerciseRegime({ r, q }: UnitPut): ExerciseRegime {
  if (r <= 0 && q >= r) return 'never';
  return r < 0 ? 'between' : 'below';
}

/** No early exercise can add more than this: r - q S where it is largest, discounted where least, for all of T. */
export const exerciseCeiling = ({ r, q, T }: UnitPut): number =>
  Math.max(r, r - q) * Math.max(1, Math.exp(-r * T)) * T;
