import { requirePositive } from '../../core/errors.ts';
import type { Points } from '../../core/units.ts';
import { americanBoundary, type BoundaryInputs } from './american-boundary.ts';
import { americanPremium, earlyExerciseOf } from './american-premium.ts';
import { checkTerms } from './unit-put.ts';

/** An American option on a spot with a continuous yield, and the market it is priced in. */
export interface AmericanInputs extends BoundaryInputs {
  /** Points, as the strike. */
  readonly spot: number;
  readonly strike: number;
}

/** @throws PreconditionError as `american` */
export function checkAmerican(inputs: AmericanInputs): void {
  requirePositive('spot', inputs.spot);
  requirePositive('strike', inputs.strike);
  checkTerms(inputs);
}

/**
 * Premium of an American option with a continuous yield, rate and yield of any sign.
 *
 * Of one strike. For several on the same expiration solve `americanBoundary` once and ask `americanPremium` or `americanPremiums`:
 * the boundary is nine tenths of the work and all of them share it.
 *
 * @returns premium in points, at least intrinsic value
 * @throws PreconditionError if spot or strike is not > 0, vol or expiry is < 0, or anything is not finite
 * @see Andersen, Lake and Offengenden (2016), J. Comp. Finance 20(1), 39-87
 */
export function american(inputs: AmericanInputs): Points {
  checkAmerican(inputs);
  return americanPremium(americanBoundary(inputs), inputs.spot, inputs.strike);
}

/** What the right to exercise early adds to the European premium; arguments as `american`. */
export function earlyExercisePremium(inputs: AmericanInputs): Points {
  checkAmerican(inputs);
  return earlyExerciseOf(americanBoundary(inputs), inputs.spot, inputs.strike);
}
