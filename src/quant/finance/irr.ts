import type { Result } from '../../core/result.ts';
import { type Flows, requireFlows } from './cash-flow-checks.ts';
import { type InternalRate, type InternalRateFailure, internalRate } from './internal-rate.ts';

/**
 * Internal rate of return of flows one period apart: every r > -1 with
 *
 *     sum c_i / (1 + r)^i = 0
 *
 * `irr([-100, 39, 59, 55, 20])` gives 28.09 % per period.
 *
 * @returns the rate and all roots; or why there is none, see `InternalRateFailure`
 * @throws PreconditionError if there are no flows or one is not finite
 */
export function irr(flows: Flows): Result<InternalRate, InternalRateFailure> {
  requireFlows(flows);
  return internalRate(flows, undefined, 1);
}
