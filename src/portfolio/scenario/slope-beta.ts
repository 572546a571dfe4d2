import { requirePositive } from '../../core/errors.ts';

/** Which longer index follows VIX. */
export type LongerIndex = 'vix3m' | 'vix6m';

/** Powers of one longer index: its log change per log change of VIX. */
export interface SlopePowers {
  /** While VIX is below the knot. */
  readonly below: number;
  /** While it rises above the knot, and while it falls there. */
  readonly rising: number;
  readonly falling: number;
}

/** VIX from which on a further rise is no longer read as passing, in points. */
export const SLOPE_KNOT = 30;

/**
 * Measured on closes 2009-09-18 to 2026-04-24 (Cboe). `below` is the slope of a daily log regression over all sessions;
 * fits below the knot agree, for rises and falls alike (3M .59-.60, 6M .40-.41). `rising` and `falling` are the slopes
 * above it fitted to moves of two points and more: the mean of windows of one session (3M .76/.68, 6M .59/.50) and of
 * five (.87/.67, .72/.48). Without 2020 the rising ones are .74 and .81, 6M .54 and .63.
 */
export const SLOPE_POWERS: Readonly<Record<LongerIndex, SlopePowers>> = {
  vix3m: { below: 0.6, rising: 0.82, falling: 0.67 },
  vix6m: { below: 0.41, rising: 0.66, falling: 0.49 },
};

/**
 * Factor by which a longer index moves with VIX: a power law with one knot, at VIX = 30.
 *
 *     ln(VIX3M' / VIX3M) = b ln(min(VIX', 30) / min(VIX, 30)) + c ln(max(VIX', 30) / max(VIX, 30))
 *
 * The knot lies at a level of VIX and not at a size of the rise: the level explains more (log error of rises by ten points
 * and more, each with its own fit: .032 against .036 over one session, .058 against .075 over five), and a shock of +20 is
 * then the same as +10 followed by +10. This law errs by .038 and .059.
 *
 * One power of .60 throughout errs by .052 and .092 and reads every rise as passing: the variance between 30 and 93 days,
 * and with it the 60-day future, falls on the way to +30 points from 38 % of the sessions on record. A power of .75 on the
 * whole of a rise beyond ten points errs by .051 and .090, of .90 by .104 and .156, and both jump at ten. Here it rises all
 * the way to +60 from every session on record, because
 *
 *     d(93 VIX3M^2 - 30 VIX^2) / dVIX >= 0   where   power >= (30 / 93) (VIX / VIX3M)^2
 *
 * which is a ratio VIX / VIX3M of 1.36 for .60 and 1.59 for .82; the highest close on record is 1.34.
 *
 * @param vix, after  VIX before and after the shock, in points
 * @throws PreconditionError for a VIX that is not > 0
 */
export function slopeFactor(index: LongerIndex, vix: number, after: number): number {
  requirePositive('vix', vix);
  requirePositive('after', after);
  const { below, rising, falling } = SLOPE_POWERS[index];
  const above = after > vix ? rising : falling;
  const low = Math.log(Math.min(after, SLOPE_KNOT) / Math.min(vix, SLOPE_KNOT));
  const high = Math.log(Math.max(after, SLOPE_KNOT) / Math.max(vix, SLOPE_KNOT));
  return Math.exp(below * low + above * high);
}
