import { PreconditionError } from '../core/errors.ts';

/** Nodes ascending in (-1, 1) and positive weights that sum to 2. */
export interface GaussLegendre {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules = new Map<number, GaussLegendre>();

/**
 * The Gauss-Legendre rule of an order, exact for polynomials up to degree 2 order - 1.
 *
 * Each node is a zero of the Legendre polynomial P_n, found by Newton's method from Tricomi's cosine guess, which needs
 * three or four steps at any order; the weight is 2 / ((1 - x^2) P_n'(x)^2). Worked out once per order and kept.
 *
 * @throws PreconditionError unless the order is an integer >= 1
 * @see Abramowitz and Stegun (1964), 25.4.29
 */
export function gaussLegendre(order: number): GaussLegendre {
  const known = rules.get(order);
  if (known !== undefined) return known;
  if (!(Number.isInteger(order) && order >= 1))
    throw new PreconditionError('order', 'must be an integer >= 1', order);
  const nodes = new Float64Array(order);
  const weights = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (order + 0.5));
    let step = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 20 && Math.abs(step) > 1e-16; tries++) {
      const { value, slope } = legendre(order, x);
      step = value / slope;
      x -= step;
    }
    const { slope } = legendre(order, x);
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  const rule = { nodes, weights };
  rules.set(order, rule);
  return rule;
}

/** P_n and its derivative at x inside (-1, 1), by the three-term recurrence. */
function legendre(order: number, x: number): { readonly value: number; readonly slope: number } {
  let previous = 1;
  let value = x;
  for (let n = 2; n <= order; n++)
    [previous, value] = [value, ((2 * n - 1) * x * value - (n - 1) * previous) / n];
  return { value, slope: (order * (x * value - previous)) / (x * x - 1) };
}
