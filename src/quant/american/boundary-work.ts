import type { Collocation } from './collocation.ts';
import type { UnitPut } from './unit-put.ts';

/** Which boundary of which put is sought on which grid; `side`, `start` and `offset` as in `BoundaryCurve`. */
export interface BoundaryProblem {
  readonly put: UnitPut;
  readonly side: 1 | -1;
  readonly start: number;
  readonly offset: number;
  readonly grid: Collocation;
}

/** Room for one evaluation of the equation on one grid, and its results. */
export interface BoundaryWork {
  readonly residual: Float64Array;
  /** d residual_i / d depth_j, row by row. */
  readonly jacobian: Float64Array;
  /** Rows exchanged in factoring the Jacobian. */
  readonly pivots: Int32Array;
  /** (offset + depth_j)^2 - offset^2, which is interpolated. */
  readonly square: Float64Array;
  /** e^{-q u} at every quadrature point of every node. */
  readonly fade: Float64Array;
  /** Of one node: N, D, and their slopes with ln B(tau_i). */
  readonly sums: Float64Array;
  /** Of one node, at each quadrature point: slopes of N and of D with ln B there, and offset + depth there. */
  readonly topSlope: Float64Array;
  readonly bottomSlope: Float64Array;
  readonly stretch: Float64Array;
}

export const boundaryWork = ({ size, order }: Collocation): BoundaryWork => ({
  residual: new Float64Array(size),
  jacobian: new Float64Array(size * size),
  pivots: new Int32Array(size),
  square: new Float64Array(size),
  fade: new Float64Array(size * order),
  sums: new Float64Array(4),
  topSlope: new Float64Array(order),
  bottomSlope: new Float64Array(order),
  stretch: new Float64Array(order),
});

/** Fills what stays the same while one boundary is solved for. */
export function prepareWork({ put: { q, T }, grid }: BoundaryProblem, { fade }: BoundaryWork): void {
  const { size, order, root, quadrature } = grid;
  for (let i = 0; i < size; i++) {
    const tau = T * (root[i] as number) ** 2;
    for (let k = 0; k < order; k++)
      fade[i * order + k] = Math.exp(-q * tau * (quadrature.gapRoot[k] as number) ** 2);
  }
}
