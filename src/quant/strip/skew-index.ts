import { requireFinite, requirePositive } from '../../core/errors.ts';
import { nearWeight, type StripPair, volIndexMinutes } from './vol-index.ts';

/** Skewness of the log return to one expiration and the minutes to its settlement instant. */
export interface StripSkewness {
  readonly skewness: number;
  readonly minutes: number;
}

/**
 * SKEW at a tenor from the two expirations either side of it: 100 for a normal log return, more the heavier the left tail.
 *
 *     SKEW = w (100 - 10 S1) + (1 - w) (100 - 10 S2),   w = (N2 - N) / (N2 - N1)
 *
 * Skewness itself is interpolated, not a total: there is no law by which it adds up over time.
 *
 * @param minutes  tenor; thirty days by default, the published index
 * @throws PreconditionError unless skewnesses are finite, minutes are > 0 and near is the earlier
 * @see Cboe (2010), The CBOE Skew Index
 */
export function skewIndex(
  { near, next }: StripPair<StripSkewness>,
  minutes: number = volIndexMinutes('VIX'),
): number {
  for (const [name, strip] of Object.entries({ near, next })) {
    requireFinite(`${name}.skewness`, strip.skewness);
    requirePositive(`${name}.minutes`, strip.minutes);
  }
  requirePositive('minutes', minutes);
  const weight = nearWeight({ near, next }, minutes);
  return weight * (100 - 10 * near.skewness) + (1 - weight) * (100 - 10 * next.skewness);
}
