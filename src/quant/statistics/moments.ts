import { mean } from '../stats.ts';
import { isConstant, requireObservations, type Values } from './observations.ts';

/**
 * Skewness of the sample.
 *
 *     g1 = m3 / m2^(3/2),   m_k = (1/n) sum (x - mean)^k
 *
 * The moment estimator, divisor n, without a small-sample correction: what the standard error of the Sharpe ratio is
 * derived from, and what SciPy gives with `bias=True`.
 *
 * @returns undefined when all values are equal
 * @throws PreconditionError below two values, or if one is not finite
 * @see Joanes and Gill (1998), The Statistician 47(1), 183-189: g1, doi 10.1111/1467-9884.00122
 */
export const skewness = (values: Values): number | undefined => standardisedMoment(values, 3);

/**
 * Kurtosis of the sample, plain and not in excess of 3: a normal law has 3.
 *
 *     b2 = m4 / m2^2
 *
 * Plain, because Bailey and Lopez de Prado's gamma_4 is; feeding them the excess overstates every probability.
 *
 * @returns undefined when all values are equal
 * @throws PreconditionError below two values, or if one is not finite
 */
export const kurtosis = (values: Values): number | undefined => standardisedMoment(values, 4);

/** Values are brought to unit deviation before they are raised to a power, so that neither overflows nor underflows. */
function standardisedMoment(values: Values, power: number): number | undefined {
  requireObservations('values', values, 2);
  if (isConstant(values)) return undefined;
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - centre) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  if (!(deviation > 0)) return undefined;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (((values[i] as number) - centre) / deviation) ** power;
  return sum / values.length;
}
