import { requireNonNegative } from '../../core/errors.ts';
import { expectedMaximum } from './expected-maximum.ts';
import { probabilisticSharpe } from './probabilistic-sharpe.ts';
import type { SharpeEstimate } from './sharpe-estimate.ts';

/** Everything that was tried before this strategy was chosen, itself included. */
export interface Trials {
  /** N: how many, or the effective number of independent ones. */
  readonly count: number;
  /** V: variance of their Sharpe ratios, per period squared (an annualised variance divided by periods a year). */
  readonly sharpeVariance: number;
}

export interface DeflatedSharpe {
  /** SR0: what the best of N strategies without merit is expected to show, per period. */
  readonly benchmark: number;
  /** PSR(SR0): the confidence that this one has merit, in [0, 1]. */
  readonly probability: number;
}

/**
 * Deflated Sharpe ratio: the probabilistic Sharpe ratio against what luck alone would have picked.
 *
 *     DSR = PSR(SR0),   SR0 = sqrt(V) E[max of N]
 *
 * The best of N worthless strategies exceeds its own expectation in some 43 searches of 100, so its DSR scatters about
 * one half, usually below; it is the level of 0.95 that it hardly ever reaches.
 *
 * @param estimate  of the chosen strategy, per period, kurtosis plain
 * @returns undefined when the standard error is 0
 * @throws PreconditionError as `probabilisticSharpe` and `expectedMaximum`, or if the variance is < 0
 * @see Bailey and Lopez de Prado (2014), J. Portfolio Management 40(5), 94-107, doi 10.3905/jpm.2014.40.5.094
 */
export function deflatedSharpe(estimate: SharpeEstimate, trials: Trials): DeflatedSharpe | undefined {
  requireNonNegative('sharpeVariance', trials.sharpeVariance);
  const benchmark = Math.sqrt(trials.sharpeVariance) * expectedMaximum(trials.count);
  const probability = probabilisticSharpe(estimate, benchmark);
  return probability === undefined ? undefined : { benchmark, probability };
}
