import { requirePositive } from '../../core/errors.ts';
import { expectedMaximum } from './expected-maximum.ts';

/**
 * Minimum backtest length: the years below which the best of N worthless strategies is expected to show this Sharpe
 * ratio.
 *
 *     MinBTL = (E[max of N] / SR)^2
 *
 * A Sharpe ratio of y years scatters by 1/sqrt(y) a year about a true one of 0.
 *
 * @param trials  N >= 1, as in `expectedMaximum`
 * @param sharpe  annualised, in sample
 * @returns years; 0 for a single trial, which chose nothing
 * @throws PreconditionError unless trials is finite and >= 1, and sharpe is finite and > 0
 * @see Bailey, Borwein, Lopez de Prado and Zhu (2014), Pseudo-Mathematics and Financial Charlatanism, Notices of the
 *   AMS 61(5), 458-471, doi 10.1090/noti1105
 */
export function minimumBacktestLength(trials: number, sharpe: number): number {
  requirePositive('sharpe', sharpe);
  return (expectedMaximum(trials) / sharpe) ** 2;
}
