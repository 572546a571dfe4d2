import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { type Points, points } from '../../core/units.ts';
import { type AmericanBoundary, type ExerciseEdge, NO_DEVIATION } from './american-boundary.ts';
import { logBoundary } from './boundary-curve.ts';
import { logLowerStart, logStart } from './boundary-limits.ts';
import { exerciseRegime } from './exercise-regime.ts';

/** Spots at which exercising at once is right, ends included. */
export interface ExerciseRegion {
  readonly from: Points;
  /** Infinity for a call without a second boundary. */
  readonly to: Points;
}

/**
 * The spots at which the option should be exercised with `timeLeft` years to go; at 0, just before expiry.
 *
 * A put's run from 0, or from its lower boundary, to its boundary; a call's from its boundary up. Boundaries scale with
 * the strike. Without vol the region never moves from where it is just before expiry.
 *
 * @returns undefined where exercise is never right, or adds less than 1e-16 of the strike
 * @throws PreconditionError if strike is not > 0 or timeLeft not in [0, expiry]
 */
export function exerciseRegion(
  boundary: AmericanBoundary,
  strike: number,
  timeLeft: number,
): ExerciseRegion | undefined {
  requirePositive('strike', strike);
  const { put, terms, european, upper, lower, meeting } = boundary;
  if (!(timeLeft >= 0 && timeLeft <= terms.expiry))
    throw new PreconditionError('timeLeft', `must be >= 0 and <= ${terms.expiry}`, timeLeft);
  const regime = exerciseRegime(put);
  if (regime === 'never' || timeLeft > meeting) return undefined;
  if (upper === undefined && european.sd >= NO_DEVIATION) return undefined;
  const top = upper === undefined ? logStart(put) : logAt(upper, timeLeft);
  const bottom =
    regime === 'below'
      ? Number.NEGATIVE_INFINITY
      : lower === undefined
        ? logLowerStart(put)
        : logAt(lower, timeLeft);
  const [low, high] = terms.right === 'put' ? [bottom, top] : [-top, -bottom];
  return { from: points(strike * Math.exp(low)), to: points(strike * Math.exp(high)) };
}

/** Beyond the curve's span the boundary stays where it is. */
const logAt = ({ curve }: ExerciseEdge, timeLeft: number): number =>
  logBoundary(curve, Math.min(timeLeft, curve.span));
