import type { BoundaryCurve } from './boundary-curve.ts';
import { evaluateBoundary } from './boundary-equation.ts';
import { NEAR_EXPIRY } from './boundary-limits.ts';
import { type BoundaryProblem, type BoundaryWork, boundaryWork, prepareWork } from './boundary-work.ts';
import type { Collocation } from './collocation.ts';
import { qdPlusDepths } from './qd-plus.ts';
import { factorLinear, solveFactored } from './solve-linear.ts';

/** More than twice what any boundary that was found has needed. */
const MOST_STEPS = 40;
/** From when a step has not made the residual this much smaller, the Jacobian is renewed at every step. */
const SLOW = 0.1;

/**
 * A boundary by Newton's method on the collocated equation, from the quadratic approximation's, or for a lower boundary
 * from its slope at expiry.
 *
 * The Jacobian is kept while progress is quick, since an evaluation without it costs two thirds of one with it. No node
 * moves by more than half a standard deviation or nine tenths of its depth at once.
 *
 * @param tolerance  stop after the step from where the residual is below it; the step squares it, or nearly
 * @returns undefined if none was found
 */
export function solveBoundary(problem: BoundaryProblem, tolerance: number): BoundaryCurve | undefined {
  const { put, side, start, offset, grid } = problem;
  const work = workFor(grid);
  prepareWork(problem, work);
  const depth = firstDepths(problem);
  const sd = put.sigma * Math.sqrt(put.T);
  let renew = true;
  let before = Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const worst = evaluateBoundary(problem, depth, work, renew);
    if (!Number.isFinite(worst)) return undefined;
    if (renew && !factorLinear(work.jacobian, work.pivots)) return undefined;
    solveFactored(work.jacobian, work.pivots, work.residual);
    if (!moveBy(work.residual, depth, grid.root, sd)) return undefined;
    if (worst < tolerance) return { side, start, offset, span: put.T, root: grid.root, depth };
    renew = steps > 0 && (renew || worst > SLOW * before);
    before = worst;
  }
  return undefined;
}

function firstDepths({ put, side, start, grid: { root } }: BoundaryProblem): Float64Array {
  const depth = new Float64Array(root.length);
  if (side === 1) {
    qdPlusDepths(put, start, root, depth);
    return depth;
  }
  const sd = put.sigma * Math.sqrt(put.T);
  for (let i = 0; i < depth.length; i++) depth[i] = NEAR_EXPIRY * sd * (root[i] as number);
  return depth;
}

/** Subtracts a correction within reach; false if what comes out is not finite. */
function moveBy(correction: Float64Array, depth: Float64Array, root: Float64Array, sd: number): boolean {
  for (let i = 0; i < depth.length; i++) {
    const reach = 0.5 * sd * (root[i] as number);
    const old = depth[i] as number;
    const moved = old - Math.max(-reach, Math.min(reach, correction[i] as number));
    if (!Number.isFinite(moved)) return false;
    depth[i] = Math.max(moved, 0.1 * old);
  }
  return true;
}

const works = new WeakMap<Collocation, BoundaryWork>();

/** Scratch space is kept with its grid; nothing in it outlives a call. */
function workFor(grid: Collocation): BoundaryWork {
  const known = works.get(grid);
  if (known !== undefined) return known;
  const work = boundaryWork(grid);
  works.set(grid, work);
  return work;
}
