import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';

const MINUTES_PER_DAY = 1440;

/**
 * Days each of Cboe's S&P 500 volatility indices looks ahead: 9, 30, 93, 184 and 365 calendar days.
 *
 * @see Cboe, Volatility Index Methodology: Selected S&P 500 volatility indices
 */
export const VOL_INDEX_DAYS = { VIX9D: 9, VIX: 30, VIX3M: 93, VIX6M: 184, VIX1Y: 365 } as const;

export type VolIndexName = keyof typeof VOL_INDEX_DAYS;

/** Minutes an index looks ahead. */
export const volIndexMinutes = (name: VolIndexName): number => VOL_INDEX_DAYS[name] * MINUTES_PER_DAY;

/** Variance of one expiration and the minutes to its settlement instant. */
export interface StripVariance {
  /** Annualised, decimal squared. */
  readonly variance: number;
  readonly minutes: number;
}

export interface StripPair<T extends { readonly minutes: number }> {
  readonly near: T;
  readonly next: T;
}

/**
 * Annualised variance at a tenor from two expirations, total variance linear in time.
 *
 *     variance = [N1 v1 (N2 - N) + N2 v2 (N - N1)] / (N2 - N1) / N
 *
 * with N in minutes (T = N / N365, and N365 cancels). Outside the two the same line is extended, as Cboe does on the
 * Wednesdays when the near expiration is thirty days out or more. A tenor that is one expiration's own is that
 * expiration's variance.
 *
 * @returns decimal squared; may be <= 0 far outside two expirations whose variances differ much
 * @throws PreconditionError unless variances and minutes are > 0 and near is the earlier
 */
export function varianceAtTenor({ near, next }: StripPair<StripVariance>, minutes: number): number {
  return totalAtTenor({ near, next }, minutes) / minutes;
}

/** Variance times minutes. */
function totalAtTenor({ near, next }: StripPair<StripVariance>, minutes: number): number {
  for (const [name, strip] of Object.entries({ near, next })) {
    requirePositive(`${name}.variance`, strip.variance);
    requirePositive(`${name}.minutes`, strip.minutes);
  }
  requirePositive('minutes', minutes);
  const weight = nearWeight({ near, next }, minutes);
  return near.minutes * near.variance * weight + next.minutes * next.variance * (1 - weight);
}

/**
 * Weight of the near expiration at a tenor: (N2 - N) / (N2 - N1), above 1 before it and below 0 after the next.
 *
 * @throws PreconditionError unless near is the earlier
 */
export function nearWeight<T extends { readonly minutes: number }>(
  { near, next }: StripPair<T>,
  minutes: number,
): number {
  if (!(near.minutes < next.minutes)) {
    throw new PreconditionError('near.minutes', `must be < next.minutes (${next.minutes})`, near.minutes);
  }
  return (next.minutes - minutes) / (next.minutes - near.minutes);
}

/**
 * Volatility index at a tenor from the two expirations either side of it, in vol points (13.69, not 0.1369).
 *
 *     index = 100 sqrt(variance at the tenor)
 *
 * @throws PreconditionError unless variances and minutes are > 0, near is the earlier, and the blend is > 0
 * @see Cboe, Volatility Index Methodology: Cboe Volatility Index, step 3
 */
export function volIndex(pair: StripPair<StripVariance>, minutes: number): number {
  const total = totalAtTenor(pair, minutes);
  requirePositive('variance at the tenor', total);
  return 100 * Math.sqrt(total / minutes);
}

/** VIX: the volatility index at 43,200 minutes. */
export const vixFromStrips = (pair: StripPair<StripVariance>): number =>
  volIndex(pair, volIndexMinutes('VIX'));

/** Why a term structure says nothing about a tenor. */
export interface BracketFailure {
  /** Fewer than two expirations; or the tenor lies further outside the two nearest than they lie apart. */
  readonly code: 'too-few-expirations' | 'too-far-outside';
}

/**
 * The two expirations an index at a tenor is made of: the last one at or before it and the first one after.
 *
 * With none before (or none after) the two nearest stand in and their line is prolonged, but no further than it is
 * long: Cboe's own prolongation is a day of a line of seven.
 *
 * @param terms  ascending by minutes, only the kind of expiration the index uses
 * @throws PreconditionError unless minutes ascend and the tenor is > 0
 */
export function bracketTenor<T extends { readonly minutes: number }>(
  terms: readonly T[],
  minutes: number,
): Result<StripPair<T>, BracketFailure> {
  requirePositive('minutes', minutes);
  terms.forEach((term, i) => {
    if (!(term.minutes > (terms[i - 1]?.minutes ?? 0)))
      throw new PreconditionError(`terms[${i}].minutes`, 'must ascend from above 0', term.minutes);
  });
  const after = terms.findIndex((term) => term.minutes > minutes);
  const second = after === -1 ? terms.length - 1 : Math.max(after, 1);
  const [near, next] = [terms[second - 1], terms[second]];
  if (near === undefined || next === undefined) return fail({ code: 'too-few-expirations' });
  const outside = Math.max(near.minutes - minutes, minutes - next.minutes);
  return outside > next.minutes - near.minutes ? fail({ code: 'too-far-outside' }) : ok({ near, next });
}
