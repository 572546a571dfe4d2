import { requireObservations, requireShare, type Values } from './observations.ts';

/** A share of the sample this near a whole number of observations is one: 0.57 x 100 is 56.99999999999999 in doubles. */
const ROUNDING = 1e-9;

/**
 * Historical value at risk: the smallest loss not exceeded by a share `level` of the sample.
 *
 *     VaR = min{z : F(z) >= level},   F the distribution of the losses -r, each 1/n
 *
 * No interpolation: it is always a loss that happened.
 *
 * @param returns  decimal per period, gains positive
 * @param level  0.95 or 0.99, in (0, 1)
 * @returns a loss as a positive number; negative when even this return is a gain
 * @throws PreconditionError without returns, if one is not finite, or unless 0 < level < 1
 */
export function valueAtRisk(returns: Values, level: number): number {
  const { ascending, tail } = tailOf(returns, level);
  // n - floor(tail) = ceil(level n) losses are as small as this one or smaller.
  return -(ascending[Math.min(Math.floor(tail), ascending.length - 1)] as number);
}

/**
 * Historical expected shortfall (conditional value at risk): the mean of the worst 1 - level of the sample.
 *
 *     CVaR = 1/(1 - level) [ (1/n) sum_{L > VaR} L + (F(VaR) - level) VaR ]
 *
 * The observation that the level cuts through counts with the part of it inside the tail, so the tail has exactly the
 * stated weight and the measure is coherent; the plain mean of losses at or beyond VaR is not.
 *
 * @returns a loss as a positive number, never below `valueAtRisk`
 * @throws PreconditionError as `valueAtRisk`
 * @see Rockafellar and Uryasev (2002), J. Banking and Finance 26(7), 1443-1471, doi 10.1016/S0378-4266(02)00271-6,
 *   proposition 8
 */
export function expectedShortfall(returns: Values, level: number): number {
  const { ascending, tail } = tailOf(returns, level);
  const whole = Math.floor(tail);
  let sum = 0;
  for (let i = 0; i < whole; i++) sum += ascending[i] as number;
  if (tail > whole) sum += (tail - whole) * (ascending[whole] as number);
  return -sum / tail;
}

/** The returns, worst first, and how many of them make up the worst 1 - level: n (1 - level), seldom a whole number. */
function tailOf(returns: Values, level: number): { readonly ascending: Float64Array; readonly tail: number } {
  requireObservations('returns', returns, 1);
  requireShare('level', level);
  const ascending = Float64Array.from(returns).sort();
  const body = level * ascending.length;
  const nearest = Math.round(body);
  const snapped = Math.abs(body - nearest) <= ROUNDING * ascending.length && nearest < ascending.length;
  return { ascending, tail: ascending.length - (snapped ? nearest : body) };
}
