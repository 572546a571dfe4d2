import { fail, ok, type Result } from '../../core/result.ts';
import type { Resampling } from './block-sampler.ts';
import { bootstrapVariance } from './bootstrap-variance.ts';
import { indexOfGreatest } from './index-of-greatest.ts';
import { isConstant } from './observations.ts';
import { forEachResampledMean } from './resampled-means.ts';
import { columnMeans, columnOf, requireMatrix, type StrategyMatrix } from './strategy-matrix.ts';

/** Resampled by the stationary scheme, whose variance the statistic is divided by. */
export type SpaResampling = Omit<Resampling, 'scheme'>;

export interface SuperiorPredictiveAbility {
  /** T: the greatest sqrt(T) f_k / w_k, or 0 when no strategy beats the benchmark. */
  readonly statistic: number;
  /** Which strategy has it; absent when none beats the benchmark. */
  readonly best: number | undefined;
  /** Lower bound: strategies worse than the benchmark are left as bad as they look. */
  readonly lower: number;
  /** The test's p-value: only those too bad to matter are left so. */
  readonly consistent: number;
  /** Upper bound: every strategy is taken for as good as the benchmark, as White's test does. */
  readonly upper: number;
}

/** A strategy that differs from the benchmark by the same amount in every period has no error to be measured by. */
export interface SpaFailure {
  readonly code: 'no-variance';
  readonly column: number;
}

/**
 * Hansen's test of superior predictive ability: may the best of N strategies be no better than the benchmark?
 *
 *     T = max[0, max_k sqrt(T) f_k / w_k],   T* = max[0, max_k sqrt(T) (f*_k - g(f_k)) / w_k]
 *     g(f) = max(0, f) lower;   f if sqrt(T) f / w >= -sqrt(2 ln ln T), else 0, consistent;   f upper
 *     p = (1 + #{T* >= T}) / (1 + B),   w_k^2 by `bootstrapVariance`
 *
 * One with no difference at all from the benchmark (a switch that changed nothing) takes part as exactly equal to it.
 * The sample itself counts among the B resamples; p is 1 when no strategy beats the benchmark.
 *
 * @param differences  performance less the benchmark's, per period, T x N, larger is better
 * @throws PreconditionError below three periods (ln ln T), without strategies, if a value is not finite, or as
 *   `blockSampler`
 * @see Hansen (2005), J. Business and Economic Statistics 23(4), 365-380, doi 10.1198/073500105000000063
 */
export function superiorPredictiveAbility(
  differences: StrategyMatrix,
  resampling: SpaResampling,
): Result<SuperiorPredictiveAbility, SpaFailure> {
  requireMatrix('differences', differences, { rows: 3, columns: 1 });
  const { rows, columns } = differences;
  const means = columnMeans(differences);
  const scales = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    const column = columnOf(differences, k);
    const spread = Math.sqrt(bootstrapVariance(column, resampling.block));
    if (spread > 0) scales[k] = Math.sqrt(rows) / spread;
    else if (!isConstant(column) || column[0] !== 0) return fail({ code: 'no-variance', column: k });
  }
  const ratios = means.map((f, k) => f * (scales[k] as number));
  const best = indexOfGreatest(ratios);
  const statistic = Math.max(ratios[best] as number, 0);
  const offsets = recentrings(ratios, rows);
  const asGreat = offsets.map(() => 0);
  forEachResampledMean(differences, { ...resampling, scheme: 'stationary' }, (moves) => {
    offsets.forEach((offset, i) => {
      if (greatestShifted(moves, scales, offset) >= statistic) asGreat[i] = (asGreat[i] ?? 0) + 1;
    });
  });
  const [lower = 1, consistent = 1, upper = 1] = asGreat.map((n) => (1 + n) / (1 + resampling.replicates));
  return ok({ statistic, best: statistic > 0 ? best : undefined, lower, consistent, upper });
}

/** (f - g(f)) / w sqrt(T) for the three g: what is left of a mean after recentring, 0 or negative. */
function recentrings(ratios: Float64Array, rows: number): readonly Float64Array[] {
  const tooBad = -Math.sqrt(2 * Math.log(Math.log(rows)));
  return [
    ratios.map((ratio) => Math.min(ratio, 0)),
    ratios.map((ratio) => (ratio < tooBad ? ratio : 0)),
    new Float64Array(ratios.length),
  ];
}

function greatestShifted(moves: Float64Array, scales: Float64Array, offset: Float64Array): number {
  let greatest = 0;
  for (let k = 0; k < moves.length; k++) {
    const shifted = (moves[k] as number) * (scales[k] as number) + (offset[k] as number);
    if (shifted > greatest) greatest = shifted;
  }
  return greatest;
}
