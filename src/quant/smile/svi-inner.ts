import { leastInBox } from './box-quadratic.ts';
import type { SviParams } from './svi.ts';
import type { SviColumns } from './svi-columns.ts';

/** No total variance may rise faster than this in k: Lee (2004), Math. Finance 14(3), 469-480. */
export const LEE = 2;

/**
 * Quotes of one slice, and the best a, p and q at the (m, sigma) last asked for. Work space: every `fitInner` overwrites it,
 * for it is asked some dozens of times a slice.
 */
export interface SviInner {
  readonly k: Float64Array;
  readonly w: Float64Array;
  /** Changed through `reweight` only. */
  readonly weight: Float64Array;
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** Fitted less quoted. */
  readonly residual: Float64Array;
  total: number;
  meanW: number;
  meanUp: number;
  meanDown: number;
  /** Weighted products of deviations from the means. */
  upUp: number;
  upDown: number;
  downDown: number;
  m: number;
  sigma: number;
  a: number;
  p: number;
  q: number;
}

export function sviInner({ k, totalVariance, weight }: SviColumns): SviInner {
  const column = (): Float64Array => new Float64Array(k.length);
  const inner: SviInner = {
    k,
    w: totalVariance,
    weight: column(),
    up: column(),
    down: column(),
    residual: column(),
    total: Number.NaN,
    meanW: Number.NaN,
    meanUp: Number.NaN,
    meanDown: Number.NaN,
    upUp: Number.NaN,
    upDown: Number.NaN,
    downDown: Number.NaN,
    m: Number.NaN,
    sigma: Number.NaN,
    a: Number.NaN,
    p: Number.NaN,
    q: Number.NaN,
  };
  reweight(inner, weight);
  return inner;
}

export function reweight(inner: SviInner, weight: Float64Array): void {
  inner.weight.set(weight);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < weight.length; i++) {
    total += weight[i] as number;
    sum += (weight[i] as number) * (inner.w[i] as number);
  }
  inner.total = total;
  inner.meanW = sum / total;
}

/**
 * The best a, b and rho of a raw SVI slice whose m and sigma are given.
 *
 * With y = (k - m)/sigma and z = sqrt(1 + y^2) the slice is linear,
 *
 *     w = a + p (z + y)/2 + q (z - y)/2,   p = b sigma (1 + rho),   q = b sigma (1 - rho)
 *
 * and the rules b >= 0, |rho| <= 1 and slopes within Lee's bound are the box 0 <= p, q <= 2 sigma. So: a weighted
 * least squares in three unknowns with a box on two, solved exactly (a is eliminated by centring).
 *
 * @returns the weighted mean squared residual; everything else is left in `inner`
 * @see De Marco and Martini (2009), Quasi-explicit calibration of Gatheral's SVI model, Zeliade white paper
 */
export function fitInner(inner: SviInner, m: number, sigma: number): number {
  inner.m = m;
  inner.sigma = sigma;
  fillFeatures(inner);
  solveLinear(inner);
  return fillResiduals(inner);
}

/** up = (z + y)/2 and down = (z - y)/2; their product is 1/4, so the small one is had without cancellation. */
function fillFeatures(inner: SviInner): void {
  const { k, weight, up, down, m, total } = inner;
  const scale = 1 / inner.sigma;
  let sumUp = 0;
  let sumDown = 0;
  for (let i = 0; i < k.length; i++) {
    const y = ((k[i] as number) - m) * scale;
    const large = 0.5 * (Math.sqrt(1 + y * y) + Math.abs(y));
    const small = 0.25 / large;
    const u = y >= 0 ? large : small;
    const d = y >= 0 ? small : large;
    up[i] = u;
    down[i] = d;
    sumUp += (weight[i] as number) * u;
    sumDown += (weight[i] as number) * d;
  }
  inner.meanUp = sumUp / total;
  inner.meanDown = sumDown / total;
}

function solveLinear(inner: SviInner): void {
  const { w, weight, up, down, meanW, meanUp, meanDown } = inner;
  let [upUp, upDown, downDown, upW, downW] = [0, 0, 0, 0, 0];
  for (let i = 0; i < w.length; i++) {
    const du = (up[i] as number) - meanUp;
    const dd = (down[i] as number) - meanDown;
    const hu = (weight[i] as number) * du;
    const hd = (weight[i] as number) * dd;
    const dw = (w[i] as number) - meanW;
    upUp += hu * du;
    upDown += hu * dd;
    downDown += hd * dd;
    upW += hu * dw;
    downW += hd * dw;
  }
  const [p, q] = leastInBox({ h11: upUp, h12: upDown, h22: downDown, c1: upW, c2: downW }, LEE * inner.sigma);
  inner.upUp = upUp;
  inner.upDown = upDown;
  inner.downDown = downDown;
  inner.p = p;
  inner.q = q;
  inner.a = meanW - p * meanUp - q * meanDown;
}

function fillResiduals(inner: SviInner): number {
  const { w, weight, up, down, residual, a, p, q } = inner;
  let squares = 0;
  for (let i = 0; i < w.length; i++) {
    const r = a + p * (up[i] as number) + q * (down[i] as number) - (w[i] as number);
    residual[i] = r;
    squares += (weight[i] as number) * r * r;
  }
  return squares / inner.total;
}

/** The slice last fitted. */
export function innerParams({ a, p, q, m, sigma }: SviInner): SviParams {
  const rho = p + q === 0 ? 0 : (p - q) / (p + q);
  return { a, b: (p + q) / (2 * sigma), rho, m, sigma };
}
