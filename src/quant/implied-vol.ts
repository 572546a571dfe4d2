import { requireFinite, requireNonNegative, requirePositive } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Points, points, type Vol, vol } from '../core/units.ts';
import { logMoneyness } from './black76.ts';
import { millsDifference } from './mills-difference.ts';
import { millsRatio } from './normal.ts';

export interface ImpliedVolInputs {
  readonly right: 'call' | 'put';
  /** Quoted premium, index points. */
  readonly premium: number;
  readonly forward: number;
  readonly strike: number;
  readonly expiry: number;
  readonly discount: number;
}

/** Why no vol gives the premium; ordinary in wide or stale quotes. */
export type IvFailure =
  | { readonly code: 'below-intrinsic'; readonly premium: Points; readonly intrinsic: Points }
  | { readonly code: 'above-maximum'; readonly premium: Points; readonly maximum: Points };

/**
 * The vol at which Black-76 gives the premium.
 *
 * Intrinsic value is taken off first, which leaves an out-of-the-money premium; `impliedStdDev` inverts that. A
 * premium equal to intrinsic value gives vol 0, which is what prices it.
 *
 * @returns the vol; or `below-intrinsic` (premium < D max(+-(F - K), 0)); or `above-maximum` (premium >= D F for a
 *   call, D K for a put, or any premium above intrinsic with no time left)
 * @throws PreconditionError if forward, strike or discount is not > 0, expiry is < 0 or premium is not finite
 */
export function impliedVol(inputs: ImpliedVolInputs): Result<Vol, IvFailure> {
  const { right, premium, forward, strike, expiry, discount } = inputs;
  checkInputs(inputs);
  const intrinsic = Math.max(right === 'call' ? forward - strike : strike - forward, 0);
  const timeValue = premium / discount - intrinsic;
  if (timeValue < 0) {
    return fail({
      code: 'below-intrinsic',
      premium: points(premium),
      intrinsic: points(discount * intrinsic),
    });
  }
  if (timeValue <= LEAST_SHARE * Math.min(forward, strike)) return ok(vol(0));
  const cap = expiry === 0 ? 0 : Math.min(forward, strike);
  if (timeValue >= cap) {
    return fail({
      code: 'above-maximum',
      premium: points(premium),
      maximum: points(discount * (intrinsic + cap)),
    });
  }
  const stdDev = impliedStdDev(timeValue / cap, Math.abs(logMoneyness(forward, strike)));
  return ok(vol(stdDev / Math.sqrt(expiry)));
}

function checkInputs({ premium, forward, strike, expiry, discount }: ImpliedVolInputs): void {
  requireFinite('premium', premium);
  requirePositive('forward', forward);
  requirePositive('strike', strike);
  requireNonNegative('expiry', expiry);
  requirePositive('discount', discount);
}

const LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
/** Two steps settle every SPX quote; more are only met when s > 3, where the premium hardly moves with s. */
const MAX_STEPS = 40;
/** A step this small (relative) leaves an error of its fourth power: nothing. */
export const SETTLED = 3e-5;
/** Share of min(F, K) below which doubles run out of digits: no premium at all, for any purpose. */
export const LEAST_SHARE = 1e-290;

/**
 * The s = vol sqrt(T) at which an out-of-the-money option is worth `share` of min(F, K).
 *
 * Starts from the inverse of Bachelier's formula (within 0.6 %, then corrected to lognormal), and takes fourth-order
 * Householder steps on ln premium, whose derivatives need only the ratio of premium to vega:
 *
 *     share = n(u) r,   r = M(u) - M(v),   u = |x|/s - s/2,   v = u + s
 *
 * Above one half the logarithm of 1 - share is solved instead: there the premium saturates and its own logarithm
 * says nothing.
 *
 * @param share  in [1e-290, 1)
 * @param distance  |ln F/K|, >= 0
 * @see Householder (1970), The Numerical Treatment of a Single Nonlinear Equation
 */
export function impliedStdDev(share: number, distance: number): number {
  const step = share < 0.5 ? logPremiumStep : logShortfallStep;
  const target = share < 0.5 ? Math.log(share) : Math.log1p(-share);
  let s = bachelierGuess(share * Math.exp(-0.5 * distance), distance);
  for (let count = 0; count < MAX_STEPS; count++) {
    // A step may not leave the positive axis, nor run away where the slope is flat.
    const next = Math.min(Math.max(s + step(s, distance, target), 0.25 * s), 4 * s);
    const change = Math.abs(next - s);
    s = next;
    if (change <= SETTLED * s) break;
  }
  return s;
}

/** Fourth-order step towards g = 0, given g/g', g''/g' and g'''/g'. */
const householder = (newton: number, second: number, third: number): number =>
  (-newton * (1 - 0.5 * newton * second)) / (1 - newton * (second - (newton * third) / 6));

/** Towards ln premium(s) = target. */
const logPremiumStep = (s: number, distance: number, target: number): number =>
  stepFromRatio(s, distance, target, millsDifference(distance / s, 0.5 * s));

/**
 * The same when r = premium / vega at s is known already. With b = vega'/vega and b2 = vega''/vega the step is Householder's
 * multiplied through by r, so that nothing is divided by it:
 *
 *     -e r [1 - e (r b - 1)/2] / [1 - e (r b - 1) + e^2 (r^2 b2 - 3 r b + 2)/6],   e = ln premium - target
 */
export function stepFromRatio(s: number, distance: number, target: number, r: number): number {
  const inverse = 1 / s;
  const h = distance * inverse;
  const t = 0.5 * s;
  const u = h - t;
  const e = Math.log(r) - 0.5 * u * u - LOG_SQRT_TWO_PI - target;
  const b = u * (h + t) * inverse;
  const b2 = b * b - 3 * (h * inverse) * (h * inverse) - 0.25;
  const lean = e * (r * b - 1);
  const curl = r * r * b2 - 3 * r * b + 2;
  return (-e * r * (1 - 0.5 * lean)) / (1 - lean + (e * e * curl) / 6);
}

/** Towards ln(1 - premium(s)) = target; only met with u < 0. */
function logShortfallStep(s: number, distance: number, target: number): number {
  const u = distance / s - 0.5 * s;
  const v = u + s;
  const ratio = millsRatio(-u) + millsRatio(v);
  const error = Math.log(ratio) - 0.5 * u * u - LOG_SQRT_TWO_PI - target;
  const bend = (u * v) / s;
  const bend2 = bend * bend - (3 * distance * distance) / (s * s * s * s) - 0.25;
  const inverse = -1 / ratio;
  return householder(-error * ratio, bend - inverse, bend2 - 3 * bend * inverse + 2 * inverse * inverse);
}

/** Keeps the guess finite at the money; the equation itself sees the true distance. */
const LEAST_DISTANCE = 1e-10;

/**
 * Rough s of an out-of-the-money premium: Bachelier's formula inverted for h = |x|/s by one polynomial (0.6 %), then
 * its first lognormal correction.
 *
 * @param share  premium / sqrt(F K)
 * @see numerics.md sections 2 and 10 of the design for the fit
 */
export function bachelierGuess(share: number, distance: number): number {
  const x = Math.max(distance, LEAST_DISTANCE);
  const root = Math.sqrt(Math.log1p((0.39894 * x) / share));
  const t = root / (1 + root);
  let fit = -1.9877513642089453 * t - 11.006343548550733;
  fit = fit * t + 30.58411144574588;
  fit = fit * t - 23.592831832299296;
  fit = fit * t + 5.812266276827727;
  fit = fit * t + 0.532883795291095;
  fit = fit * t + 1.0062800186051537;
  const h = root * t * fit;
  const s = x / h;
  return s * (1 + (s * s) / (24 + 8 * h * h));
}
