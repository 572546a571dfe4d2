import { PreconditionError } from '../core/errors.ts';

type Column = readonly number[] | Float64Array;

/**
 * Piecewise-linear value at `x`, flat outside the given nodes.
 *
 * @param xs  ascending nodes, at least one
 * @param ys  values at the nodes, same length
 */
export function interpolate(xs: Column, ys: Column, x: number): number {
  const n = xs.length;
  if (n === 0 || ys.length !== n)
    throw new PreconditionError('ys', `must have the ${n} entries of xs, at least one`, ys.length);
  const upper = xs.findIndex((node) => node >= x);
  if (upper === 0) return ys[0] ?? 0;
  if (upper === -1) return ys[n - 1] ?? 0;
  const [x0, x1] = [xs[upper - 1] ?? 0, xs[upper] ?? 0];
  const [y0, y1] = [ys[upper - 1] ?? 0, ys[upper] ?? 0];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
