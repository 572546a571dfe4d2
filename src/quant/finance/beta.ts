import { PreconditionError, requireFinite } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';

/** The line through returns of an asset against those of the market. */
export interface MarketLine {
  readonly beta: number;
  /** Return of the asset, per period, that the market does not explain. */
  readonly alpha: number;
  /** Standard error of beta; absent with two periods, where the line goes through both. */
  readonly betaError?: number;
  /** Periods the line was drawn through. */
  readonly periods: number;
}

export interface MarketLineFailure {
  /** Fewer than two periods, or a market that returned the same in all of them. */
  readonly code: 'too-few-periods' | 'flat-market';
}

export interface ReturnPair {
  /** Returns per period, decimal, oldest first. */
  readonly asset: ArrayLike<number>;
  /** Returns of the market over the same periods. */
  readonly market: ArrayLike<number>;
}

/**
 * Beta and alpha of the capital asset pricing model, by least squares.
 *
 *     r - rf = alpha + beta (m - rf) + e,   beta = cov(r, m) / var(m)
 *
 * @param riskFree  return without risk per period, decimal; 0 if the returns are already in excess of it
 * @throws PreconditionError if columns differ in length or a number is not finite
 * @see Jensen (1968), J. Finance 23, 389-416
 */
export function beta(returns: ReturnPair, riskFree = 0): Result<MarketLine, MarketLineFailure> {
  return lineWhere(returns, riskFree, () => true);
}

/**
 * Beta and alpha over the periods in which the market returned less than the threshold.
 *
 *     beta_dn = cov(r, m | m < h) / var(m | m < h)
 *
 * With h = 0 it is least squares on the days the market fell, the beta of our capital cost (methodology C17, 3.7.1); with
 * h the market's mean it is the downside beta of Ang, Chen and Xing (2006, equation 5). The average is taken over those
 * periods only, so a put writer who loses nothing in small falls and much in large ones shows a beta above his average one.
 *
 * @param threshold  market return per period, decimal
 * @throws PreconditionError if columns differ in length or a number is not finite
 * @see Ang, Chen and Xing (2006), Downside risk, Rev. Financial Studies 19, 1191-1239
 */
export function downsideBeta(returns: ReturnPair, threshold = 0): Result<MarketLine, MarketLineFailure> {
  requireFinite('threshold', threshold);
  return lineWhere(returns, 0, (market) => market < threshold);
}

function lineWhere(
  { asset, market }: ReturnPair,
  riskFree: number,
  counts: (market: number) => boolean,
): Result<MarketLine, MarketLineFailure> {
  requireFinite('riskFree', riskFree);
  if (asset.length !== market.length)
    throw new PreconditionError('asset', `must have ${market.length} entries`, asset.length);
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < market.length; i++) {
    const [m, r] = [market[i] as number, asset[i] as number];
    requireFinite(`market[${i}]`, m);
    requireFinite(`asset[${i}]`, r);
    if (!counts(m)) continue;
    x.push(m - riskFree);
    y.push(r - riskFree);
  }
  return leastSquares(x, y);
}

function leastSquares(x: readonly number[], y: readonly number[]): Result<MarketLine, MarketLineFailure> {
  const periods = x.length;
  if (periods < 2) return fail({ code: 'too-few-periods' });
  const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / periods;
  const [xMean, yMean] = [meanOf(x), meanOf(y)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < periods; i++) {
    const [dx, dy] = [(x[i] as number) - xMean, (y[i] as number) - yMean];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  if (x.every((value) => value === x[0])) return fail({ code: 'flat-market' });
  const slope = xy / xx;
  const line = { beta: slope, alpha: yMean - slope * xMean, periods };
  if (periods === 2) return ok(line);
  const residual = Math.max(yy - slope * xy, 0);
  return ok({ ...line, betaError: Math.sqrt(residual / (periods - 2) / xx) });
}
