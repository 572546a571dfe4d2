import { requirePositive } from '../../core/errors.ts';
import { maximumDrawdown } from './drawdown.ts';
import { requireObservations, type Values } from './observations.ts';

/**
 * Compound growth a year: (last/first)^(perYear/n) - 1 over the n steps of the curve.
 *
 * @param equity  positive, evenly spaced, at least two points
 * @throws PreconditionError below two points, unless first and last are > 0, or unless perYear > 0
 */
export function compoundGrowth(equity: Values, perYear: number): number {
  requireObservations('equity', equity, 2);
  requirePositive('perYear', perYear);
  const steps = equity.length - 1;
  const [first, last] = [equity[0] as number, equity[steps] as number];
  requirePositive('equity[0]', first);
  requirePositive(`equity[${steps}]`, last);
  return Math.expm1((Math.log(last / first) * perYear) / steps);
}

/**
 * Calmar ratio: compound growth a year over the deepest drawdown of the same curve. Young used 36 months; the longer
 * the curve, the deeper its worst fall, so compare only curves of one length.
 *
 * @returns undefined when the curve never falls
 * @throws PreconditionError as `compoundGrowth` and `drawdownSeries`
 * @see Young (1991), Futures 20(1), 40
 */
export function calmarRatio(equity: Values, perYear: number): number | undefined {
  const worst = maximumDrawdown(equity);
  const growth = compoundGrowth(equity, perYear);
  return worst === undefined ? undefined : growth / worst.depth;
}
