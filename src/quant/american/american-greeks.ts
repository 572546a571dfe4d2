import { requirePositive } from '../../core/errors.ts';
import type { Points } from '../../core/units.ts';
import { type Scheme, schemesFor } from './accuracy.ts';
import { type AmericanInputs, checkAmerican } from './american.ts';
import { type AmericanBoundary, boundaryBySchemes } from './american-boundary.ts';
import { americanPremium } from './american-premium.ts';
import { type ExerciseTerms, unitPut } from './unit-put.ts';
import { unitSlopes } from './unit-slopes.ts';

/** Premium and what follows from one boundary, each for one unit of what it is taken against. */
export interface AmericanSpotGreeks {
  readonly premium: Points;
  /** Per point of the spot. */
  readonly delta: number;
  /** Change of delta per point of the spot. */
  readonly gamma: number;
  /** Points per year as time passes (divide by 365 for a calendar day). */
  readonly theta: number;
}

export interface AmericanGreeks extends AmericanSpotGreeks {
  /** Points per 1.00 of vol (divide by 100 for a vol point). */
  readonly vega: number;
  /** Points per 1.00 of the rate, spot and yield fixed. */
  readonly rho: number;
}

/**
 * Premium, delta, gamma and theta of an American option whose boundary is known.
 *
 * Delta and gamma differentiate the integral of the early-exercise premium, in which the boundary does not depend on
 * spot or strike. Theta follows from what holds wherever the option is not exercised,
 *
 *     theta = r V - (r - q) S delta - sigma^2 S^2 gamma / 2
 *
 * Where it is exercised now, delta is 1 or -1, gamma and theta 0. Gamma jumps there, to 0 from a positive number.
 *
 * @throws PreconditionError if spot or strike is not > 0
 */
export function greeksOf(boundary: AmericanBoundary, spot: number, strike: number): AmericanSpotGreeks {
  requirePositive('spot', spot);
  requirePositive('strike', strike);
  const { right, rate, vol, yield: dividends } = boundary.terms;
  const isPut = right === 'put';
  const ratio = isPut ? spot / strike : strike / spot;
  const unit = unitSlopes(boundary, ratio);
  const premium = americanPremium(boundary, spot, strike);
  const delta = isPut ? unit.slope : unit.value - ratio * unit.slope;
  const gamma = isPut ? unit.bend / strike : (ratio * ratio * unit.bend) / spot;
  const theta = unit.isExercised
    ? 0
    : rate * premium - (rate - dividends) * spot * delta - 0.5 * vol * vol * spot * spot * gamma;
  return { premium, delta, gamma, theta };
}

/** Of the vol. */
const VOL_STEP = 1e-3;
/** Of 1.00. */
const RATE_STEP = 1e-4;
/** Both sides of a difference are solved to this, so that what remains is the grid's own error, smooth in the terms. */
const DIFFERENCE_TOLERANCE = 1e-8;

/**
 * Premium and Greeks of an American option with a continuous yield.
 *
 * Vega and rho move the boundary too: they are central differences of the premium, over 0.1 % of the vol and a
 * hundredth of a per cent of rate, the same grid on both sides. About six times the work of the premium.
 *
 * @throws PreconditionError as `american`
 */
export function americanGreeks(inputs: AmericanInputs): AmericanGreeks {
  checkAmerican(inputs);
  const { right, vol, expiry, rate, yield: dividends, spot, strike } = inputs;
  const terms = { right, vol, expiry, rate, yield: dividends };
  const schemes = schemesFor(inputs.accuracy ?? 'accurate', unitPut(terms)).map(
    (scheme): Scheme => ({ ...scheme, tolerance: Math.min(scheme.tolerance, DIFFERENCE_TOLERANCE) }),
  );
  const premiumWith = (changed: Partial<ExerciseTerms>): number =>
    americanPremium(boundaryBySchemes({ ...terms, ...changed }, schemes), spot, strike);
  const step = VOL_STEP * vol;
  return {
    ...greeksOf(boundaryBySchemes(terms, schemes), spot, strike),
    vega: step === 0 ? 0 : (premiumWith({ vol: vol + step }) - premiumWith({ vol: vol - step })) / (2 * step),
    rho:
      (premiumWith({ rate: rate + RATE_STEP }) - premiumWith({ rate: rate - RATE_STEP })) / (2 * RATE_STEP),
  };
}
