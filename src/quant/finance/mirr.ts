import type { DayNumber } from '../../core/dates.ts';
import { PreconditionError } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { type Flows, requireDays, requireFlows, requireRate } from './cash-flow-checks.ts';
import { DAYS_PER_YEAR } from './npv.ts';

export interface MirrRates {
  /** What money paid out costs, per period (per year for dated flows), decimal. */
  readonly finance: number;
  /** What money received earns until the end, likewise. */
  readonly reinvest: number;
}

export interface MirrFailure {
  /** Nothing came in, or nothing was put in: there is no return to speak of. */
  readonly code: 'no-inflow' | 'no-outflow';
}

/**
 * Modified internal rate of return of flows one period apart: one number where IRR has several or none.
 *
 *     MIRR = (sum_in c_i (1 + reinvest)^(n - i) / sum_out |c_i| (1 + finance)^(-i))^(1/n) - 1
 *
 * @returns per period, decimal; or which side is missing
 * @throws PreconditionError if there are fewer than two flows, one is not finite, or a rate is not > -1
 * @see Lin (1976), The modified internal rate of return and investment criterion, Eng. Economist 21, 237-247
 */
export function mirr(flows: Flows, rates: MirrRates): Result<number, MirrFailure> {
  requireFlows(flows);
  if (flows.length < 2) throw new PreconditionError('flows', 'must have at least 2 entries', flows.length);
  return modifiedRate(flows, (i) => i, flows.length - 1, rates);
}

/**
 * The same for dated flows, per year ACT/365, from the earliest day to the latest.
 *
 * @param days  day of each flow (`dayNumber` of its date), in any order
 * @throws PreconditionError if there are no flows, columns differ in length, a number is not finite, all flows fall on one
 *   day, or a rate is not > -1
 */
export function xmirr(
  flows: Flows,
  days: ArrayLike<DayNumber>,
  rates: MirrRates,
): Result<number, MirrFailure> {
  requireFlows(flows);
  requireDays(days, flows);
  const ordered = Float64Array.from(days).sort();
  const first = ordered[0] as number;
  const span = (ordered[ordered.length - 1] as number) - first;
  if (!(span > 0)) throw new PreconditionError('days', 'must span more than one day', span);
  return modifiedRate(
    flows,
    (i) => ((days[i] as number) - first) / DAYS_PER_YEAR,
    span / DAYS_PER_YEAR,
    rates,
  );
}

function modifiedRate(
  flows: Flows,
  timeOf: (i: number) => number,
  end: number,
  { finance, reinvest }: MirrRates,
): Result<number, MirrFailure> {
  requireRate('finance', finance);
  requireRate('reinvest', reinvest);
  let paid = 0;
  let received = 0;
  for (let i = 0; i < flows.length; i++) {
    const flow = flows[i] as number;
    const time = timeOf(i);
    if (flow > 0) received += flow * (1 + reinvest) ** (end - time);
    else paid -= flow / (1 + finance) ** time;
  }
  if (received === 0) return fail({ code: 'no-inflow' });
  if (paid === 0) return fail({ code: 'no-outflow' });
  return ok(Math.expm1(Math.log(received / paid) / end));
}
