import { durrleman, type SviParams, type SviSlice, sviSlice, sviTotalVariance } from './svi.ts';
import { meanSquare, type SviColumns } from './svi-columns.ts';
import { fillRows, SIZE, sviRows } from './svi-rows.ts';

/** What g is asked to exceed, so that between the points looked at it stays >= 0 too. */
const MARGIN = 2e-3;

/** What is to be least: mean square misfit over `scale`, plus `penalty` times the mean square shortfall of g. */
export interface PenalisedAim {
  readonly columns: SviColumns;
  readonly scale: number;
  readonly penalty: number;
  /** Where g is looked at. */
  readonly grid: Float64Array;
  /** Weighted mean total variance. */
  readonly level: number;
}

/** Residual of one point of the grid: what g lacks to the margin. */
function shortfall(slice: SviSlice, k: number, level: number): number {
  // Where variance is not positive g says nothing; a wall would trap the search, so a slope leads out.
  return slice.w > 0 ? Math.max(0, MARGIN - durrleman(slice, k)) : 1 - slice.w / level;
}

export function penalisedCost(
  { columns, scale, penalty, grid, level }: PenalisedAim,
  params: SviParams,
): number {
  let squares = 0;
  for (const k of grid) squares += shortfall(sviSlice(params, k), k, level) ** 2;
  return meanSquare(columns, params) / scale + (penalty * squares) / grid.length;
}

/** J'J by rows (lower triangle) and J'r. */
export interface PenalisedNormal {
  readonly matrix: Float64Array;
  readonly gradient: Float64Array;
}

export function penalisedNormal(
  { columns, scale, penalty, grid, level }: PenalisedAim,
  params: SviParams,
): PenalisedNormal {
  const normal = { matrix: new Float64Array(SIZE * SIZE), gradient: new Float64Array(SIZE) };
  const rows = sviRows();
  const { k, totalVariance, weight } = columns;
  const unit = 1 / (scale * weight.reduce((sum, h) => sum + h, 0));
  for (let i = 0; i < k.length; i++) {
    const x = k[i] as number;
    fillRows(params, x, rows);
    const residual = sviTotalVariance(params, x) - (totalVariance[i] as number);
    accumulate(normal, rows.w, residual, unit * (weight[i] as number));
  }
  const row = new Float64Array(SIZE);
  for (const x of grid) {
    const slice = sviSlice(params, x);
    const residual = shortfall(slice, x, level);
    if (residual === 0) continue;
    fillRows(params, x, rows);
    const { byW, byW1 } = slice.w > 0 ? durrlemanGradient(slice, x) : { byW: 1 / level, byW1: 0 };
    const byW2 = slice.w > 0 ? 0.5 : 0;
    for (let i = 0; i < SIZE; i++)
      row[i] = -(byW * (rows.w[i] as number) + byW1 * (rows.w1[i] as number) + byW2 * (rows.w2[i] as number));
    accumulate(normal, row, residual, penalty / grid.length);
  }
  return normal;
}

/** dg/dw and dg/dw'; dg/dw'' is 1/2. */
function durrlemanGradient({ w, w1 }: SviSlice, k: number): { readonly byW: number; readonly byW1: number } {
  const lean = 1 - (0.5 * k * w1) / w;
  return {
    byW: (w1 * (lean * k + 0.25 * w1)) / (w * w),
    byW1: -(lean * k) / w - 0.5 * w1 * (1 / w + 0.25),
  };
}

function accumulate(
  { matrix, gradient }: PenalisedNormal,
  row: Float64Array,
  residual: number,
  weight: number,
): void {
  for (let i = 0; i < SIZE; i++) {
    const scaled = weight * (row[i] as number);
    (gradient[i] as number) += scaled * residual;
    for (let j = 0; j <= i; j++) (matrix[i * SIZE + j] as number) += scaled * (row[j] as number);
  }
}
