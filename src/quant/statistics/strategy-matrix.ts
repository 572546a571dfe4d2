import { PreconditionError } from '../../core/errors.ts';
import { mean } from '../stats.ts';
import { requireCount, requireObservations } from './observations.ts';

/** Per-period figures of several strategies over the same periods: returns, or differences from a benchmark. */
export interface StrategyMatrix {
  /** T, periods in order of time. */
  readonly rows: number;
  /** N, strategies. */
  readonly columns: number;
  /** Column after column: period t of strategy k is `values[k * rows + t]`. */
  readonly values: Float64Array;
}

/**
 * The matrix of several series, one column each.
 *
 * @throws PreconditionError without series, or if they differ in length
 */
export function strategyMatrix(series: readonly Float64Array[]): StrategyMatrix {
  const rows = series[0]?.length;
  if (rows === undefined) throw new PreconditionError('series', 'must have at least 1 entry', series.length);
  series.forEach((column, k) => {
    if (column.length !== rows)
      throw new PreconditionError(
        `series[${k}]`,
        `must have the ${rows} entries of series[0]`,
        column.length,
      );
  });
  const values = new Float64Array(rows * series.length);
  series.forEach((column, k) => {
    values.set(column, k * rows);
  });
  return { rows, columns: series.length, values };
}

/** One strategy's figures, as a view and not a copy. */
export const columnOf = ({ rows, values }: StrategyMatrix, k: number): Float64Array =>
  values.subarray(k * rows, (k + 1) * rows);

/** The mean of every strategy. */
export const columnMeans = (matrix: StrategyMatrix): Float64Array =>
  Float64Array.from({ length: matrix.columns }, (_, k) => mean(columnOf(matrix, k)));

/** @throws PreconditionError unless the shape is that of the values, is large enough, and every value is finite */
export function requireMatrix(
  param: string,
  { rows, columns, values }: StrategyMatrix,
  least: { readonly rows: number; readonly columns: number },
): void {
  requireCount(`${param}.rows`, rows, least.rows);
  requireCount(`${param}.columns`, columns, least.columns);
  if (values.length !== rows * columns)
    throw new PreconditionError(`${param}.values`, `must have ${rows} x ${columns} entries`, values.length);
  requireObservations(`${param}.values`, values, 1);
}
