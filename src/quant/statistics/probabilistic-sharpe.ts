import { requireFinite } from '../../core/errors.ts';
import { normalCdf, normalQuantile } from '../normal.ts';
import { requireShare } from './observations.ts';
import {
  requireEstimate,
  type SharpeEstimate,
  sharpeStandardError,
  sharpeVariance,
} from './sharpe-estimate.ts';

/**
 * Probabilistic Sharpe ratio: the confidence that the true Sharpe ratio exceeds a benchmark.
 *
 *     PSR(SR*) = N{ (SR - SR*) sqrt(T - 1) / sqrt[1 - g3 SR + (g4 - 1)/4 SR^2] }
 *
 * @param estimate  per period, kurtosis plain
 * @param benchmark  SR*, per period
 * @returns in [0, 1]; undefined when the standard error is 0
 * @throws PreconditionError as `sharpeStandardError`, or if the benchmark is not finite
 * @see Bailey and Lopez de Prado (2012), The Sharpe Ratio Efficient Frontier, J. Risk 15(2), 3-44,
 *   doi 10.21314/JOR.2012.255
 */
export function probabilisticSharpe(estimate: SharpeEstimate, benchmark = 0): number | undefined {
  requireFinite('benchmark', benchmark);
  const error = sharpeStandardError(estimate);
  return error > 0 ? normalCdf((estimate.sharpe - benchmark) / error) : undefined;
}

/**
 * Minimum track record length: how many observations it takes until PSR(SR*) reaches a confidence.
 *
 *     MinTRL = 1 + [1 - g3 SR + (g4 - 1)/4 SR^2] [z / (SR - SR*)]^2,   z = N^-1(confidence)
 *
 * Sharpe ratio and moments are taken to stay as they are.
 *
 * @param confidence  0.95, in (0, 1)
 * @returns observations, not rounded; undefined when SR <= SR*, which no length of record makes convincing
 * @throws PreconditionError as `probabilisticSharpe`, or unless 0 < confidence < 1
 * @see Bailey and Lopez de Prado (2012), as above
 */
export function minimumTrackRecord(
  estimate: SharpeEstimate,
  benchmark: number,
  confidence: number,
): number | undefined {
  requireEstimate(estimate);
  requireFinite('benchmark', benchmark);
  requireShare('confidence', confidence);
  const margin = estimate.sharpe - benchmark;
  if (!(margin > 0)) return undefined;
  // For a confidence below one half any record will do; squared, its negative quantile would ask for a long one.
  const z = Math.max(normalQuantile(confidence), 0);
  return 1 + sharpeVariance(estimate) * (z / margin) ** 2;
}
