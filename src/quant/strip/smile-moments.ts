import { PreconditionError } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { otmPremium } from '../black76.ts';
import { gaussLegendre } from '../gauss-legendre.ts';
import type { LogReturnMoments } from './log-return-moments.ts';
import { momentWeight } from './moment-weight.ts';

/** Implied total variance of one expiration at every log-moneyness. */
export interface TotalVarianceSmile {
  /** w(k) = vol^2 T at k = ln(K/F); finite and >= 0 for every k, wings included. */
  readonly totalVariance: (k: number) => number;
  /** Where w has corners, ascending: quadrature stops and starts there. */
  readonly corners?: readonly number[];
}

export interface SmileMomentsFailure {
  /** w(0) = 0; or a wing so heavy that the moments do not settle before |k| = 60 (a total variance near 2 |k|, Lee's bound). */
  readonly code: 'no-variance' | 'wing-too-heavy';
}

const ORDERS = [1, 2, 3, 4] as const;
/** Points a panel: with panels of less than a standard deviation near the money, more change nothing. */
const RULE = 16;
/** Panels start at half a standard deviation and grow by a fifth, so that slow wings are reached in few. */
const FIRST_PANEL = 0.5;
const PANEL_GROWTH = 1.2;
/** A panel that adds less than this share of what every moment has gathered is the last: wings decay exponentially. */
const NEGLIGIBLE = 1e-17;
/** e^{-60} of a forward: no price any more. */
const FARTHEST = 60;

/**
 * Moments of the log return from a smile, the strip with strikes everywhere.
 *
 *     E[R^n] = int w_n(k) e^{-k} q(k) dk,   q(k) the undiscounted out-of-the-money premium over F
 *
 * By Gauss-Legendre panels from the money outward, each wing until nothing is added. Wings are the smile's own: a fit says
 * by its formula what lies beyond the last quote, `quotedSmile` holds the last vol.
 *
 * @returns the moments; or why they do not exist
 * @throws PreconditionError if the smile gives a total variance that is not finite and >= 0
 * @see Bakshi, Kapadia and Madan (2003), theorem 1; Lee (2004), Math. Finance 14, 469-480, on which moments exist
 */
export function smileMoments(smile: TotalVarianceSmile): Result<LogReturnMoments, SmileMomentsFailure> {
  const deviation = Math.sqrt(checkedVariance(smile, 0));
  if (deviation === 0) return fail({ code: 'no-variance' });
  const left = wing(smile, -1, deviation);
  const right = wing(smile, 1, deviation);
  if (left === undefined || right === undefined) return fail({ code: 'wing-too-heavy' });
  const [mean = 0, second = 0, third = 0, fourth = 0] = left.map((value, i) => value + (right[i] as number));
  return ok({ mean, second, third, fourth });
}

/** The moments' integrals over one wing, panel by panel; undefined when it does not end. */
function wing(smile: TotalVarianceSmile, side: -1 | 1, deviation: number): Float64Array | undefined {
  const corners = (smile.corners ?? []).map((k) => side * k).filter((k) => k > 0);
  corners.sort((a, b) => a - b);
  const sums = new Float64Array(ORDERS.length);
  const sizes = new Float64Array(ORDERS.length);
  const added = new Float64Array(ORDERS.length);
  let from = 0;
  let next = 0;
  let width = FIRST_PANEL * deviation;
  while (from < FARTHEST) {
    const corner = corners[next] ?? Number.POSITIVE_INFINITY;
    const isCut = corner <= from + width;
    const to = isCut ? corner : from + width;
    added.fill(0);
    addPanel(smile, side * from, side * to, added);
    for (let i = 0; i < ORDERS.length; i++) {
      sums[i] = (sums[i] as number) + (added[i] as number);
      sizes[i] = (sizes[i] as number) + Math.abs(added[i] as number);
    }
    const isSettled = added.every((value, i) => Math.abs(value) <= NEGLIGIBLE * (sizes[i] as number));
    if (isSettled && corner === Number.POSITIVE_INFINITY) return sums;
    if (isCut) next += 1;
    else width *= PANEL_GROWTH;
    from = to;
  }
  return undefined;
}

/** Adds int w_n e^{-k} q dk over one panel to each sum, whichever way round its ends are given. */
function addPanel(smile: TotalVarianceSmile, a: number, b: number, sums: Float64Array): void {
  const { nodes, weights } = gaussLegendre(RULE);
  const half = Math.abs(b - a) / 2;
  for (let j = 0; j < nodes.length; j++) {
    const k = (a + b) / 2 + half * (nodes[j] as number);
    const strike = Math.exp(k);
    const premium = otmPremium(1, strike, Math.sqrt(checkedVariance(smile, k)));
    const density = (half * (weights[j] as number) * premium) / strike;
    ORDERS.forEach((order, i) => {
      sums[i] = (sums[i] as number) + momentWeight(order, k) * density;
    });
  }
}

function checkedVariance({ totalVariance }: TotalVarianceSmile, k: number): number {
  const w = totalVariance(k);
  if (!(Number.isFinite(w) && w >= 0))
    throw new PreconditionError(`totalVariance(${k})`, 'must be finite and >= 0', w);
  return w;
}
