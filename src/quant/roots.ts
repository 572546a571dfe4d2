import { PreconditionError } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';

export interface BrentOptions {
  /** Absolute, in the units of x. */
  readonly tolerance?: number;
  readonly maxEvaluations?: number;
}

/**
 * A root of a continuous function between two points where it has opposite signs: bisection's certainty at about the
 * speed of the secant.
 *
 * @returns the root; or `not-bracketed` when the signs are the same
 * @throws PreconditionError if the function is not finite somewhere asked
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 4 (zeroin)
 */
export function brentRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-12, maxEvaluations = 200 }: BrentOptions = {},
): Result<number, { readonly code: 'not-bracketed' }> {
  const valueAt = (x: number): number => {
    const value = f(x);
    if (Number.isNaN(value)) throw new PreconditionError('f(x)', `must be a number at ${x}`, value);
    return value;
  };
  let [a, b] = [low, high];
  let [fa, fb] = [valueAt(a), valueAt(b)];
  if (fa * fb > 0) return fail({ code: 'not-bracketed' });
  // c is the end across the root from b; step and previous are the last two moves.
  let [c, fc] = [a, fa];
  let step = b - a;
  let previous = step;
  for (let count = 2; count < maxEvaluations; count++) {
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const reach = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= reach || fb === 0) break;
    const move =
      Math.abs(previous) >= reach && Math.abs(fa) > Math.abs(fb) ? interpolated(a, b, c, fa, fb, fc) : half;
    const accepted =
      move / half > 0 && Math.abs(move) < Math.min(1.5 * Math.abs(half), Math.abs(previous) / 2);
    previous = accepted ? step : half;
    step = accepted ? move : half;
    [a, fa] = [b, fb];
    b += Math.abs(step) > reach ? step : Math.sign(half) * reach;
    fb = valueAt(b);
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      previous = step;
    }
  }
  return ok(b);
}

/** The move from b suggested by the secant, or by inverse quadratic interpolation when three points differ. */
function interpolated(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return (s * (c - b)) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return -(s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1));
}
