import { gaussHermite } from '../quant/gauss-hermite.ts';
import { cappedVariance, type TwoFactorModel } from './two-factor.ts';

/**
 * The expected spot variance at several times ahead, as functions of the factors now:
 *
 *     E[v(t + u) | x, y] = T_u(H),   T_u(H) = E f(H + s G),   H = x e^{-kx u} + y e^{-ky u},   s^2 = 2 - e^{-2 kx u} - e^{-2 ky u}
 *
 * One table of T_u per u makes every later use a handful of multiplications. The tables lie one after the other in one
 * column, because the innermost loop of every VIX price goes over them.
 */
export interface AveragedVariance {
  readonly decayX: Float64Array;
  readonly decayY: Float64Array;
  /** Row g holds T_u of the g-th time at -REACH + (i - 1) STEP: a node more on either side, for the cubic. */
  readonly tables: Float64Array;
}

/** Tables cover |H| up to here; no state of the last 36 years exceeds 5, and beyond 12 the variance is its cap or floor. */
const REACH = 12;
/**
 * Nodes per unit of H. A cubic through four nodes misses by 3/128 h^4 f'''', some 3e-7 of the variance where the model is
 * steepest, which is 3e-6 VIX points; and eight rows stay in the fastest cache.
 */
const PER_UNIT = 20;
const INTERVALS = 2 * REACH * PER_UNIT;
const ROW = INTERVALS + 3;
/**
 * Nodes of the Gauss-Hermite rule. The specification's 12 miss by 5e-5 points of VIX and 1.5e-3 of VIX3M, 32 by 1e-5 of the
 * variance; 48 by less than the tables do.
 */
const HERMITE_ORDER = 48;

/** @param years  how far ahead each table looks, >= 0 */
export function averagedVariance(
  model: TwoFactorModel,
  years: ArrayLike<number>,
  hermiteOrder: number = HERMITE_ORDER,
): AveragedVariance {
  const decayX = Float64Array.from(years, (u) => Math.exp(-model.kx * u));
  const decayY = Float64Array.from(years, (u) => Math.exp(-model.ky * u));
  const tables = new Float64Array(years.length * ROW);
  for (let g = 0; g < years.length; g++) {
    const sd = Math.sqrt(Math.max(2 - (decayX[g] ?? 0) ** 2 - (decayY[g] ?? 0) ** 2, 0));
    fillRow(model, sd, hermiteOrder, tables.subarray(g * ROW, (g + 1) * ROW));
  }
  return { decayX, decayY, tables };
}

function fillRow(
  { v0, w1, c1, w2, c2, vMax }: TwoFactorModel,
  sd: number,
  order: number,
  row: Float64Array,
): void {
  const { nodes, weights } = gaussHermite(order);
  // e^{c (H + s g)} = e^{c H} e^{c s g}: the exponentials are taken once a node instead of once a pair.
  const slow = nodes.map((g) => w1 * Math.exp(c1 * sd * g));
  const fast = nodes.map((g) => w2 * Math.exp(c2 * sd * g));
  for (let i = 0; i < ROW; i++) {
    const mean = (i - 1) / PER_UNIT - REACH;
    const slowMean = Math.exp(c1 * mean);
    const fastMean = Math.exp(c2 * mean);
    let sum = 0;
    for (let g = 0; g < order; g++) {
      const u = v0 + slowMean * (slow[g] ?? 0) + fastMean * (fast[g] ?? 0);
      sum += (weights[g] ?? 0) * cappedVariance(u, vMax);
    }
    row[i] = sum;
  }
}

/**
 * The expected spot variance per year at the g-th time, from factors x and y. States beyond the tables get their edge.
 */
export function expectedVariance(
  { decayX, decayY, tables }: AveragedVariance,
  g: number,
  x: number,
  y: number,
): number {
  const h = x * (decayX[g] ?? 0) + y * (decayY[g] ?? 0);
  const place = (Math.min(Math.max(h, -REACH), REACH) + REACH) * PER_UNIT;
  const i = Math.min(place | 0, INTERVALS - 1);
  const t = place - i;
  const at = g * ROW + i;
  // Lagrange's cubic through t = -1, 0, 1, 2.
  const [u, v, w] = [t + 1, t - 1, t - 2];
  return (
    (u * v * w * (tables[at + 1] ?? 0) - u * t * w * (tables[at + 2] ?? 0)) / 2 +
    (u * t * v * (tables[at + 3] ?? 0) - t * v * w * (tables[at] ?? 0)) / 6
  );
}

/**
 * Adds `weight` times the expected spot variance at the g-th time to every pair of an outer and an inner coordinate, row by
 * row: the same as `expectedVariance`, with what belongs to one factor taken out of the loop over the other.
 */
export function addExpectedVariances(
  { decayX, decayY, tables }: AveragedVariance,
  g: number,
  weight: number,
  { outer, outers, inners }: FactorGrid,
  sums: Float64Array,
): void {
  const row = g * ROW;
  const [decayOuter, decayInner] = outer === 'x' ? [decayX, decayY] : [decayY, decayX];
  const perOuter = (decayOuter[g] ?? 0) * PER_UNIT;
  const perInner = (decayInner[g] ?? 0) * PER_UNIT;
  const [half, sixth] = [weight / 2, weight / 6];
  let n = 0;
  for (const at of outers) {
    const base = at * perOuter + REACH * PER_UNIT;
    for (let j = 0; j < inners.length; j++, n++) {
      const place = Math.min(Math.max(base + (inners[j] ?? 0) * perInner, 0), INTERVALS);
      const i = Math.min(place | 0, INTERVALS - 1);
      const t = place - i;
      const node = row + i;
      const [u, v, w] = [t + 1, t - 1, t - 2];
      const vw = v * w;
      const ut = u * t;
      sums[n] =
        (sums[n] ?? 0) +
        half * (u * vw * (tables[node + 1] ?? 0) - ut * w * (tables[node + 2] ?? 0)) +
        sixth * (ut * v * (tables[node + 3] ?? 0) - t * vw * (tables[node] ?? 0));
    }
  }
}

/** Coordinates of both factors: rows over the outer one, places along them over the inner. */
export interface FactorGrid {
  readonly outer: 'x' | 'y';
  readonly outers: Float64Array;
  readonly inners: Float64Array;
}
