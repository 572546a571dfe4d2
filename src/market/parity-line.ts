import { fail, ok, type Result } from '../core/result.ts';
import { median } from '../quant/stats.ts';
import type { Chain } from './chain.ts';

/** One strike with both sides quoted on both rights: the synthetic forward contract, in premium points. */
export interface ParityPoint {
  readonly strike: number;
  /** Call mid less put mid. */
  readonly synthetic: number;
  /** Half the sum of the call's and the put's bid-ask spreads: what crossing the synthetic costs from mid. */
  readonly halfSpread: number;
}

/** The straight line `C - P = D (F - K)` drawn through one expiration. */
export interface ParityLine {
  /** Minus the slope: what one dollar at expiration is worth now. */
  readonly discount: number;
  /** Standard error of `discount`, from the scatter of the points about the line. */
  readonly discountError: number;
  /** Where the line crosses zero. */
  readonly forward: number;
  /** Every two-sided strike in the window, outliers included, ascending. */
  readonly points: readonly ParityPoint[];
  /** How many of them the line was drawn through. */
  readonly used: number;
}

export interface ParityLineFailure {
  readonly code: 'too-few-strikes' | 'forward-outside-strikes' | 'not-a-line';
  readonly detail: string;
}

/** Fewer two-sided strikes than this and one bad quote decides the forward. */
const MIN_STRIKES = 5;
/** The window around the money, in ATM straddles: about 2.4 standard deviations, where both rights still trade. */
const WINDOW_STRADDLES = 3;
/** A quote cannot be trusted to better than this, in points: half of the smallest tick, 0.05. */
const MIN_HALF_SPREAD = 0.025;
/** Passes of fit, drop, fit again; the kept set is stable after two on every real chain seen. */
const PASSES = 3;
/** A point further from the line than this many robust standard deviations is left out. */
const OUTLIER_SIGMAS = 4;

/** With the price of both options together, which measures how far the market thinks it may move. */
interface QuotedStrike extends ParityPoint {
  readonly straddle: number;
}

/** Strikes where all four of call bid, call ask, put bid and put ask stand and neither side is crossed. */
function twoSidedStrikes({ strikes, call, put }: Chain): QuotedStrike[] {
  const found: QuotedStrike[] = [];
  strikes.forEach((strike, i) => {
    const [cb, ca] = [call.bid[i] ?? 0, call.ask[i] ?? 0];
    const [pb, pa] = [put.bid[i] ?? 0, put.ask[i] ?? 0];
    if (cb <= 0 || pb <= 0 || ca < cb || pa < pb) return;
    const [callMid, putMid] = [(cb + ca) / 2, (pb + pa) / 2];
    found.push({
      strike,
      synthetic: callMid - putMid,
      halfSpread: Math.max((ca - cb + pa - pb) / 2, MIN_HALF_SPREAD),
      straddle: callMid + putMid,
    });
  });
  return found;
}

interface FittedLine {
  readonly slope: number;
  readonly slopeError: number;
  readonly root: number;
}

/** Weighted least squares of synthetic on strike, weights 1 / halfSpread^2. */
function fitLine(points: readonly ParityPoint[]): FittedLine {
  let [w, wx, wy] = [0, 0, 0];
  for (const p of points) {
    const weight = p.halfSpread ** -2;
    [w, wx, wy] = [w + weight, wx + weight * p.strike, wy + weight * p.synthetic];
  }
  const [x, y] = [wx / w, wy / w];
  let [sxx, sxy] = [0, 0];
  for (const p of points) {
    const weight = p.halfSpread ** -2;
    sxx += weight * (p.strike - x) ** 2;
    sxy += weight * (p.strike - x) * (p.synthetic - y);
  }
  const slope = sxy / sxx;
  let chi2 = 0;
  for (const p of points) chi2 += ((p.synthetic - y - slope * (p.strike - x)) / p.halfSpread) ** 2;
  return { slope, slopeError: Math.sqrt(chi2 / Math.max(points.length - 2, 1) / sxx), root: x - y / slope };
}

/** The points whose distance from the line is ordinary, both for the set and for their own spread. */
function withoutOutliers(points: readonly ParityPoint[], { slope, root }: FittedLine): ParityPoint[] {
  const distances = points.map((p) => Math.abs(p.synthetic - slope * (p.strike - root)));
  const scale = 1.4826 * median(distances);
  return points.filter((_, i) => (distances[i] ?? 0) <= Math.max(OUTLIER_SIGMAS * scale, MIN_HALF_SPREAD));
}

/** The strikes within reach of the money, where |C - P| is least; never fewer than the least number, if there are as many. */
function nearTheMoney(all: readonly QuotedStrike[]): ParityPoint[] {
  const first = all.reduce((best, p) => (Math.abs(p.synthetic) < Math.abs(best.synthetic) ? p : best));
  const away = (p: QuotedStrike): number => Math.abs(p.strike - first.strike);
  return [...all]
    .sort((a, b) => away(a) - away(b))
    .filter((p, i) => i < MIN_STRIKES || away(p) <= WINDOW_STRADDLES * first.straddle)
    .map(({ strike, synthetic, halfSpread }) => ({ strike, synthetic, halfSpread }))
    .sort((a, b) => a.strike - b.strike);
}

/** Fit, drop what lies far off, fit again. */
function robustLine(points: readonly ParityPoint[]): { line: FittedLine; used: number } {
  let [kept, line] = [points, fitLine(points)];
  for (let pass = 1; pass < PASSES; pass++) {
    const next = withoutOutliers(points, line);
    if (next.length < MIN_STRIKES || next.length === kept.length) break;
    [kept, line] = [next, fitLine(next)];
  }
  return { line, used: kept.length };
}

/**
 * The parity line of one expiration, robust to single bad quotes.
 *
 * European options of one expiration obey `C - P = D (F - K)` exactly, so the mids of both rights lie on a line whose
 * slope is minus the discount factor and whose root is the forward. Weights fall with the square of the spread;
 * points far off are dropped and the line drawn again.
 *
 * @param chain  SPX, SPXW, XSP, VIX or VIXW: for American options (SPY) parity is only a pair of bounds
 */
export function parityLine(chain: Chain): Result<ParityLine, ParityLineFailure> {
  const all = twoSidedStrikes(chain);
  if (all.length < MIN_STRIKES) {
    const detail = `${all.length} strikes quoted on both sides, ${MIN_STRIKES} needed`;
    return fail({ code: 'too-few-strikes', detail });
  }
  const points = nearTheMoney(all);
  if (points.every((p) => p.synthetic > 0) || points.every((p) => p.synthetic < 0)) {
    const detail = 'call less put never changes sign over the quoted strikes';
    return fail({ code: 'forward-outside-strikes', detail });
  }
  const { line, used } = robustLine(points);
  const { slope, slopeError, root } = line;
  if (!(slope < 0 && Number.isFinite(root) && Number.isFinite(slopeError))) {
    const detail = `call less put does not fall with the strike (slope ${slope.toFixed(4)})`;
    return fail({ code: 'not-a-line', detail });
  }
  return ok({ discount: -slope, discountError: slopeError, forward: root, points, used });
}
