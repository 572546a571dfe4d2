import { PreconditionError, requireNonNegative, requirePositive } from '../core/errors.ts';
import { normalCdf } from './normal.ts';

/** Law of the index at expiration: ln S normal with standard deviation vol sqrt(expiry), mean of S at the forward. */
export interface Lognormal {
  readonly forward: number;
  /** Annualised, decimal. */
  readonly vol: number;
  /** Years. */
  readonly expiry: number;
}

/** Strikes of a condor, ascending. */
export interface CondorStrikes {
  readonly longPut: number;
  readonly shortPut: number;
  readonly shortCall: number;
  readonly longCall: number;
}

/** Chance that the index settles at or below a level; 0 for a level <= 0. */
export function probabilityBelow(law: Lognormal, level: number): number {
  checkLaw(law);
  return below(law, level, 0);
}

/** Chance that the index settles above `low` and at or below `high`; 0 when high <= low. */
export function probabilityBetween({
  low,
  high,
  ...law
}: Lognormal & { readonly low: number; readonly high: number }): number {
  checkLaw(law);
  if (high <= low) return 0;
  // Taken from the tail the interval lies in, where the difference of two small numbers is exact.
  return low > law.forward
    ? above(law, low, 0) - above(law, high, 0)
    : below(law, high, 0) - below(law, low, 0);
}

/**
 * What the seller of one condor owes at expiration, in points: its mean and standard deviation.
 *
 *     payout = min[(shortPut - S)^+, shortPut - longPut] + min[(S - shortCall)^+, longCall - shortCall]
 *
 * Closed form from the partial moments of the lognormal law; the two sides never pay together, so their second
 * moments add. Undiscounted, before any credit.
 *
 * @throws PreconditionError unless longPut < shortPut <= shortCall < longCall, all > 0, and the law is proper
 */
export function condorPayout({ longPut, shortPut, shortCall, longCall, ...law }: Lognormal & CondorStrikes): {
  readonly mean: number;
  readonly deviation: number;
} {
  checkLaw(law);
  checkStrikes({ longPut, shortPut, shortCall, longCall });
  const mean = putSpread(law, longPut, shortPut) + callSpread(law, shortCall, longCall);
  const square = putSpreadSquare(law, longPut, shortPut) + callSpreadSquare(law, shortCall, longCall);
  return { mean, deviation: Math.sqrt(Math.max(square - mean * mean, 0)) };
}

/** E min[(short - S)^+, short - long]: what a put spread owes. */
export const putSpread = (law: Lognormal, long: number, short: number): number =>
  short * below(law, short, 0) - below(law, short, 1) - (long * below(law, long, 0) - below(law, long, 1));

/** E min[(S - short)^+, long - short]: what a call spread owes. */
export const callSpread = (law: Lognormal, short: number, long: number): number =>
  above(law, short, 1) - short * above(law, short, 0) - (above(law, long, 1) - long * above(law, long, 0));

function putSpreadSquare(law: Lognormal, long: number, short: number): number {
  const within = (level: number): number =>
    short * short * below(law, level, 0) - 2 * short * below(law, level, 1) + below(law, level, 2);
  return within(short) - within(long) + (short - long) ** 2 * below(law, long, 0);
}

function callSpreadSquare(law: Lognormal, short: number, long: number): number {
  const within = (level: number): number =>
    short * short * above(law, level, 0) - 2 * short * above(law, level, 1) + above(law, level, 2);
  return within(short) - within(long) + (long - short) ** 2 * above(law, long, 0);
}

type Power = 0 | 1 | 2;

/** E[S^power; S <= level] = F^power e^{power (power - 1) s^2/2} N(z - power s), z = ln(level/F)/s + s/2. */
const below = (law: Lognormal, level: number, power: Power): number =>
  wholeMoment(law, power) * normalCdf(standardised(law, level, power));

/** E[S^power; S > level]. */
const above = (law: Lognormal, level: number, power: Power): number =>
  wholeMoment(law, power) * normalCdf(-standardised(law, level, power));

const wholeMoment = ({ forward, vol, expiry }: Lognormal, power: Power): number =>
  forward ** power * (power === 2 ? Math.exp(vol * vol * expiry) : 1);

/** With no variance left the index is at its forward: every level is infinitely far above or below it. */
function standardised({ forward, vol, expiry }: Lognormal, level: number, power: Power): number {
  if (level <= 0) return Number.NEGATIVE_INFINITY;
  const s = vol * Math.sqrt(expiry);
  if (s === 0) return level >= forward ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return Math.log(level / forward) / s + s / 2 - power * s;
}

function checkLaw({ forward, vol, expiry }: Lognormal): void {
  requirePositive('forward', forward);
  requireNonNegative('vol', vol);
  requireNonNegative('expiry', expiry);
}

export function checkStrikes({ longPut, shortPut, shortCall, longCall }: CondorStrikes): void {
  requirePositive('longPut', longPut);
  if (!(longPut < shortPut))
    throw new PreconditionError('shortPut', `must be > longPut (${longPut})`, shortPut);
  if (!(shortPut <= shortCall))
    throw new PreconditionError('shortCall', `must be >= shortPut (${shortPut})`, shortCall);
  if (!(shortCall < longCall))
    throw new PreconditionError('longCall', `must be > shortCall (${shortCall})`, longCall);
}
