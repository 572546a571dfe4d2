import { PreconditionError } from '../core/errors.ts';

/**
 * Slopes at the nodes of the cubic that is monotone wherever its nodes are (PCHIP): weighted harmonic means of the secants on
 * either side inside, a three-point formula at the ends, 0 at a turn.
 *
 * @param xs  ascending, at least two
 * @param slopes  receives one slope per node
 * @see Fritsch and Butland (1984), SIAM J. Sci. Stat. Comput. 5, 300-304, doi 10.1137/0905021
 */
export function monotoneSlopes(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  slopes: Float64Array = new Float64Array(xs.length),
): Float64Array {
  const last = xs.length - 1;
  if (last < 1 || ys.length !== xs.length || slopes.length < xs.length)
    throw new PreconditionError(
      'xs',
      'must hold two nodes or more, with a value each',
      `${xs.length}/${ys.length}`,
    );
  let [gap, secant] = [
    (xs[1] ?? 0) - (xs[0] ?? 0),
    ((ys[1] ?? 0) - (ys[0] ?? 0)) / ((xs[1] ?? 0) - (xs[0] ?? 0)),
  ];
  slopes[0] = secant;
  slopes[last] = secant;
  for (let i = 1; i < last; i++) {
    const nextGap = (xs[i + 1] ?? 0) - (xs[i] ?? 0);
    const next = ((ys[i + 1] ?? 0) - (ys[i] ?? 0)) / nextGap;
    if (secant * next <= 0) slopes[i] = 0;
    else {
      const [a, b] = [2 * nextGap + gap, nextGap + 2 * gap];
      slopes[i] = (a + b) / (a / secant + b / next);
    }
    if (i === 1) slopes[0] = endSlope(gap, nextGap, secant, next);
    if (i === last - 1) slopes[last] = endSlope(nextGap, gap, next, secant);
    [gap, secant] = [nextGap, next];
  }
  return slopes;
}

/** The slope at an end: that of the parabola through three nodes, kept to the sign of the end secant and to thrice its size. */
function endSlope(gap: number, nextGap: number, secant: number, next: number): number {
  const tilted = ((2 * gap + nextGap) * secant - gap * next) / (gap + nextGap);
  if (tilted * secant <= 0) return 0;
  return Math.abs(tilted) > 3 * Math.abs(secant) ? 3 * secant : tilted;
}

/**
 * Value at `x` of the cubic on the interval from node i to node i + 1, by its values and slopes at both.
 *
 * @param i  index of the node at or below x; x may lie outside, which continues the same cubic
 */
export function cubicOnInterval(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  slopes: ArrayLike<number>,
  i: number,
  x: number,
): number {
  const [x0, y0, y1] = [xs[i] ?? 0, ys[i] ?? 0, ys[i + 1] ?? 0];
  const h = (xs[i + 1] ?? 0) - x0;
  const t = (x - x0) / h;
  const tilt = (slopes[i] ?? 0) * (1 - t) - (slopes[i + 1] ?? 0) * t;
  return y0 * (1 + 2 * t) * (1 - t) ** 2 + y1 * t * t * (3 - 2 * t) + h * t * (1 - t) * tilt;
}

/**
 * Slopes at the nodes of the parabola through each node and its two neighbours (Bessel): second order everywhere and free to
 * turn between nodes, for smooth data whose monotony is not at stake.
 *
 * @param xs  ascending, at least three
 * @see de Boor (1978), A Practical Guide to Splines, chapter IV (b)
 */
export function parabolicSlopes(xs: ArrayLike<number>, ys: ArrayLike<number>): Float64Array {
  const last = xs.length - 1;
  if (last < 2 || ys.length !== xs.length)
    throw new PreconditionError(
      'xs',
      'must hold three nodes or more, with a value each',
      `${xs.length}/${ys.length}`,
    );
  const gap = (i: number): number => (xs[i + 1] ?? 0) - (xs[i] ?? 0);
  const secant = (i: number): number => ((ys[i + 1] ?? 0) - (ys[i] ?? 0)) / gap(i);
  const slopes = new Float64Array(xs.length);
  for (let i = 1; i < last; i++)
    slopes[i] = (gap(i) * secant(i - 1) + gap(i - 1) * secant(i)) / (gap(i) + gap(i - 1));
  slopes[0] = 2 * secant(0) - (slopes[1] ?? 0);
  slopes[last] = 2 * secant(last - 1) - (slopes[last - 1] ?? 0);
  return slopes;
}
