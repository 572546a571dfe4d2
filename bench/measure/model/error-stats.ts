import { mean, percentile } from '../../../src/quant/stats.ts';

/** How a set of errors lies. */
export interface ErrorStats {
  readonly count: number;
  readonly bias: number;
  /** Root mean square. */
  readonly rmse: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** `low` and `high` are the 10th and the 90th percentile. @returns undefined for no errors */
export function errorStats(errors: readonly number[]): ErrorStats | undefined {
  if (errors.length === 0) return undefined;
  return {
    count: errors.length,
    bias: mean(errors),
    rmse: Math.sqrt(mean(errors.map((e) => e * e))),
    low: percentile(errors, 0.1),
    median: percentile(errors, 0.5),
    high: percentile(errors, 0.9),
  };
}
