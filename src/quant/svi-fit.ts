import { PreconditionError, requireNonNegative } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { nelderMead } from './nelder-mead.ts';
import { type SviParams, sviTotalVariance } from './svi.ts';
import { butterflyFree } from './svi-butterfly.ts';
import { innerFitter, meanSquare, quotedRange, type SviData } from './svi-inner.ts';

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
/** Residuals beyond this many robust standard deviations pull only linearly (Huber 1964; 95 % efficient at 1.345, kept
 * wider because the wings of a real smile depart from SVI together, and are not errors). */
const HUBER = 2.5;
const ROUNDS = 2;

/**
 * Raw SVI slice through quotes: weighted, robust, and free of butterfly arbitrage over the quoted range.
 *
 * Two numbers (m, ln sigma) are searched by the downhill simplex; for each the other three follow exactly from
 * `fitInner`. Huber's weights then damp outliers and the search resumes from where it was. If Durrleman's g is
 * negative somewhere between the first and the last quote, `butterflyFree` mends the slice.
 *
 * Deterministic: no randomness, same points in the same order give the same bits.
 *
 * @returns the fit; or `too-few-points` (fewer than five distinct k with weight)
 * @throws PreconditionError if a k is not finite, a totalVariance not > 0, or a weight < 0
 */
export function fitSvi(points: readonly SviPoint[]): Result<SviFit, SviFailure> {
  const data = columnsOf(points);
  if (new Set(data.k).size < LEAST_POINTS) return fail({ code: 'too-few-points' });
  let best = search(data, coarseStart(data), 1);
  for (let round = 0; round < ROUNDS; round++) best = search(damped(data, best), best, 0.2);
  const params = butterflyFree(best, damped(data, best));
  return ok({ params, rmse: Math.sqrt(meanSquare(data, params)) });
}

function columnsOf(points: readonly SviPoint[]): SviData {
  for (const { k, totalVariance, weight } of points) {
    if (!Number.isFinite(k)) throw new PreconditionError('k', 'must be finite', k);
    if (!(Number.isFinite(totalVariance) && totalVariance > 0)) {
      throw new PreconditionError('totalVariance', 'must be finite and > 0', totalVariance);
    }
    requireNonNegative('weight', weight);
  }
  const kept = points.filter(({ weight }) => weight > 0);
  return {
    k: Float64Array.from(kept, ({ k }) => k),
    w: Float64Array.from(kept, ({ totalVariance }) => totalVariance),
    weight: Float64Array.from(kept, ({ weight }) => weight),
  };
}

/** Where the simplex starts: shares of the quoted range for m, and of its length for sigma. */
const COARSE_M = [0.3, 0.5, 0.65, 0.8, 0.95];
const COARSE_SIGMA = [0.02, 0.06, 0.2, 0.6];

/** The best of a small grid of (m, sigma): the simplex only has to refine. */
function coarseStart(data: SviData): SviParams {
  const { low, span } = quotedRange(data);
  const inner = innerFitter(data);
  const tried = COARSE_M.flatMap((place) =>
    COARSE_SIGMA.map((size) => inner(low + place * span, size * span)),
  );
  return tried.reduce((best, fit) => (fit.meanSquare < best.meanSquare ? fit : best)).params;
}

/** Sigma is held to this share of the quoted span: a sharper corner is not seen by the quotes, a wider one is a parabola. */
const SIGMA_SHARE = { least: 1e-3, most: 10 };

function search(data: SviData, start: SviParams, reach: number): SviParams {
  const { low, span } = quotedRange(data);
  const inner = innerFitter(data);
  const inside = (m: number, sigma: number): boolean =>
    m > low - 2 * span &&
    m < low + 3 * span &&
    sigma > SIGMA_SHARE.least * span &&
    sigma < SIGMA_SHARE.most * span;
  const cost = ([m = 0, logSigma = 0]: readonly number[]): number => {
    const sigma = Math.exp(logSigma);
    return inside(m, sigma) ? inner(m, sigma).meanSquare : Number.POSITIVE_INFINITY;
  };
  const found = nelderMead(cost, [start.m, Math.log(start.sigma)], {
    steps: [0.1 * reach * span, 0.4 * reach],
  });
  const [m = start.m, logSigma = Math.log(start.sigma)] = found.at;
  return inner(m, Math.exp(logSigma)).params;
}

/** The same points with outlying ones weighted down. */
function damped(data: SviData, params: SviParams): SviData {
  const pull = data.k.map((k, i) => {
    const residual = sviTotalVariance(params, k) - (data.w[i] as number);
    return Math.abs(residual) * Math.sqrt(data.weight[i] as number);
  });
  const sorted = pull.slice().sort();
  const scale = 1.4826 * (sorted[sorted.length >> 1] as number);
  const limit = HUBER * scale;
  return {
    ...data,
    weight: data.weight.map((h, i) => ((pull[i] as number) > limit ? (h * limit) / (pull[i] as number) : h)),
  };
}
