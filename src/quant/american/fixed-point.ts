import { PreconditionError } from '../../core/errors.ts';
import { normalCdf, normalPdf } from '../normal.ts';
import { type BoundaryCurve, depthFromSquare } from './boundary-curve.ts';
import { logStart } from './boundary-limits.ts';
import { type Collocation, collocation } from './collocation.ts';
import { exerciseRegime } from './exercise-regime.ts';
import { qdPlusDepths } from './qd-plus.ts';
import type { UnitPut } from './unit-put.ts';

/** A scheme of the paper, whose tables name it by (l, m, n). */
export interface FixedPointScheme {
  /** A from the slope of the premium at the boundary, B from its value. */
  readonly equation: 'A' | 'B';
  /** l: Gauss-Legendre points of each integral. */
  readonly points: number;
  /** m: iterations, the first of them Jacobi-Newton, which takes the slope from the strike's terms alone. */
  readonly iterations: number;
  /** n: nodes of the boundary. */
  readonly nodes: number;
}

/**
 * The boundary by the fixed-point iteration of the paper, B <- f(B) = N / D, as a check of the Newton solver on the
 * paper's own numbers:
 *
 *     A   N = e^{-r tau} n(d2)/v + r int e^{-r u} n(d2)/s du
 *         D = e^{-q tau} [n(d1)/v + N(d1)] + q int e^{-q u} [n(d1)/s + N(d1)] du
 *     B   N = e^{-r tau} N(d2) + r int e^{-r u} N(d2) du
 *         D = e^{-q tau} N(d1) + q int e^{-q u} N(d1) du
 *
 * outside the integrals d1, d2 are against the strike over tau, inside against B(tau - u) over u. The integrals of A run
 * over sqrt(u), those of B over u, as they must to reproduce the published digits.
 *
 * @returns undefined if the iteration left the positive numbers
 * @throws PreconditionError unless the put is exercised below one boundary and has vol and time
 * @see Andersen, Lake and Offengenden (2016), J. Comp. Finance 20(1), 39-87, section 4 and table 2
 */
export function fixedPointBoundary(put: UnitPut, scheme: FixedPointScheme): BoundaryCurve | undefined {
  if (exerciseRegime(put) !== 'below')
    throw new PreconditionError('put', 'must be exercised below one boundary', `r ${put.r}, q ${put.q}`);
  if (!(put.sigma > 0 && put.T > 0))
    throw new PreconditionError('put', 'must have vol and time', `vol ${put.sigma}, expiry ${put.T}`);
  const start = logStart(put);
  const grid = collocation(scheme.nodes, scheme.points, scheme.equation === 'A' ? 'square' : 'linear');
  const depth = new Float64Array(scheme.nodes);
  qdPlusDepths(put, start, grid.root, depth, 1e-12);
  for (let step = 0; step < scheme.iterations; step++) {
    const before = depth.slice();
    for (let i = 0; i < depth.length; i++) {
      const now = Math.exp(start - (before[i] as number));
      const { value, slope } = fixedPointMap(put, scheme.equation, grid, start, before, i);
      const next = step === 0 ? now + (now - value) / (slope - 1) : value;
      if (!(next > 0)) return undefined;
      depth[i] = Math.abs(start - Math.log(next));
    }
  }
  return { side: 1, start, offset: 0, span: put.T, root: grid.root, depth };
}

/** f at node i, and its slope with B(tau_i) through the strike's terms. */
function fixedPointMap(
  { r, q, sigma, T }: UnitPut,
  equation: 'A' | 'B',
  grid: Collocation,
  start: number,
  depth: Float64Array,
  i: number,
): { readonly value: number; readonly slope: number } {
  const tau = T * (grid.root[i] as number) ** 2;
  const log = start - (depth[i] as number);
  const d1 = (from: number, u: number): number =>
    (log - from + (r - q) * u) / (sigma * Math.sqrt(u)) + 0.5 * sigma * Math.sqrt(u);
  const term = equation === 'A' ? slopeTerms : valueTerms;
  const strike = term(d1(0, tau), sigma * Math.sqrt(tau));
  const [discount, carried] = [Math.exp(-r * tau), Math.exp(-q * tau)];
  let top = discount * strike.top;
  let bottom = carried * strike.bottom;
  for (let k = 0; k < grid.order; k++) {
    const u = tau * (grid.quadrature.gapRoot[k] as number) ** 2;
    const w = tau * (grid.quadrature.weight[k] as number);
    const there = start - depthThere(grid, depth, i * grid.order + k);
    const point = term(d1(there, u), sigma * Math.sqrt(u));
    top += w * r * Math.exp(-r * u) * point.top;
    bottom += w * q * Math.exp(-q * u) * point.bottom;
  }
  const value = top / bottom;
  const logSlope = (discount * strike.topSlope) / top - (carried * strike.bottomSlope) / bottom;
  return { value, slope: (value * logSlope) / Math.exp(log) };
}

function depthThere({ rows, size }: Collocation, depth: Float64Array, row: number): number {
  let squared = 0;
  for (let j = 0; j < size; j++) squared += (rows[row * size + j] as number) * (depth[j] as number) ** 2;
  return depthFromSquare(squared, 0);
}

/** What stands in N and D, and its slope with ln B. */
interface Terms {
  readonly top: number;
  readonly bottom: number;
  readonly topSlope: number;
  readonly bottomSlope: number;
}

function slopeTerms(d1: number, s: number): Terms {
  const d2 = d1 - s;
  const [n1, n2] = [normalPdf(d1) / s, normalPdf(d2) / s];
  return { top: n2, bottom: n1 + normalCdf(d1), topSlope: (-n2 * d2) / s, bottomSlope: n1 - (n1 * d1) / s };
}

function valueTerms(d1: number, s: number): Terms {
  const d2 = d1 - s;
  return {
    top: normalCdf(d2),
    bottom: normalCdf(d1),
    topSlope: normalPdf(d2) / s,
    bottomSlope: normalPdf(d1) / s,
  };
}
