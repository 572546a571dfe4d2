import { fail, ok, type Result } from '../core/result.ts';
import type { FactorState } from './two-factor.ts';
import { type VarianceWindow, volIndexAt } from './variance-window.ts';

export interface StateFailure {
  readonly code: 'no-state';
  /** What was asked for, and the nearest pair of index values a state within reach produces. */
  readonly detail: string;
  readonly nearest: { readonly vix: number; readonly vix3m: number };
}

/** Largest step of one Newton iteration in either factor. */
const STEP_CAP = 0.7;
/** Factors beyond this are nine standard deviations from anywhere; no pair of published closes comes near. */
const REACH = 9;
const DIFFERENCE = 1e-4;
const MAX_ITERATIONS = 60;
/** Of the logarithm of either index; the iteration is quadratic, so what is met is rounding. */
const TOLERANCE = 1e-12;

const clip = (value: number, reach: number): number => Math.min(Math.max(value, -reach), reach);

/**
 * The factors at which the model shows a given VIX and VIX3M: damped Newton on the logarithms, from (0, 0).
 *
 * @param short, long  windows of 30 and 93 days of one model
 * @param vix, vix3m  index levels in vol points
 * @returns `no-state` when no factors within reach produce the pair: the slope is steeper, or the level further, than
 *   the model can show
 */
export function volState(
  short: VarianceWindow,
  long: VarianceWindow,
  vix: number,
  vix3m: number,
): Result<FactorState, StateFailure> {
  const gaps = (x: number, y: number): readonly [number, number] => [
    Math.log(volIndexAt(short, x, y) / vix),
    Math.log(volIndexAt(long, x, y) / vix3m),
  ];
  let [x, y] = [0, 0];
  if (vix > 0 && vix3m > 0 && Number.isFinite(vix) && Number.isFinite(vix3m)) {
    for (let round = 0; round < MAX_ITERATIONS; round++) {
      const [a, b] = gaps(x, y);
      if (Math.max(Math.abs(a), Math.abs(b)) < TOLERANCE) return ok({ x, y });
      const [ax, bx] = gaps(x + DIFFERENCE, y);
      const [ay, by] = gaps(x, y + DIFFERENCE);
      // Jacobian times DIFFERENCE, by forward differences.
      const [jax, jbx, jay, jby] = [ax - a, bx - b, ay - a, by - b];
      const determinant = jax * jby - jay * jbx;
      if (determinant === 0) break;
      x = clip(x + clip((-DIFFERENCE * (a * jby - b * jay)) / determinant, STEP_CAP), REACH);
      y = clip(y + clip((-DIFFERENCE * (b * jax - a * jbx)) / determinant, STEP_CAP), REACH);
    }
    const [a, b] = gaps(x, y);
    // Forward differences leave the last steps linear; what they cannot better is as exact as the indices are quoted.
    if (Math.max(Math.abs(a), Math.abs(b)) < 1e-9) return ok({ x, y });
  }
  const nearest = { vix: volIndexAt(short, x, y), vix3m: volIndexAt(long, x, y) };
  const detail = `no state of the model shows VIX ${vix} with VIX3M ${vix3m}; the nearest found shows ${nearest.vix.toFixed(2)} and ${nearest.vix3m.toFixed(2)}`;
  return fail({ code: 'no-state', detail, nearest });
}
