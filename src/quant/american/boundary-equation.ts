import { millsRational } from '../normal.ts';
import type { BoundaryProblem, BoundaryWork } from './boundary-work.ts';

const INV_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/**
 * The condition that the premium leaves the payoff smoothly, dP/dS = -1 at S = B(tau), at every node: equation A of
 * Andersen, Lake and Offengenden as a quotient,
 *
 *     residual_i = ln(N / D) at tau_i
 *     N = e^{-q tau} n(d0) / v + r int_0^tau e^{-q u} n(d) / (B(tau-u) s) du
 *     D = e^{-q tau} [n(d0) / v + N(d0)] + q int_0^tau e^{-q u} [n(d) / s + N(d)] du
 *     d = [ln(B(tau) / B(tau-u)) + (r-q) u] / s + s/2,   s = sigma sqrt(u)
 *
 * d0, v the same for the strike at u = tau. Both sides are divided by B(tau) and e^{-r u} n(d - s) is written as
 * (B(tau) / B(tau-u)) e^{-q u} n(d), which leaves one normal density per point. Of two boundaries the lower one has the
 * region above it, so N(d) becomes -N(-d), and the strike, beyond the region, plays no part.
 *
 * Each point depends on the unknowns through one interpolation only, so the Jacobian costs one multiplication per point
 * and node. With it Newton's method takes four or five steps to the last digit where fixed-point iteration takes dozens
 * or, at low vol and long expiry, fails.
 *
 * @param depth         the boundary to try, > 0 everywhere
 * @param withJacobian  false leaves `work.jacobian` as it is
 * @returns the largest |residual| sqrt(tau / T), so weighed because a boundary counts for as long as it lasts and its last
 *   moments are the hardest to pin down; not finite if a quotient is not positive
 * @see Andersen, Lake and Offengenden (2016), J. Comp. Finance 20(1), 39-87, equation A
 */
export function evaluateBoundary(
  problem: BoundaryProblem,
  depth: Float64Array,
  work: BoundaryWork,
  withJacobian: boolean,
): number {
  const { residual, square, sums } = work;
  const { offset, grid } = problem;
  const { size, root } = grid;
  for (let j = 0; j < size; j++) square[j] = (depth[j] as number) * ((depth[j] as number) + 2 * offset);
  let worst = 0;
  for (let i = 0; i < size; i++) {
    addStrike(problem, depth, i, work);
    addPoints(problem, depth, i, work);
    const value = Math.log((sums[0] as number) / (sums[1] as number));
    residual[i] = value;
    const weighed = Math.abs(value) * (root[i] as number);
    if (!(weighed <= worst)) worst = weighed;
    if (withJacobian) fillJacobianRow(problem, depth, i, work);
  }
  return worst;
}

function addStrike(
  { put, side, start, grid }: BoundaryProblem,
  depth: Float64Array,
  i: number,
  { sums }: BoundaryWork,
): void {
  sums.fill(0);
  if (side === -1) return;
  const { r, q, sigma, T } = put;
  const rootTau = Math.sqrt(T) * (grid.root[i] as number);
  const v = sigma * rootTau;
  const d0 = (start - (depth[i] as number)) / v + ((r - q) / (sigma * sigma) + 0.5) * v;
  const fade = Math.exp(-q * rootTau * rootTau);
  const density = INV_SQRT_TWO_PI * Math.exp(-0.5 * d0 * d0) * fade;
  const top = density / v;
  sums[0] = top;
  sums[1] = top + (d0 > 0 ? fade - density * millsRational(d0) : density * millsRational(-d0));
  sums[2] = (-top * d0) / v;
  sums[3] = (-top * d0) / v + top;
}

function addPoints(
  { put, side, start, offset, grid }: BoundaryProblem,
  depth: Float64Array,
  i: number,
  { square, fade, sums, topSlope, bottomSlope, stretch }: BoundaryWork,
): void {
  const { size, order, root, rows, quadrature } = grid;
  const { gapRoot, perGapRoot, weight } = quadrature;
  const { r, q, sigma, T } = put;
  const rootTau = Math.sqrt(T) * (root[i] as number);
  const tau = rootTau * rootTau;
  const v = sigma * rootTau;
  const perV = 1 / v;
  const tiltV = ((r - q) / (sigma * sigma) + 0.5) * v;
  const depthHere = depth[i] as number;
  let top = 0;
  let bottom = 0;
  let topRise = 0;
  let bottomRise = 0;
  for (let k = 0; k < order; k++) {
    const at = i * order + k;
    let squared = 0;
    for (let j = 0, from = at * size; j < size; j++)
      squared += (rows[from + j] as number) * (square[j] as number);
    const reach = Math.sqrt(Math.max(offset * offset + squared, 0));
    const there = reach > 0 ? squared / (offset + reach) : 0; // depthFromSquare, whose root the Jacobian needs too
    const perS = perV * (perGapRoot[k] as number);
    const d = side * (there - depthHere) * perS + tiltV * (gapRoot[k] as number);
    const w = tau * (weight[k] as number);
    const still = fade[at] as number;
    const density = INV_SQRT_TWO_PI * Math.exp(-0.5 * d * d) * still;
    const steep = w * density * perS;
    const lean = d * perS;
    const topPart = r * steep * Math.exp(side * there - start);
    const bottomPart = q * steep * (1 - lean);
    const small = density * millsRational(Math.abs(d));
    const tail = side * d < 0 ? small : still - small;
    top += topPart;
    bottom += q * (steep + side * w * tail);
    topRise -= topPart * lean;
    bottomRise += bottomPart;
    topSlope[k] = topPart * (lean - 1);
    bottomSlope[k] = -bottomPart;
    stretch[k] = reach;
  }
  (sums[0] as number) += top;
  (sums[1] as number) += bottom;
  (sums[2] as number) += topRise;
  (sums[3] as number) += bottomRise;
}

function fillJacobianRow(
  { side, offset, grid }: BoundaryProblem,
  depth: Float64Array,
  i: number,
  { jacobian, sums, topSlope, bottomSlope, stretch }: BoundaryWork,
): void {
  const { size, order, rows } = grid;
  const perTop = -side / (sums[0] as number);
  const perBottom = -side / (sums[1] as number);
  const row = i * size;
  for (let j = 0; j < size; j++) jacobian[row + j] = 0;
  for (let k = 0; k < order; k++) {
    const reach = stretch[k] as number;
    if (reach === 0) continue;
    const pull = ((topSlope[k] as number) * perTop - (bottomSlope[k] as number) * perBottom) / reach;
    for (let j = 0, from = (i * order + k) * size; j < size; j++)
      (jacobian[row + j] as number) += pull * (rows[from + j] as number);
  }
  for (let j = 0; j < size; j++) (jacobian[row + j] as number) *= (depth[j] as number) + offset;
  (jacobian[row + i] as number) += (sums[2] as number) * perTop - (sums[3] as number) * perBottom;
}
