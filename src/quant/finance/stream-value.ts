/** Value of a stream at one growth rate, and what is known of its accuracy. */
export interface StreamValue {
  /** Positive where the net present value is; of the size of the payments that matter there. */
  readonly value: number;
  /** d value / dx. */
  readonly slope: number;
  /** Rounding keeps `value` within this of the truth. */
  readonly noise: number;
}

/** |x| T below which discount factors are near one, and their differences from one carry the digits. */
const NEAR_ZERO = 0.5;

/**
 * Present value of a stream at continuously compounded growth x per unit of time,
 *
 *     value = e^{x tau} sum c_i e^{-x t_i},   tau = first time if x > 0, last time if x < 0
 *
 * The factor in front changes neither sign nor root and keeps every term within the payments themselves, so that no rate
 * overflows. Near x = 0 the sum of the payments is taken apart, exactly, and discounting enters as e^{-xt} - 1: a rate
 * of a millionth then has as many digits as one of a tenth.
 *
 * @param times  ascending, one for each amount; absent for one period apart
 */
export function streamValue(
  amounts: ArrayLike<number>,
  times: ArrayLike<number> | undefined,
  x: number,
): StreamValue {
  const last = amounts.length - 1;
  const start = times === undefined ? 0 : (times[0] as number);
  const end = times === undefined ? last : (times[last] as number);
  const span = end - start;
  const anchor = x > 0 ? start : end;
  const isNearZero = Math.abs(x) * span < NEAR_ZERO;
  let sum = 0;
  let lost = 0;
  let rest = 0;
  let slope = 0;
  let size = 0;
  for (let i = 0; i <= last; i++) {
    const amount = amounts[i] as number;
    const t = (times === undefined ? i : (times[i] as number)) - anchor;
    const growth = isNearZero ? Math.expm1(-x * t) : Math.exp(-x * t);
    const term = amount * growth;
    const discounted = isNearZero ? amount + term : term;
    slope -= t * discounted;
    size += Math.abs(isNearZero ? term : discounted);
    rest += term;
    if (!isNearZero) continue;
    // Neumaier's sum: what an addition rounds away is kept and added at the end.
    const next = sum + amount;
    lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
    sum = next;
  }
  const value = sum + lost + rest;
  const terms = last + 4 + Math.abs(x) * span;
  return { value, slope, noise: Number.EPSILON * (terms * size + Math.abs(value)) };
}
