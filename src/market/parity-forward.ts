import { fail, ok, type Result } from '../core/result.ts';
import { type Points, points, type Rate, rate, type Years } from '../core/units.ts';
import { median } from '../quant/stats.ts';
import type { Chain } from './chain.ts';
import { type ParityLine, type ParityLineFailure, type ParityPoint, parityLine } from './parity-line.ts';

/** What is believed about the rate before looking at this expiration, with its standard error (decimal). */
export interface RatePrior {
  readonly rate: number;
  readonly error?: number;
}

/** Forward and financing rate of one expiration, read from its own quotes. */
export interface ParityForward {
  readonly forward: Points;
  /** Continuously compounded to the settlement instant. */
  readonly rate: Rate;
  readonly discount: number;
  /** `fitted`: mostly this expiration's own slope; `prior`: mostly the rate handed in; `assumed`: none was handed in. */
  readonly rateSource: 'fitted' | 'prior' | 'assumed';
  /** Standard error of `rate`, decimal. */
  readonly rateError: number;
  /** Strikes the parity line was drawn through, after outliers. */
  readonly strikesUsed: number;
  /** Median over the strikes checked of half the bid-ask spread of one option (mean of call and put). */
  readonly medianHalfSpread: Points;
  /** Strikes whose own forward is further from `forward` than three median half-spreads. */
  readonly violations: number;
  readonly strikesChecked: number;
}

export interface ParityForwardFailure {
  readonly code: ParityLineFailure['code'] | 'expired' | 'wide';
  readonly detail: string;
}

/** Strikes whose own forwards are averaged by median (methodology 3.8). */
const NEAREST = 5;
/** A strike breaks parity beyond this many median half-spreads (methodology 3.8). */
const VIOLATION_HALF_SPREADS = 3;
/** Median half-spread above this share of the forward says nothing about the forward: quotes nobody stands behind. */
const MAX_HALF_SPREAD_SHARE = 0.02;
/** With no prior: dollar rates of 1990-2026 lay between 0 and 9 %, so 3 % give or take 3 %. */
const IGNORANCE = { rate: 0.03, error: 0.03 };
/** Standard error of a prior that does not state its own: half a percentage point. */
const PRIOR_ERROR = 0.005;
/**
 * Market makers shade their mids, so errors are alike across strikes and the scatter about the line understates the
 * error of its slope. 0.06 of the half-spread across one standard deviation of strikes: what makes the pull of
 * fitted rates away from the smoothed curve a unit-sized number on the real 2019 and 2023 chains.
 */
const SHADING = 0.06;

/** Median half-spread of one option: a synthetic crosses two. */
const optionHalfSpread = (line: ParityLine): number => median(line.points.map((p) => p.halfSpread / 2));

/** The line's own rate and its standard error: scatter about the line and shading of the mids, added in quadrature. */
export function lineRate(line: ParityLine, expiry: Years): { readonly rate: number; readonly error: number } {
  const strikes = line.points.map((p) => p.strike);
  const mean = strikes.reduce((sum, k) => sum + k, 0) / strikes.length;
  const spread = Math.sqrt(strikes.reduce((sum, k) => sum + (k - mean) ** 2, 0) / strikes.length);
  const shading = (SHADING * optionHalfSpread(line)) / spread;
  return {
    rate: -Math.log(line.discount) / expiry,
    error: Math.hypot(line.discountError / line.discount, shading) / expiry,
  };
}

/** Mean of two independent estimates, weighted by the inverse of their variances. */
function blend(own: { rate: number; error: number }, prior: { rate: number; error: number }) {
  const [a, b] = [own.error ** -2, prior.error ** -2];
  if (!Number.isFinite(a)) return { rate: own.rate, error: own.error, ownShare: 1 };
  return { rate: (a * own.rate + b * prior.rate) / (a + b), error: (a + b) ** -0.5, ownShare: a / (a + b) };
}

const nearestTo = (target: number, among: readonly ParityPoint[]): readonly ParityPoint[] =>
  [...among].sort((a, b) => Math.abs(a.strike - target) - Math.abs(b.strike - target)).slice(0, NEAREST);

/**
 * Forward and rate of one expiration by put-call parity.
 *
 *     C - P = D (F - K),   D = exp(-r T),   F = median over the 5 strikes nearest the money of K + (C - P) / D
 *
 * The slope D is a weighted, outlier-free regression over the strikes near the money. Over a week the slope of a
 * few points in thousands cannot tell one rate from another, so D blends the slope with the rate prior by inverse
 * variance and `rateSource` says which of the two it mostly is. The forward hardly depends on it: the five strikes
 * lie within a few points of F.
 *
 * @param expiry  years from the quotes to settlement, > 0
 * @see methodology 3.8 (parity checker)
 */
export function parityForward(
  chain: Chain,
  expiry: Years,
  prior?: RatePrior,
): Result<ParityForward, ParityForwardFailure> {
  if (!(expiry > 0))
    return fail({ code: 'expired', detail: `${chain.expiration} settles before the quotes` });
  const drawn = parityLine(chain);
  if (!drawn.ok) return drawn;
  const line = drawn.value;
  const halfSpread = optionHalfSpread(line);
  if (halfSpread > MAX_HALF_SPREAD_SHARE * line.forward) {
    return fail({
      code: 'wide',
      detail: `median half-spread ${halfSpread.toFixed(2)} against a forward of ${line.forward.toFixed(2)}`,
    });
  }
  const believed = prior === undefined ? IGNORANCE : { rate: prior.rate, error: prior.error ?? PRIOR_ERROR };
  const r = blend(lineRate(line, expiry), believed);
  const discount = Math.exp(-r.rate * expiry);
  const forwardOf = (p: ParityPoint): number => p.strike + p.synthetic / discount;
  const forward = median(nearestTo(line.forward, line.points).map(forwardOf));
  if (!(forward > 0))
    return fail({ code: 'not-a-line', detail: `parity gives a forward of ${forward.toFixed(2)}` });
  const tolerance = VIOLATION_HALF_SPREADS * halfSpread;
  return ok({
    forward: points(forward),
    rate: rate(r.rate),
    discount,
    rateSource: r.ownShare >= 0.5 ? 'fitted' : prior === undefined ? 'assumed' : 'prior',
    rateError: r.error,
    strikesUsed: line.used,
    medianHalfSpread: points(halfSpread),
    violations: line.points.filter((p) => Math.abs(forwardOf(p) - forward) > tolerance).length,
    strikesChecked: line.points.length,
  });
}
