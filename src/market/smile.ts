import { fail, ok, type Result } from '../core/result.ts';
import { type IsoDate, type Points, type Vol, vol, type Years } from '../core/units.ts';
import type { Chain } from './chain.ts';
import type { OptionRoot } from './contract.ts';
import type { ParityForward } from './parity-forward.ts';
import { fitSmileCurve, type SmileCurve, type SmilePoint, smileSlice } from './smile-curve.ts';
import { type SmileQuote, smileQuotes } from './smile-quotes.ts';

/** Implied vols of one expiration as a smooth curve. */
export interface Smile {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly forward: Points;
  readonly expiry: Years;
  readonly discount: number;
  readonly curve: SmileCurve;
  /** At the forward. */
  readonly atmVol: Vol;
  /** Root-mean-square of fitted less mid vol over the quotes within 2.5 standard deviations, decimal. */
  readonly rmse: number;
  /** Share of those quotes whose fitted vol lies within their bid and ask. */
  readonly insideSpread: number;
  /** How many quotes that is. */
  readonly judged: number;
  /** Ascending by strike. */
  readonly quotes: readonly SmileQuote[];
  /** SmilePoint less mid vol of each quote, decimal. */
  readonly residuals: readonly number[];
}

export interface SmileFailure {
  readonly code: 'too-few-quotes' | 'one-sided';
  readonly detail: string;
}

const MIN_QUOTES = 8;
/** Quotes farther out, in at-the-money standard deviations, are worth a tick or two and bend the fit where nobody trades. */
export const SMILE_REACH = 6;
/** The quotes a condor lives on: what the fit is judged by. */
const JUDGED = 2.5;
/** No vol is known better than this (decimal): a twentieth of a vol point, less than the forward's own error makes. */
export const LEAST_VOL_ERROR = 2.5e-4;
/** The quotes within reach of the money as points of total variance. */
function fittedPoints(
  quotes: readonly SmileQuote[],
  forward: number,
  expiry: number,
): [SmileQuote[], SmilePoint[]] {
  const nearest = quotes.reduce((a, b) =>
    Math.abs(b.strike - forward) < Math.abs(a.strike - forward) ? b : a,
  );
  const deviation = nearest.vol * Math.sqrt(expiry);
  const near = quotes.filter(({ strike }) => Math.abs(Math.log(strike / forward)) <= SMILE_REACH * deviation);
  const points = near.map(({ strike, vol: mid, bidVol, askVol }) => {
    const k = Math.log(strike / forward);
    const half = Math.max((askVol - bidVol) / 2, LEAST_VOL_ERROR);
    return { k, z: k / deviation, w: mid * mid * expiry, error: 2 * mid * half * expiry };
  });
  return [near, points];
}

/**
 * Fits the smile of one expiration to its out-of-the-money quotes: vol = sqrt(w(k) / T) with w the curve of `fitSmileCurve`.
 *
 * @returns the smile with its residuals; or `too-few-quotes`, or `one-sided` when only puts or only calls are quoted
 */
export function fitSmile(chain: Chain, forward: ParityForward, expiry: Years): Result<Smile, SmileFailure> {
  const { root, expiration } = chain;
  const all = smileQuotes(chain, forward, expiry);
  if (all.length < MIN_QUOTES) {
    return fail({
      code: 'too-few-quotes',
      detail: `${all.length} out-of-the-money quotes with a bid, ${MIN_QUOTES} needed`,
    });
  }
  const [quotes, points] = fittedPoints(all, forward.forward, expiry);
  if (!(points.some((p) => p.k < 0) && points.some((p) => p.k > 0))) {
    return fail({ code: 'one-sided', detail: 'quotes on one side of the forward only' });
  }
  const curve = fitSmileCurve(points);
  if (curve === undefined)
    return fail({ code: 'too-few-quotes', detail: 'too few distinct strikes near the money' });
  const unjudged = { root, expiration, forward: forward.forward, expiry, discount: forward.discount, curve };
  const fitted = (strike: number): number => volOf(curve, Math.log(strike / forward.forward), expiry);
  const residuals = quotes.map(({ strike, vol: mid }) => fitted(strike) - mid);
  return ok({
    ...unjudged,
    atmVol: vol(volOf(curve, 0, expiry)),
    quotes,
    residuals,
    ...judged(quotes, points, residuals),
  });
}

/** How good the fit is where it matters. */
function judged(quotes: readonly SmileQuote[], points: readonly SmilePoint[], residuals: readonly number[]) {
  let [count, squares, within] = [0, 0, 0];
  quotes.forEach(({ vol: mid, bidVol, askVol }, i) => {
    if (Math.abs(points[i]?.z ?? 0) > JUDGED) return;
    const residual = residuals[i] ?? 0;
    count += 1;
    squares += residual * residual;
    if (mid + residual >= bidVol && mid + residual <= askVol) within += 1;
  });
  if (count === 0) return { rmse: 0, insideSpread: 0, judged: 0 };
  return { rmse: Math.sqrt(squares / count), insideSpread: within / count, judged: count };
}

const volOf = (curve: SmileCurve, k: number, expiry: number): number =>
  Math.sqrt(smileSlice(curve, k).w / expiry);

/** The fitted vol of a strike, quoted or not. */
export const smileVol = ({ curve, forward, expiry }: Smile, strike: number): Vol =>
  vol(volOf(curve, Math.log(strike / forward), expiry));
