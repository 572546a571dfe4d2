import { PreconditionError } from '../../core/errors.ts';
import { type TimeQuadrature, type TimeSpread, timeQuadrature } from './time-quadrature.ts';

/**
 * Where a boundary is sought, where it is needed, and how the second follows from the first: numbers of a scheme alone,
 * the same for every option.
 */
export interface Collocation {
  /** Nodes at which the boundary is unknown; at expiry, the node after the last, it is known. */
  readonly size: number;
  /** sqrt(tau_i / T) of each node, from 1 down: (1 + cos(i pi / size)) / 2. */
  readonly root: Float64Array;
  readonly quadrature: TimeQuadrature;
  /** Quadrature points per node. */
  readonly order: number;
  /**
   * Interpolation to quadrature point k of node i: row i order + k, one column per node. The node at expiry has no
   * column because what is interpolated is 0 there.
   */
  readonly rows: Float64Array;
}

/**
 * Chebyshev extrema in sqrt(tau), barycentric interpolation between them, and a quadrature at every node.
 *
 * Point u of node i lies at sqrt(tau_i - u) = sqrt(T) root_i restRoot_k: since neither depends on the option, neither
 * do the rows, and evaluating a boundary costs `size` multiplications with no division.
 *
 * @throws PreconditionError unless size is an integer >= 1
 * @see Andersen, Lake and Offengenden (2016), section 5.2
 * @see Berrut and Trefethen (2004), SIAM Review 46(3), 501-517, eq. 5.4 for the barycentric weights
 */
export function collocation(size: number, order: number, spread: TimeSpread): Collocation {
  if (!(Number.isInteger(size) && size >= 1))
    throw new PreconditionError('size', 'must be an integer >= 1', size);
  const quadrature = timeQuadrature(spread, order);
  const root = chebyshevRoots(size);
  const rows = new Float64Array(size * order * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < order; k++) {
      const at = (root[i] as number) * (quadrature.restRoot[k] as number);
      fillInterpolationRow(root, at, rows, (i * order + k) * size);
    }
  return { size, root, quadrature, order, rows };
}

function chebyshevRoots(size: number): Float64Array {
  const root = new Float64Array(size);
  for (let i = 0; i < size; i++) root[i] = (1 + Math.cos((i * Math.PI) / size)) / 2;
  return root;
}

/**
 * Writes the weights with which the values at the nodes give the value at `at` of the polynomial through them and
 * through 0 at 0.
 *
 * @param root  the nodes, in (0, 1]
 * @param out   gets `root.length` numbers from `offset` on
 */
export function fillInterpolationRow(
  root: Float64Array,
  at: number,
  out: Float64Array,
  offset: number,
): void {
  const size = root.length;
  let sum = (size % 2 === 0 ? 0.5 : -0.5) / at; // the node at 0
  for (let j = 0; j < size; j++) {
    const distance = at - (root[j] as number);
    if (distance === 0) {
      out.fill(0, offset, offset + size);
      out[offset + j] = 1;
      return;
    }
    const share = (j === 0 ? 0.5 : j % 2 === 0 ? 1 : -1) / distance;
    out[offset + j] = share;
    sum += share;
  }
  for (let j = 0; j < size; j++) (out[offset + j] as number) /= sum;
}
