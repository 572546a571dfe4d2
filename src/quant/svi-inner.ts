import { type SviParams, sviTotalVariance } from './svi.ts';

/** Quotes of one slice as columns. */
export interface SviData {
  readonly k: Float64Array;
  readonly w: Float64Array;
  readonly weight: Float64Array;
}

/** No total variance may rise faster than this in k: Lee (2004), Math. Finance 14(3), 469-480. */
export const LEE = 2;

/** A slice and its weighted mean squared residual in total variance. */
export interface InnerFit {
  readonly params: SviParams;
  readonly meanSquare: number;
}

/**
 * The best a, b and rho of a raw SVI slice whose m and sigma are given.
 *
 * With y = (k - m)/sigma and z = sqrt(1 + y^2) the slice is linear,
 *
 *     w = a + p (z + y)/2 + q (z - y)/2,   p = b sigma (1 + rho),   q = b sigma (1 - rho)
 *
 * and the rules b >= 0, |rho| <= 1 and slopes within Lee's bound are the box 0 <= p, q <= 2 sigma. So: a weighted
 * least squares in three unknowns with a box on two, solved exactly (a is eliminated by centring, then the interior
 * and the four edges are tried).
 *
 * Returned as a function of (m, sigma) that keeps its work columns, for it is called some hundred times a slice.
 *
 * @see De Marco and Martini (2009), Quasi-explicit calibration of Gatheral's SVI model, Zeliade white paper
 */
export function innerFitter(data: SviData): (m: number, sigma: number) => InnerFit {
  const { w, weight } = data;
  const up = new Float64Array(w.length);
  const down = new Float64Array(w.length);
  const total = weightedSum(weight, undefined);
  const meanW = weightedSum(weight, w) / total;
  return (m, sigma) => {
    fillFeatures(data.k, m, sigma, up, down);
    const meanUp = weightedSum(weight, up) / total;
    const meanDown = weightedSum(weight, down) / total;
    const { p, q } = solveBox(
      centredProducts(data, up, down, { w: meanW, up: meanUp, down: meanDown }),
      LEE * sigma,
    );
    const a = meanW - p * meanUp - q * meanDown;
    let squares = 0;
    for (let i = 0; i < w.length; i++) {
      const residual = a + p * (up[i] as number) + q * (down[i] as number) - (w[i] as number);
      squares += (weight[i] as number) * residual * residual;
    }
    const rho = p + q === 0 ? 0 : (p - q) / (p + q);
    return { params: { a, b: (p + q) / (2 * sigma), rho, m, sigma }, meanSquare: squares / total };
  };
}

/** up = (z + y)/2 and down = (z - y)/2; their product is 1/4, so the small one is had without cancellation. */
function fillFeatures(k: Float64Array, m: number, sigma: number, up: Float64Array, down: Float64Array): void {
  const scale = 1 / sigma;
  for (let i = 0; i < k.length; i++) {
    const y = ((k[i] as number) - m) * scale;
    const large = 0.5 * (Math.sqrt(1 + y * y) + Math.abs(y));
    const small = 0.25 / large;
    up[i] = y >= 0 ? large : small;
    down[i] = y >= 0 ? small : large;
  }
}

function weightedSum(weight: Float64Array, column: Float64Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < weight.length; i++)
    sum += (weight[i] as number) * (column === undefined ? 1 : (column[i] as number));
  return sum;
}

/** Weighted products of deviations from the weighted means. */
interface Products {
  readonly upUp: number;
  readonly upDown: number;
  readonly downDown: number;
  readonly upW: number;
  readonly downW: number;
}

function centredProducts(
  { w, weight }: SviData,
  up: Float64Array,
  down: Float64Array,
  mean: { readonly w: number; readonly up: number; readonly down: number },
): Products {
  let [upUp, upDown, downDown, upW, downW] = [0, 0, 0, 0, 0];
  for (let i = 0; i < w.length; i++) {
    const du = (up[i] as number) - mean.up;
    const dd = (down[i] as number) - mean.down;
    const hu = (weight[i] as number) * du;
    const hd = (weight[i] as number) * dd;
    const dw = (w[i] as number) - mean.w;
    upUp += hu * du;
    upDown += hu * dd;
    downDown += hd * dd;
    upW += hu * dw;
    downW += hd * dw;
  }
  return { upUp, upDown, downDown, upW, downW };
}

interface Wings {
  readonly p: number;
  readonly q: number;
}

/** Least quadratic over the box 0 <= p, q <= cap. */
function solveBox(s: Products, cap: number): Wings {
  const determinant = s.upUp * s.downDown - s.upDown * s.upDown;
  const p = (s.upW * s.downDown - s.downW * s.upDown) / determinant;
  const q = (s.downW * s.upUp - s.upW * s.upDown) / determinant;
  if (p >= 0 && p <= cap && q >= 0 && q <= cap) return { p, q };
  const hold = (x: number): number => (x > 0 ? Math.min(x, cap) : 0); // NaN (no spread at all) becomes 0
  const onP = (fixed: number): Wings => ({ p: fixed, q: hold((s.downW - fixed * s.upDown) / s.downDown) });
  const onQ = (fixed: number): Wings => ({ p: hold((s.upW - fixed * s.upDown) / s.upUp), q: fixed });
  const cost = ({ p, q }: Wings): number =>
    p * (p * s.upUp + 2 * q * s.upDown - 2 * s.upW) + q * (q * s.downDown - 2 * s.downW);
  return [onP(0), onP(cap), onQ(0), onQ(cap)].reduce((best, edge) => (cost(edge) < cost(best) ? edge : best));
}

/** Weighted mean of squared residuals. */
export function meanSquare({ k, w, weight }: SviData, params: SviParams): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < k.length; i++) {
    const residual = sviTotalVariance(params, k[i] as number) - (w[i] as number);
    sum += (weight[i] as number) * residual * residual;
    total += weight[i] as number;
  }
  return sum / total;
}

/** First and last quoted k, and the distance between them. */
export function quotedRange({ k }: SviData): {
  readonly low: number;
  readonly high: number;
  readonly span: number;
} {
  const low = k.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = k.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { low, high, span: high - low };
}
