import { fillInterpolationRow } from './collocation.ts';

/**
 * An early-exercise boundary B of a put struck at 1 over the time left to expiry, as ln B = start - side depth.
 *
 * What is interpolated, as a polynomial in sqrt(tau), is (offset + depth)^2. Near expiry that is close to linear in
 * tau, where depth itself goes like sqrt(tau) with a logarithm; and with offset the distance of `start` from the strike
 * it stays positive, and hence its root real, when q is just above r and the boundary turns sharply soon after expiry.
 *
 * @see Andersen, Lake and Offengenden (2016), section 5.2, where the offset is 0
 */
export interface BoundaryCurve {
  /** 1: exercised below it. -1: above it. */
  readonly side: 1 | -1;
  /** ln B just before expiry. */
  readonly start: number;
  readonly offset: number;
  /** Years of time left that the curve covers. */
  readonly span: number;
  /** sqrt(tau / span) at the nodes, from 1 down. */
  readonly root: Float64Array;
  /** At the nodes; 0 at expiry. */
  readonly depth: Float64Array;
}

/** ln B with `tau` years left, 0 <= tau <= span. */
export function logBoundary(curve: BoundaryCurve, tau: number): number {
  const row = new Float64Array(curve.root.length);
  fillInterpolationRow(curve.root, Math.sqrt(tau / curve.span), row, 0);
  return logBoundaryByRow(curve, row, 0);
}

/** ln B at the point whose interpolation row starts at `from`. */
export function logBoundaryByRow(curve: BoundaryCurve, rows: Float64Array, from: number): number {
  const { side, start, offset, depth } = curve;
  let squared = 0;
  for (let j = 0; j < depth.length; j++) {
    const deep = depth[j] as number;
    squared += (rows[from + j] as number) * deep * (deep + 2 * offset);
  }
  return start - side * depthFromSquare(squared, offset);
}

/** depth from (offset + depth)^2 - offset^2, without cancellation. */
export function depthFromSquare(squared: number, offset: number): number {
  const stretch = Math.sqrt(Math.max(offset * offset + squared, 0));
  return stretch > 0 ? squared / (offset + stretch) : 0;
}
