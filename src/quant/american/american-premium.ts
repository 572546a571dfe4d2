import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { type Points, points } from '../../core/units.ts';
import { type AmericanBoundary, NO_DEVIATION } from './american-boundary.ts';
import { europeanPremium, europeanPut } from './european-put.ts';
import { exerciseValue } from './exercise-value.ts';
import { exerciseWithoutVol } from './no-vol.ts';
import { unitPut } from './unit-put.ts';

/**
 * Premium of an American option whose boundary is known, with Kim's decomposition: the European premium and what
 * exercising below the boundary is worth, less, where there is a lower boundary, what it would be worth below that.
 *
 * @param spot, strike  in the same points
 * @throws PreconditionError if spot or strike is not > 0
 */
export function americanPremium(boundary: AmericanBoundary, spot: number, strike: number): Points {
  requirePositive('spot', spot);
  requirePositive('strike', strike);
  return points(premiumUnchecked(boundary, spot, strike));
}

/**
 * Premiums over many strikes of one expiration and spot.
 *
 * @param out  gets one premium per strike
 * @throws PreconditionError, before any write, if spot or a strike is not > 0 or `out` is shorter than `strikes`
 */
export function americanPremiums(
  boundary: AmericanBoundary,
  spot: number,
  strikes: Float64Array,
  out: Float64Array,
): void {
  requirePositive('spot', spot);
  if (out.length < strikes.length)
    throw new PreconditionError('out', `must have room for ${strikes.length} premiums`, out.length);
  for (let i = 0; i < strikes.length; i++) requirePositive(`strikes[${i}]`, strikes[i] as number);
  for (let i = 0; i < strikes.length; i++) out[i] = premiumUnchecked(boundary, spot, strikes[i] as number);
}

/** What the right to exercise early adds to the European premium, >= 0. */
export function earlyExerciseOf(boundary: AmericanBoundary, spot: number, strike: number): Points {
  const american = americanPremium(boundary, spot, strike);
  const european = europeanPut(unitPut(boundary.terms)); // over all the time, where `boundary.european` may be cut
  const [scale, ratio] = boundary.terms.right === 'put' ? [strike, spot / strike] : [spot, strike / spot];
  return points(Math.max(american - scale * europeanPremium(european, ratio), 0));
}

function premiumUnchecked(boundary: AmericanBoundary, spot: number, strike: number): number {
  const isPut = boundary.terms.right === 'put';
  const paid = isPut ? spot : strike;
  const received = isPut ? strike : spot;
  const intrinsic = Math.max(received - paid, 0);
  return Math.max(received * heldPremium(boundary, paid / received), intrinsic);
}

/** Premium of the put struck at 1 if it is not exercised now; 0 if it is. */
function heldPremium({ put, european, upper, lower, now }: AmericanBoundary, spot: number): number {
  if (european.sd < NO_DEVIATION) {
    const { when, value } = exerciseWithoutVol(put, spot);
    return when > 0 ? value : 0;
  }
  const log = Math.log(spot);
  if (log >= now.from && log <= now.to) return 0;
  const value = europeanPremium(european, spot);
  if (upper === undefined) return value;
  const below = exerciseValue(upper.points, spot, log);
  return lower === undefined ? value + below : value + below - exerciseValue(lower.points, spot, log);
}
