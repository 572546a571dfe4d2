import { PreconditionError } from '../core/errors.ts';

/** Nodes ascending and symmetric about 0, and positive weights that sum to 1. */
export interface GaussHermite {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Beyond it the outermost weight, about exp(-2 order), leaves the normal numbers. */
const LARGEST_ORDER = 350;

const rules = new Map<number, GaussHermite>();

/**
 * The Gauss-Hermite rule of an order for the standard normal law:
 *
 *     E f(G) = sum_i weights[i] f(nodes[i]),   G ~ N(0, 1),   exact for polynomials up to degree 2 order - 1
 *
 * Each node is a zero of the Hermite polynomial He_n, found by Newton's method from the phase-integral guess, good to a
 * few thousandths even at the outermost node. The polynomials h_k = He_k / sqrt(k!) are orthonormal, so nothing overflows,
 * h_n' = sqrt(n) h_(n-1), and the weight is 1 / sum_(k < n) h_k^2, which is half as sensitive to the last bit of the node
 * as the customary 1 / (n h_(n-1)^2). Worked out once per order and kept.
 *
 * @throws PreconditionError unless the order is an integer from 1 to 350
 * @see Abramowitz and Stegun (1964), 25.4.46, with x -> x sqrt(2) and the weight divided by sqrt(pi)
 */
export function gaussHermite(order: number): GaussHermite {
  const known = rules.get(order);
  if (known !== undefined) return known;
  if (!(Number.isInteger(order) && order >= 1 && order <= LARGEST_ORDER))
    throw new PreconditionError('order', `must be an integer from 1 to ${LARGEST_ORDER}`, order);
  const nodes = new Float64Array(order);
  const weights = new Float64Array(order);
  for (let i = 0; 2 * i < order; i++) {
    const mirror = order - 1 - i;
    const x = i === mirror ? 0 : zero(order, i);
    nodes[i] = x === 0 ? 0 : -x;
    nodes[mirror] = x;
    weights[i] = weights[mirror] = 1 / hermite(order, x).sumOfSquares;
  }
  const rule = { nodes, weights };
  rules.set(order, rule);
  return rule;
}

/** The zero of He_n with `index` zeros above it, in the upper half. */
function zero(order: number, index: number): number {
  let x = guess(order, index);
  let step = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 20 && Math.abs(step) > 1e-16 * x; tries++) {
    const { value, slope } = hermite(order, x);
    step = value / slope;
    x -= step;
  }
  return x;
}

/**
 * Where the phase integral of sqrt(n + 1/2 - t^2/4), from x up to its turning point, is pi (index + 3/4):
 * x = sqrt(4 n + 2) cos(angle / 2) with angle - sin(angle) = pi (4 index + 3) / (2 n + 1). Newton's method from pi comes
 * down on the root without overshooting, the left side being convex.
 */
function guess(order: number, index: number): number {
  const phase = (Math.PI * (4 * index + 3)) / (2 * order + 1);
  let angle = Math.PI;
  for (let step = 0; step < 12; step++) angle -= (angle - Math.sin(angle) - phase) / (1 - Math.cos(angle));
  return Math.sqrt(4 * order + 2) * Math.cos(angle / 2);
}

/** h_n, its slope, and the sum of h_k^2 for k < n, by the three-term recurrence. */
function hermite(
  order: number,
  x: number,
): { readonly value: number; readonly slope: number; readonly sumOfSquares: number } {
  let previous = 0;
  let value = 1;
  let sumOfSquares = 0;
  for (let k = 0; k < order; k++) {
    sumOfSquares += value * value;
    [previous, value] = [value, (x * value - Math.sqrt(k) * previous) / Math.sqrt(k + 1)];
  }
  return { value, slope: Math.sqrt(order) * previous, sumOfSquares };
}
