import type { DayNumber } from '../../core/dates.ts';
import type { Result } from '../../core/result.ts';
import { type Flows, requireDays, requireFlows } from './cash-flow-checks.ts';
import { type InternalRate, type InternalRateFailure, internalRate } from './internal-rate.ts';
import { DAYS_PER_YEAR } from './npv.ts';

/**
 * Internal rate of return of dated flows, per year ACT/365: every r > -1 with
 *
 *     sum c_i (1 + r)^(-d_i / 365) = 0
 *
 * Roots do not depend on the day counted from. Flows may come in any order; those of one day are netted.
 *
 * @param days  day of each flow: `dates.map(dayNumber)`
 * @returns the rate and all roots; or why there is none, see `InternalRateFailure`
 * @throws PreconditionError if there are no flows, columns differ in length, or a number is not finite
 */
export function xirr(flows: Flows, days: ArrayLike<DayNumber>): Result<InternalRate, InternalRateFailure> {
  requireFlows(flows);
  requireDays(days, flows);
  return internalRate(flows, days, DAYS_PER_YEAR);
}
