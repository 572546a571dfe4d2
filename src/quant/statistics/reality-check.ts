import type { Resampling } from './block-sampler.ts';
import { indexOfGreatest } from './index-of-greatest.ts';
import { forEachResampledMean } from './resampled-means.ts';
import { columnMeans, requireMatrix, type StrategyMatrix } from './strategy-matrix.ts';

export interface RealityCheck {
  /** V: sqrt(T) times the best mean difference. */
  readonly statistic: number;
  /** Which strategy has it. */
  readonly best: number;
  readonly pValue: number;
}

/**
 * White's reality check: may the best of N strategies be no better than the benchmark?
 *
 *     V = max_k sqrt(T) f_k,   V* = max_k sqrt(T) (f*_k - f_k),   p = (1 + #{V* >= V}) / (1 + B)
 *
 * Takes every strategy for exactly as good as the benchmark, so adding poor ones weakens it, and lets the most volatile
 * decide; `superiorPredictiveAbility` mends both. The sample itself counts among the B resamples, so p is never 0.
 *
 * @param differences  performance less the benchmark's, per period, T x N, larger is better
 * @throws PreconditionError below two periods or without strategies, if a value is not finite, or as `blockSampler`
 * @see White (2000), A Reality Check for Data Snooping, Econometrica 68(5), 1097-1126, doi 10.1111/1468-0262.00152
 */
export function realityCheck(differences: StrategyMatrix, resampling: Resampling): RealityCheck {
  requireMatrix('differences', differences, { rows: 2, columns: 1 });
  const means = columnMeans(differences);
  const best = indexOfGreatest(means);
  const greatest = means[best] as number;
  let asGreat = 0;
  forEachResampledMean(differences, resampling, (moves) => {
    if ((moves[indexOfGreatest(moves)] as number) >= greatest) asGreat += 1;
  });
  return {
    statistic: Math.sqrt(differences.rows) * greatest,
    best,
    pValue: (1 + asGreat) / (1 + resampling.replicates),
  };
}
