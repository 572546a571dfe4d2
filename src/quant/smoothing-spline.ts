import { PreconditionError } from '../core/errors.ts';

/** A twice continuously differentiable curve, straight beyond its first and last knot. */
export interface NaturalSpline {
  readonly knots: Float64Array;
  /** Values at the knots. */
  readonly values: Float64Array;
  /** Second derivatives at the knots; 0 at both ends. */
  readonly bends: Float64Array;
}

/** Value and first two derivatives. */
export interface SplinePoint {
  readonly value: number;
  readonly slope: number;
  readonly bend: number;
}

/** Index of the interval that holds `x`; the first or last one when it lies outside. */
function intervalOf(knots: Float64Array, x: number): number {
  let low = 0;
  let high = knots.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((knots[middle] as number) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The spline at `x`. */
export function splineAt({ knots, values, bends }: NaturalSpline, x: number): SplinePoint {
  const i = intervalOf(knots, x);
  const [x0, x1] = [knots[i] as number, knots[i + 1] as number];
  const [y0, y1] = [values[i] as number, values[i + 1] as number];
  const [c0, c1] = [bends[i] as number, bends[i + 1] as number];
  const h = x1 - x0;
  const secant = (y1 - y0) / h;
  if (x < x0) {
    const slope = secant - (h / 6) * (2 * c0 + c1);
    return { value: y0 + slope * (x - x0), slope, bend: 0 };
  }
  if (x > x1) {
    const slope = secant + (h / 6) * (c0 + 2 * c1);
    return { value: y1 + slope * (x - x1), slope, bend: 0 };
  }
  const [a, b] = [(x1 - x) / h, (x - x0) / h];
  return {
    value: a * y0 + b * y1 + (((a ** 3 - a) * c0 + (b ** 3 - b) * c1) * (h * h)) / 6,
    slope: secant + ((3 * b * b - 1) * c1 - (3 * a * a - 1) * c0) * (h / 6),
    bend: a * c0 + b * c1,
  };
}

/**
 * Solves the symmetric positive definite system with bands `d` (diagonal), `e` (one off) and `f` (two off) for `rhs`,
 * by L D L' in place of the arguments; O(n).
 */
function solveBanded(d: Float64Array, e: Float64Array, f: Float64Array, rhs: Float64Array): Float64Array {
  const n = d.length;
  for (let i = 0; i < n; i++) {
    const pivot = d[i] as number;
    const [one, two] = [e[i] as number, f[i] as number];
    if (i + 1 < n) {
      (d[i + 1] as number) -= (one * one) / pivot;
      (e[i + 1] as number) -= (one * two) / pivot;
      (rhs[i + 1] as number) -= (one / pivot) * (rhs[i] as number);
    }
    if (i + 2 < n) {
      (d[i + 2] as number) -= (two * two) / pivot;
      (rhs[i + 2] as number) -= (two / pivot) * (rhs[i] as number);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let x = rhs[i] as number;
    if (i + 1 < n) x -= (e[i] as number) * (rhs[i + 1] as number);
    if (i + 2 < n) x -= (f[i] as number) * (rhs[i + 2] as number);
    rhs[i] = x / (d[i] as number);
  }
  return rhs;
}

/** Observations to smooth, columns of one length. */
export interface SplineData {
  /** Strictly ascending, at least three. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** One unit of misfit at each point, > 0. */
  readonly error: Float64Array;
}

function checkData({ x, y, error }: SplineData): void {
  if (x.length < 3) throw new PreconditionError('x', 'must have at least three entries', x.length);
  if (y.length !== x.length || error.length !== x.length) {
    throw new PreconditionError(
      'y and error',
      `must have ${x.length} entries`,
      `${y.length} and ${error.length}`,
    );
  }
  for (let i = 0; i < x.length; i++) {
    if (i > 0 && !((x[i] as number) > (x[i - 1] as number)))
      throw new PreconditionError('x', 'must ascend', x[i]);
    if (!Number.isFinite(y[i])) throw new PreconditionError('y', 'must be finite', y[i]);
    if (!((error[i] as number) > 0)) throw new PreconditionError('error', 'must be > 0', error[i]);
  }
}

/** The penalised spline of one stiffness: least of `sum ((y - s)/error)^2 + stiffness integral s''^2`. */
function penalised({ x, y, error }: SplineData, stiffness: number): NaturalSpline {
  const m = x.length - 2;
  const gap = (i: number): number => (x[i + 1] as number) - (x[i] as number);
  // Column j of Q takes the second difference around knot j + 1; its three entries, and error^2 of the same knots.
  const q = (j: number): [number, number, number] => [
    1 / gap(j),
    -1 / gap(j) - 1 / gap(j + 1),
    1 / gap(j + 1),
  ];
  const v = (i: number): number => stiffness * (error[i] as number) ** 2;
  const [d, e, f, rhs] = [new Float64Array(m), new Float64Array(m), new Float64Array(m), new Float64Array(m)];
  for (let j = 0; j < m; j++) {
    const [a, b, c] = q(j);
    d[j] = (gap(j) + gap(j + 1)) / 3 + a * a * v(j) + b * b * v(j + 1) + c * c * v(j + 2);
    rhs[j] = a * (y[j] as number) + b * (y[j + 1] as number) + c * (y[j + 2] as number);
    if (j + 1 < m) {
      const [a1, b1] = q(j + 1);
      e[j] = gap(j + 1) / 6 + b * a1 * v(j + 1) + c * b1 * v(j + 2);
    }
    if (j + 2 < m) f[j] = c * q(j + 2)[0] * v(j + 2);
  }
  const inner = solveBanded(d, e, f, rhs);
  const values = Float64Array.from(y);
  for (let j = 0; j < m; j++) {
    q(j).forEach((weight, side) => {
      (values[j + side] as number) -= v(j + side) * weight * (inner[j] as number);
    });
  }
  const bends = new Float64Array(x.length);
  bends.set(inner, 1);
  return { knots: x, values, bends };
}

/** Root-mean-square misfit in units of error. */
function misfitOf({ y, error }: SplineData, { values }: NaturalSpline): number {
  const squares = y.reduce(
    (sum, target, i) => sum + ((target - (values[i] as number)) / (error[i] as number)) ** 2,
    0,
  );
  return Math.sqrt(squares / y.length);
}

const HALVINGS = 24;

/**
 * The smoothest natural cubic spline whose root-mean-square misfit, in units of each point's error, is `misfit`:
 * least integral of s''^2 among all curves that near. When even the straight line is nearer, the straight line.
 *
 * Found by bisection over the stiffness; each trial solves one pentadiagonal system, O(n).
 *
 * @param misfit  > 0; 1 uses up the errors in full, 0.4 stays well inside most of them
 * @throws PreconditionError when columns differ in length or x does not ascend
 * @see Reinsch (1967), Smoothing by spline functions, Numer. Math. 10, 177-183, doi 10.1007/BF02162161;
 *   Green and Silverman (1994), Nonparametric Regression and Generalized Linear Models, section 2.3
 */
export function smoothingSpline(data: SplineData, misfit: number): NaturalSpline {
  checkData(data);
  if (!(misfit > 0)) throw new PreconditionError('misfit', 'must be > 0', misfit);
  const span = (data.x[data.x.length - 1] as number) - (data.x[0] as number);
  const typical = data.error.reduce((sum, x) => sum + x, 0) / data.error.length;
  // Stiffness scales as span^3 / error^2; from there e^-30 interpolates and e^+30 is a ruler.
  const scale = Math.log(span ** 3 / typical ** 2 / data.x.length);
  let [soft, stiff] = [scale - 30, scale + 30];
  let best = penalised(data, Math.exp(stiff));
  if (misfitOf(data, best) <= misfit) return best;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (soft + stiff) / 2;
    const trial = penalised(data, Math.exp(middle));
    if (misfitOf(data, trial) > misfit) stiff = middle;
    else [soft, best] = [middle, trial];
  }
  return best;
}
