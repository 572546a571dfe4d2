import type { TimeQuadrature } from './time-quadrature.ts';
import type { UnitPut } from './unit-put.ts';

/**
 * One boundary of a put struck at 1 at the moments of a quadrature, u years from now, with everything the
 * early-exercise premium needs there that neither spot nor strike enters; weights w in years. `POINT` numbers a point, in
 * one array because seven cost more to allocate than to fill:
 *
 *     LOG            ln B(T - u)
 *     SD, PER_SD     s = sigma sqrt(u), and 1/s
 *     DRIFT          (r - q) u / s - s / 2, so that d2 = (ln S - LOG) PER_SD + DRIFT
 *     INTEREST       w r e^{-r u}: interest gained by exercise
 *     FORGONE        w q e^{-q u}: yield forgone, per unit of spot
 *     FORGONE_THERE  w q e^{-r u} B: the same at the boundary, as S e^{-q u} n(d1) = B e^{-r u} n(d2)
 */
export interface ExercisePoints {
  readonly table: Float64Array;
  /** Without a yield the last two columns are 0. */
  readonly hasYield: boolean;
}

export const POINT = 7;
export const LOG = 0;
export const SD = 1;
export const PER_SD = 2;
export const DRIFT = 3;
export const INTEREST = 4;
export const FORGONE = 5;
export const FORGONE_THERE = 6;

/**
 * @param span   years of time left in which exercise can happen: T, or less if two boundaries meet before
 * @param logAt  ln B at the k-th point, where the time left is span restRoot_k^2
 */
export function exercisePoints(
  { r, q, sigma, T }: UnitPut,
  span: number,
  { gapRoot, weight }: TimeQuadrature,
  logAt: (k: number) => number,
): ExercisePoints {
  const count = gapRoot.length;
  const table = new Float64Array(POINT * count);
  const tilt = (r - q) / (sigma * sigma) - 0.5;
  for (let k = 0; k < count; k++) {
    const u = T - span + span * (gapRoot[k] as number) ** 2;
    const s = sigma * Math.sqrt(u);
    const w = span * (weight[k] as number);
    const discount = Math.exp(-r * u);
    const log = logAt(k);
    const row = POINT * k;
    table[row + LOG] = log;
    table[row + SD] = s;
    table[row + PER_SD] = 1 / s;
    table[row + DRIFT] = tilt * s;
    table[row + INTEREST] = w * r * discount;
    if (q === 0) continue;
    table[row + FORGONE] = w * q * Math.exp(-q * u);
    table[row + FORGONE_THERE] = w * q * discount * Math.exp(log);
  }
  return { table, hasYield: q !== 0 };
}
