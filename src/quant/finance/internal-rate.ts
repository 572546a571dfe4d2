import { fail, ok, type Result } from '../../core/result.ts';
import { conventionalRoot } from './conventional-root.ts';
import { paymentStream } from './payment-stream.ts';
import { streamRoots } from './stream-roots.ts';

/** The rate at which flows are worth nothing, and every other such rate. */
export interface InternalRate {
  /** Decimal; the only root, or of several the nearest to standing still: least |ln(1 + r)|. */
  readonly rate: number;
  /**
   * All roots above -1, ascending, each rounded to a double (-1 itself for what no double above it can say). More than
   * one: quote MIRR beside it, no single rate says what the flows earned.
   */
  readonly roots: readonly number[];
}

/** Why flows have no internal rate. */
export interface InternalRateFailure {
  /**
   * `no-inflow`: money only went out, a total loss, whose rate -1 is a limit and no root. `no-outflow`: nothing was put in.
   * `no-flow`: every flow nets to 0 and every rate solves it. `no-root`: signs change an even number of times and the
   * value never reaches 0. `rate-overflow`: the rate exceeds the largest double (more than sevenfold in a day,
   * annualised).
   */
  readonly code: 'no-inflow' | 'no-outflow' | 'no-flow' | 'no-root' | 'rate-overflow';
}

/**
 * All internal rates of flows, in units of `perRate` times.
 *
 * The everyday case, one change of sign, is solved directly; the search for all roots covers the rest.
 *
 * Of several roots each is as true as the next: each values the capital it supposes invested (Hazen 2003). The one nearest to
 * zero growth is quoted because it is the root other tools give, and the one that stays when the flows that make the
 * others shrink away.
 *
 * @param perRate  times in the period the rate is quoted for: 1 for periods, 365 for days and a yearly rate
 * @see Hazen (2003), A new perspective on multiple internal rates of return, Eng. Economist 48, 31-51
 */
export function internalRate(
  flows: ArrayLike<number>,
  times: ArrayLike<number> | undefined,
  perRate: number,
): Result<InternalRate, InternalRateFailure> {
  const root = conventionalRoot(flows, times);
  const growths = root === undefined ? streamRoots(paymentStream(flows, times)) : [root];
  if (growths.length === 0) return fail({ code: whyNone(flows, times) });
  const roots = growths.map((x) => Math.expm1(x * perRate));
  if (roots.at(-1) === Number.POSITIVE_INFINITY) return fail({ code: 'rate-overflow' });
  return ok({ rate: roots[calmest(growths)] as number, roots });
}

const calmest = (growths: readonly number[]): number =>
  growths.reduce((best, x, i) => (Math.abs(x) < Math.abs(growths[best] as number) ? i : best), 0);

function whyNone(
  flows: ArrayLike<number>,
  times: ArrayLike<number> | undefined,
): InternalRateFailure['code'] {
  const { amounts } = paymentStream(flows, times);
  if (amounts.length === 0) return 'no-flow';
  if (amounts.every((amount) => amount < 0)) return 'no-inflow';
  return amounts.every((amount) => amount > 0) ? 'no-outflow' : 'no-root';
}
