import { millsRational } from '../normal.ts';
import {
  DRIFT,
  type ExercisePoints,
  FORGONE,
  FORGONE_THERE,
  INTEREST,
  LOG,
  PER_SD,
  POINT,
  SD,
} from './exercise-points.ts';

const INV_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/**
 * What exercising below a boundary is worth: the interest gained less the yield forgone while the spot is there.
 *
 *     e(S) = int_0^T [r e^{-r u} N(-d2) - q S e^{-q u} N(-d1)] du
 *     d2 = [ln(S / B(T-u)) + (r-q) u] / s - s/2,   d1 = d2 + s,   s = sigma sqrt(u)
 *
 * One exponential per point serves both tails.
 *
 * @param spot  in strikes; `logSpot` its logarithm
 * @see Kim (1990), Review of Financial Studies 3(4), 547-572; Andersen, Lake and Offengenden (2016), theorem 1
 */
export function exerciseValue({ table, hasYield }: ExercisePoints, spot: number, logSpot: number): number {
  let sum = 0;
  for (let row = 0; row < table.length; row += POINT) {
    const d2 =
      (logSpot - (table[row + LOG] as number)) * (table[row + PER_SD] as number) +
      (table[row + DRIFT] as number);
    const density = INV_SQRT_TWO_PI * Math.exp(-0.5 * d2 * d2);
    const tail = density * millsRational(Math.abs(d2));
    sum += (table[row + INTEREST] as number) * (d2 > 0 ? tail : 1 - tail);
    if (!hasYield) continue;
    const d1 = d2 + (table[row + SD] as number);
    const stockTail = (table[row + FORGONE_THERE] as number) * density * millsRational(Math.abs(d1));
    sum -= d1 > 0 ? stockTail : (table[row + FORGONE] as number) * spot - stockTail;
  }
  return sum;
}

/** A function of the spot and its first two derivatives. */
export interface ValueSlopes {
  readonly value: number;
  readonly slope: number;
  readonly bend: number;
}

/**
 * `exerciseValue` with its derivatives:
 *
 *     e'  = -int e^{-r u} n(d2) (r - q B) / (S s) + q e^{-q u} N(-d1) du
 *     e'' =  int e^{-r u} n(d2) [(r - q B) (1 + d2/s) + q B] / (S^2 s) du
 */
export function exerciseValueSlopes({ table }: ExercisePoints, spot: number, logSpot: number): ValueSlopes {
  let value = 0;
  let slope = 0;
  let bend = 0;
  for (let row = 0; row < table.length; row += POINT) {
    const perSd = table[row + PER_SD] as number;
    const interest = table[row + INTEREST] as number;
    const there = table[row + FORGONE_THERE] as number;
    const d2 = (logSpot - (table[row + LOG] as number)) * perSd + (table[row + DRIFT] as number);
    const d1 = d2 + (table[row + SD] as number);
    const density = INV_SQRT_TWO_PI * Math.exp(-0.5 * d2 * d2);
    const tail = density * millsRational(Math.abs(d2));
    const stockTail = there * density * millsRational(Math.abs(d1));
    const stock = d1 > 0 ? stockTail : (table[row + FORGONE] as number) * spot - stockTail;
    const steep = density * perSd;
    value += interest * (d2 > 0 ? tail : 1 - tail) - stock;
    slope -= steep * (interest - there) + stock;
    bend += steep * ((interest - there) * (1 + d2 * perSd) + there);
  }
  return { value, slope: slope / spot, bend: bend / (spot * spot) };
}
