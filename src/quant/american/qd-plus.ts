import { millsRational } from '../normal.ts';
import { depthNearExpiry, logPerpetual } from './boundary-limits.ts';
import type { UnitPut } from './unit-put.ts';

const INV_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);
const MOST_STEPS = 12;
/** Of the lesser of a standard deviation and the perpetual option's depth: a floor under the steps, not under roots. */
const LEAST_DEPTH = 0.3;
/** Below this standard deviation a boundary with q > r is its straight line to a thousandth, and the equation is noise. */
const STRAIGHT = 1e-3;

/**
 * The boundary of the quadratic approximation, good to about a per cent: where collocation starts.
 *
 *     (1 - e^{-q tau} N(-d1)) S + a (1 - S - p) - 2 Theta / (sigma^2 root) = 0
 *     a = lambda + (e^{-r tau} / root) (m - m^2 / root^2),   m = 2 r / (sigma^2 (1 - e^{-r tau}))
 *     root = sqrt((omega-1)^2 + 4 m),   lambda = -(omega - 1 + root) / 2,   omega = 2 (r-q) / sigma^2
 *
 * S the boundary, p and Theta premium and time decay of the European put struck at 1. This is Li's equation with c0
 * multiplied out, so that nothing is divided by 1 - S - p, and with m continued to 2 / (sigma^2 tau) at r = 0.
 *
 * @param start  ln S just before expiry
 * @param root   sqrt(tau / T) at the nodes, descending
 * @param depth  gets start - ln S at the nodes, > 0
 * @param close  Newton's method stops after a step of so many standard deviations
 * @see Li (2010), Quantitative Finance 10(5), 479-493
 */
export function qdPlusDepths(
  put: UnitPut,
  start: number,
  root: Float64Array,
  depth: Float64Array,
  close = 1e-3,
): void {
  const deepest = start - logPerpetual(put);
  const last = root.length - 1;
  // Depth goes about like sqrt(tau), so each node's is the guess for the next, from expiry outwards.
  let perRoot = depthNearExpiry(put, put.T * (root[last] as number) ** 2) / (root[last] as number);
  for (let i = last; i >= 0; i--) {
    const x = root[i] as number;
    const tau = put.T * x * x;
    const isStraight = put.q > put.r && put.sigma * Math.sqrt(tau) < STRAIGHT;
    const found = isStraight
      ? depthNearExpiry(put, tau)
      : solveDepth(put, tau, start, Math.min(perRoot * x, deepest), deepest, close);
    depth[i] = found;
    perRoot = found / x;
  }
}

function solveDepth(
  { r, q, sigma }: UnitPut,
  tau: number,
  start: number,
  guess: number,
  deepest: number,
  close: number,
): number {
  const v = sigma * Math.sqrt(tau);
  const variance = sigma * sigma;
  const discount = Math.exp(-r * tau);
  const carried = Math.exp(-q * tau);
  const m = r === 0 ? 2 / (variance * tau) : (2 * r) / (variance * -Math.expm1(-r * tau));
  const omega = (2 * (r - q)) / variance;
  const root = Math.sqrt((omega - 1) ** 2 + 4 * m);
  const a = -(omega - 1 + root) / 2 + (discount / root) * (m - (m / root) ** 2);
  const perTheta = 2 / (variance * root);
  const floor = LEAST_DEPTH * Math.min(v, deepest);
  let depth = guess;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const spot = Math.exp(start - depth);
    const d1 = (start - depth) / v + ((omega + 1) / 2) * v;
    const density = INV_SQRT_TWO_PI * Math.exp(-0.5 * d1 * d1);
    const beyond = lowerTail(-d1, density);
    const stock = spot * carried;
    const curve = (stock * density) / v; // S^2 gamma
    const p = discount * lowerTail(v - d1, (stock / discount) * density) - stock * beyond;
    const theta = r * (p + stock * beyond) - q * stock * beyond - 0.5 * variance * curve;
    const kept = spot - stock * beyond; // S (1 + delta)
    const value = kept + a * (1 - spot - p) - perTheta * theta;
    const thetaSlope =
      -r * stock * beyond - (r - q) * (curve - stock * beyond) - 0.5 * variance * curve * (1 - d1 / v);
    const slope = kept * (1 - a) + curve - perTheta * thetaSlope;
    const step = value / slope; // of -ln S
    depth = Math.max(Math.min(depth + step, 4 * depth), depth / 4, floor);
    if (Math.abs(step) < close * v) break;
  }
  return depth;
}

/** N(x) from the density at x. */
function lowerTail(x: number, density: number): number {
  const tail = density * millsRational(Math.abs(x));
  return x > 0 ? 1 - tail : tail;
}
