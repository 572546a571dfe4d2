import { PreconditionError } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { SviParams } from './svi.ts';
import { butterflyFree } from './svi-butterfly.ts';
import {
  checkSviColumns,
  meanSquare,
  type QuotedRange,
  quotedRange,
  type SviColumns,
  weighted,
} from './svi-columns.ts';
import { huberWeights } from './svi-huber.ts';
import { fitInner, innerParams, reweight, type SviInner, sviInner } from './svi-inner.ts';
import { type SviPlace, searchSvi } from './svi-search.ts';

/** One quote of a slice. */
export interface SviPoint {
  /** ln(K/F). */
  readonly k: number;
  /** vol^2 T. */
  readonly totalVariance: number;
  /** >= 0; best the inverse variance of `totalVariance`. */
  readonly weight: number;
}

export interface SviFit {
  readonly params: SviParams;
  /** Weighted root-mean-square residual in total variance. */
  readonly rmse: number;
}

export interface SviFailure {
  readonly code: 'too-few-points';
}

/** As many as there are parameters. */
const LEAST_POINTS = 5;
/** Times the outliers are weighted down and the search resumed. */
const ROUNDS = 2;

/**
 * Raw SVI slice through quotes: weighted, robust, and free of butterfly arbitrage over the quoted range.
 *
 * Two numbers (m, ln sigma) are searched by `searchSvi`; for each the other three follow exactly from `fitInner`. Huber's
 * weights then damp outliers and the search resumes from where it was. If Durrleman's g is negative somewhere between the
 * first and the last quote, `butterflyFree` mends the slice.
 *
 * Deterministic: no randomness, same columns give the same bits.
 *
 * @returns the fit; or `too-few-points` (fewer than five distinct k with weight)
 * @throws PreconditionError if the columns differ in length, k does not ascend or is not finite, a totalVariance is not > 0,
 *   or a weight < 0
 */
export function fitSviColumns(columns: SviColumns): Result<SviFit, SviFailure> {
  checkSviColumns(columns);
  const quotes = weighted(columns);
  if (distinct(quotes.k) < LEAST_POINTS) return fail({ code: 'too-few-points' });
  const range = quotedRange(quotes);
  const inner = sviInner(quotes);
  let place = firstSearch(inner, range);
  let weight = quotes.weight;
  for (let round = 0; round < ROUNDS; round++) {
    const before = weight;
    weight = huberWeights(inner.residual, quotes.weight);
    if (weight === before) break;
    reweight(inner, weight);
    place = searchSvi(inner, place, range);
  }
  const params = butterflyFree(innerParams(inner), { ...quotes, weight });
  return ok({ params, rmse: Math.sqrt(meanSquare(quotes, params)) });
}

/** The same for quotes as a list, in any order. */
export function fitSvi(points: readonly SviPoint[]): Result<SviFit, SviFailure> {
  for (const { k } of points) {
    if (!Number.isFinite(k)) throw new PreconditionError('k', 'must be finite', k);
  }
  const sorted = points.slice().sort((a, b) => a.k - b.k);
  return fitSviColumns({
    k: Float64Array.from(sorted, ({ k }) => k),
    totalVariance: Float64Array.from(sorted, ({ totalVariance }) => totalVariance),
    weight: Float64Array.from(sorted, ({ weight }) => weight),
  });
}

function distinct(ascending: Float64Array): number {
  let count = 0;
  for (let i = 0; i < ascending.length; i++) {
    if (i === 0 || ascending[i] !== ascending[i - 1]) count += 1;
  }
  return count;
}

/** Where the search starts: shares of the quoted range for m, and of its length for sigma. */
const COARSE_M = [0.3, 0.5, 0.65, 0.8, 0.95];
const COARSE_SIGMA = [0.02, 0.06, 0.2, 0.6];

/**
 * The better of two searches: from the best of a small grid of (m, sigma), and, where that is a narrow bend, from the best
 * wide one. Of 2,440 real slices a search from every point of the grid finds something better in one.
 */
function firstSearch(inner: SviInner, range: QuotedRange): SviPlace {
  const wide = bestStart(inner, range, COARSE_SIGMA.slice(-1));
  const narrow = bestStart(inner, range, COARSE_SIGMA.slice(0, -1));
  const first = searchSvi(inner, wide, range);
  if (narrow.cost >= wide.cost) return first;
  const second = searchSvi(inner, narrow, range);
  if (second.cost <= first.cost) return second;
  fitInner(inner, first.m, Math.exp(first.logSigma));
  return first;
}

function bestStart(inner: SviInner, { low, span }: QuotedRange, shares: readonly number[]): SviPlace {
  let best: SviPlace = { m: low, logSigma: 0, cost: Number.POSITIVE_INFINITY };
  for (const place of COARSE_M) {
    for (const size of shares) {
      const start = { m: low + place * span, logSigma: Math.log(size * span) };
      const cost = fitInner(inner, start.m, Math.exp(start.logSigma));
      if (cost < best.cost) best = { ...start, cost };
    }
  }
  return best;
}
