import { durrleman, type SviParams, sviSlice, sviTotalVariance } from './svi.ts';
import { quotedRange, type SviColumns, weightedMean } from './svi-columns.ts';
import { mendedSvi } from './svi-mend.ts';

/** Intervals of the grid on which g is looked at between the first and last quote. */
const GRID = 200;
/** Intervals into which each of the two beside the least point of the grid is cut. */
const FINE = 10;

/** Durrleman's g of a slice; -Infinity where total variance is not > 0. */
function gAt(params: SviParams, k: number): number {
  const slice = sviSlice(params, k);
  return slice.w > 0 ? durrleman(slice, k) : Number.NEGATIVE_INFINITY;
}

/**
 * Least Durrleman g over [low, high]: on an even grid, and finer about the grid's least point. Of 60,000 random slices the
 * even grid alone passes two that are negative somewhere, by less than 1e-4; the finer look catches both.
 */
export function leastDurrleman(params: SviParams, low: number, high: number, grid = GRID): number {
  const step = (high - low) / grid;
  let least = Number.POSITIVE_INFINITY;
  let where = low;
  for (let i = 0; i <= grid; i++) {
    const k = low + step * i;
    const g = gAt(params, k);
    if (g < least) [least, where] = [g, k];
  }
  for (let i = -FINE; i <= FINE; i++) {
    const k = Math.min(Math.max(where + (step * i) / FINE, low), high);
    least = Math.min(least, gAt(params, k));
  }
  return least;
}

/**
 * The slice itself when g >= 0 over the quoted range; else a near one for which it is.
 *
 * Nearest first by least squares over all five parameters with a penalty on g below a small margin; what is left of the
 * violation is then taken out for certain by flattening: scaling b by some theta < 1 about the weighted mean of w.
 * A flat slice has g = 1, so such a theta exists.
 */
export function butterflyFree(params: SviParams, columns: SviColumns): SviParams {
  const { low, high } = quotedRange(columns);
  const isFree = (trial: SviParams): boolean => leastDurrleman(trial, low, high) >= 0;
  return isFree(params) ? params : flattened(mendedSvi(params, columns, isFree), columns, isFree);
}

/** The first flattening of 0, 1, 2, 4, 8 ... parts in 512 that leaves g >= 0; a flat slice at the latest. */
function flattened(params: SviParams, columns: SviColumns, isFree: (trial: SviParams) => boolean): SviParams {
  for (let cut = 0; cut < 1; cut = cut === 0 ? 1 / 512 : 2 * cut) {
    const trial = scaledWings(params, 1 - cut, columns);
    if (isFree(trial)) return trial;
  }
  return { ...params, a: weightedMean(columns), b: 0 };
}

/** b scaled by theta, a moved so that the slice keeps its weighted mean over the quotes. */
function scaledWings(params: SviParams, theta: number, { k, weight }: SviColumns): SviParams {
  const wings = { ...params, a: 0 };
  let bend = 0;
  let total = 0;
  for (let i = 0; i < k.length; i++) {
    bend += (weight[i] as number) * sviTotalVariance(wings, k[i] as number);
    total += weight[i] as number;
  }
  return { ...params, a: params.a + (1 - theta) * (bend / total), b: theta * params.b };
}
