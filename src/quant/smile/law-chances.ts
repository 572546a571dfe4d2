import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { otmPremium } from '../black76.ts';
import { normalPdf } from '../normal.ts';
import { brentRoot } from '../roots.ts';
import { beyond, strikeBeyond, tailDensity, tailValue } from './power-tail.ts';
import type { RiskNeutralLaw } from './risk-neutral-law.ts';
import { digitalAbove, digitalBelow, minusD2 } from './smile-digital.ts';
import { durrleman } from './svi.ts';

/** ln(K/F) where the smile rules, or the side on which a tail does. */
function placeOf({ forward, low, high }: RiskNeutralLaw, strike: number): number | 'below' | 'above' {
  if (strike <= forward * Math.exp(low)) return 'below';
  if (strike >= forward * Math.exp(high)) return 'above';
  return Math.min(Math.max(Math.log(strike / forward), low), high); // rounding must not step over an edge
}

/** The chance that the index ends below a strike. @throws PreconditionError unless strike >= 0 */
export function chanceBelow(law: RiskNeutralLaw, strike: number): number {
  checkStrike(strike);
  const place = placeOf(law, strike);
  if (place === 'below') return beyond(law.below, strike);
  if (place === 'above') return 1 - beyond(law.above, strike);
  return digitalBelow(law.slice(place), place);
}

/** The chance that the index ends above a strike. @throws PreconditionError unless strike >= 0 */
export function chanceAbove(law: RiskNeutralLaw, strike: number): number {
  checkStrike(strike);
  const place = placeOf(law, strike);
  if (place === 'below') return 1 - beyond(law.below, strike);
  if (place === 'above') return beyond(law.above, strike);
  return digitalAbove(law.slice(place), place);
}

/**
 * The chance that the index ends between two strikes; 0 when high <= low.
 *
 * @throws PreconditionError unless both strikes are >= 0
 */
export function chanceBetween(law: RiskNeutralLaw, low: number, high: number): number {
  checkStrike(low);
  checkStrike(high);
  if (high <= low) return 0;
  // Taken from the tail the interval lies in, where the difference of two small numbers is exact.
  return low > law.forward
    ? chanceAbove(law, low) - chanceAbove(law, high)
    : chanceBelow(law, high) - chanceBelow(law, low);
}

/**
 * Density per point of strike.
 *
 *     f(K) = g(k) n(d2) / (K sqrt(w)),   g Durrleman's function
 *
 * @throws PreconditionError unless strike > 0
 * @see Gatheral and Jacquier (2014), section 2.2
 */
export function densityAt(law: RiskNeutralLaw, strike: number): number {
  requirePositive('strike', strike);
  const place = placeOf(law, strike);
  if (place === 'below') return tailDensity(law.below, strike);
  if (place === 'above') return tailDensity(law.above, strike);
  const at = law.slice(place);
  return (durrleman(at, place) * normalPdf(minusD2(at, place))) / (strike * Math.sqrt(at.w));
}

/**
 * The strike below which the index ends with chance p.
 *
 * @throws PreconditionError unless 0 < p < 1
 */
export function quantile(law: RiskNeutralLaw, p: number): number {
  if (!(p > 0 && p < 1)) throw new PreconditionError('p', 'must be > 0 and < 1', p);
  if (p <= law.below.chance) return strikeBeyond(law.below, p);
  if (1 - p <= law.above.chance) return strikeBeyond(law.above, 1 - p);
  const gap = (k: number): number => digitalBelow(law.slice(k), k) - p;
  const root = brentRoot(gap, law.low, law.high);
  if (root.ok) return law.forward * Math.exp(root.value);
  // p lies between the chances at the edges, so there is a root; rounding may hide one that is an edge itself.
  return p < 0.5 ? law.below.strike : law.above.strike;
}

/** Undiscounted price of a put: the mean of (K - S)^+. @throws PreconditionError unless strike >= 0 */
export function putValue(law: RiskNeutralLaw, strike: number): number {
  checkStrike(strike);
  const place = placeOf(law, strike);
  if (place === 'below') return tailValue(law.below, strike);
  if (place === 'above') return tailValue(law.above, strike) + strike - law.forward;
  const deviation = Math.sqrt(law.slice(place).w);
  return otmPremium(law.forward, strike, deviation) + Math.max(strike - law.forward, 0);
}

/** Undiscounted price of a call: the mean of (S - K)^+. @throws PreconditionError unless strike >= 0 */
export function callValue(law: RiskNeutralLaw, strike: number): number {
  checkStrike(strike);
  const place = placeOf(law, strike);
  if (place === 'below') return tailValue(law.below, strike) + law.forward - strike;
  if (place === 'above') return tailValue(law.above, strike);
  const deviation = Math.sqrt(law.slice(place).w);
  return otmPremium(law.forward, strike, deviation) + Math.max(law.forward - strike, 0);
}

function checkStrike(strike: number): void {
  if (!(strike >= 0)) throw new PreconditionError('strike', 'must be >= 0', strike);
}
