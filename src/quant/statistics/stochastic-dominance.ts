import { requireLength, requireObservations, type Values } from './observations.ts';

/**
 * Which order of stochastic dominance one sample has over another of equal size.
 *
 * `first`: at least as good at every quantile, better at one; whoever likes more prefers it. `second`: at least as good
 * in the mean of every lower tail, better in one; whoever likes more and dislikes risk prefers it. Else `none`.
 *
 * Applied to the Sharpe ratios out of sample of the chosen strategy and the mean of all (`backtestOverfitting`), it
 * says whether choosing was better than not choosing.
 *
 * @throws PreconditionError without values, if one is not finite, or if the samples differ in size
 * @see Bailey, Borwein, Lopez de Prado and Zhu (2017), section on stochastic dominance
 * @see Levy (2016), Stochastic Dominance, 3rd ed., chapter 3
 */
export function stochasticDominance(sample: Values, over: Values): 'first' | 'second' | 'none' {
  requireObservations('sample', sample, 1);
  requireObservations('over', over, 1);
  requireLength('over', over, sample.length);
  const ours = Float64Array.from(sample).sort();
  const theirs = Float64Array.from(over).sort();
  const gaps = ours.map((value, i) => value - (theirs[i] as number));
  if (gaps.every((gap) => gap === 0)) return 'none';
  if (gaps.every((gap) => gap >= 0)) return 'first';
  let tail = 0;
  const holds = gaps.every((gap) => {
    tail += gap;
    return tail >= 0;
  });
  return holds ? 'second' : 'none';
}
