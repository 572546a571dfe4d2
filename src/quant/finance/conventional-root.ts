import { streamValue } from './stream-value.ts';

/** Two or three steps settle everyday flows; what has not settled by now is left to the full search. */
const MAX_STEPS = 12;
/** A third-order step this small, as a share of e^{-xT}, leaves an error of its cube: nothing. */
const SETTLED = 5e-6;
/** |x| T below which the root is taken once more with discounting as e^{-xt} - 1, for the digits of a small rate. */
const SMALL_GROWTH = 0.25;

/**
 * The growth rate x per unit of time at which flows with exactly one change of sign are worth nothing; they have one
 * such rate and no other.
 *
 *     g(x) = ln sum_in c_i e^{-x t_i} - ln sum_out |c_i| e^{-x t_i} = 0
 *
 * Logarithms straighten the curve: -g' is the difference of the two duration-weighted mean times, which all discounting
 * leaves between the gap of the two groups and the whole span, and g'' is a difference of variances. Halley's third-order
 * steps from x = 0, where discounting costs nothing, settle in two or three.
 *
 * @param times  one for each flow, in any unit; absent for one period apart
 * @returns undefined when there is not one change of sign, times do not strictly ascend, or the steps do not settle
 */
export function conventionalRoot(flows: ArrayLike<number>, times?: ArrayLike<number>): number | undefined {
  if (!isConventional(flows, times)) return undefined;
  const start = times === undefined ? 0 : (times[0] as number);
  const span = times === undefined ? flows.length - 1 : (times[flows.length - 1] as number) - start;
  let x = 0;
  for (let count = 0; count < MAX_STEPS; count++) {
    const step = halleyStep(flows, times, start, x);
    if (!Number.isFinite(step)) return undefined;
    x += step;
    if (Math.abs(step) * span <= SETTLED) {
      return Math.abs(x) * span < SMALL_GROWTH ? refined(flows, times, x) : x;
    }
  }
  return undefined;
}

/** One change of sign, zeros passed over, and strictly ascending times. */
function isConventional(flows: ArrayLike<number>, times: ArrayLike<number> | undefined): boolean {
  let changes = 0;
  let sign = 0;
  for (let i = 0; i < flows.length; i++) {
    const flow = flows[i] as number;
    if (flow > 0) {
      if (sign < 0) changes += 1;
      sign = 1;
    } else if (flow < 0) {
      if (sign > 0) changes += 1;
      sign = -1;
    }
    if (times !== undefined && i > 0 && !((times[i] as number) > (times[i - 1] as number))) return false;
  }
  return changes === 1;
}

/** Third-order step towards g = 0; not finite when the discount factors are not. */
function halleyStep(
  flows: ArrayLike<number>,
  times: ArrayLike<number> | undefined,
  start: number,
  x: number,
): number {
  const perPeriod = times === undefined ? Math.exp(-x) : 1;
  let factor = 1;
  let inflow = 0;
  let inTime = 0;
  let inSquare = 0;
  let outflow = 0;
  let outTime = 0;
  let outSquare = 0;
  for (let i = 0; i < flows.length; i++) {
    const t = times === undefined ? i : (times[i] as number) - start;
    // At x = 0 every factor is 1: the first look at the flows costs no exponential.
    if (times !== undefined && x !== 0) factor = Math.exp(-x * t);
    const value = (flows[i] as number) * factor;
    if (value > 0) {
      inflow += value;
      inTime += t * value;
      inSquare += t * t * value;
    } else {
      outflow -= value;
      outTime -= t * value;
      outSquare -= t * t * value;
    }
    factor *= perPeriod;
  }
  const inMean = inTime / inflow;
  const outMean = outTime / outflow;
  const gap = inMean - outMean;
  const newton = Math.log(inflow / outflow) / gap;
  const bend = inSquare / inflow - inMean * inMean - (outSquare / outflow - outMean * outMean);
  // Far from the root the correction is a guess: it may halve or double Newton's step, no more.
  return newton / Math.min(Math.max(1 - (0.5 * newton * bend) / gap, 0.5), 2);
}

function refined(flows: ArrayLike<number>, times: ArrayLike<number> | undefined, x: number): number {
  const { value, slope } = streamValue(flows, times, x);
  return x - value / slope;
}
