import { PreconditionError, requireFinite } from '../../core/errors.ts';

/** A stream of payments: money paid out is negative, money received positive. */
export type Flows = ArrayLike<number>;

/** @throws PreconditionError unless there is at least one flow and every one is finite */
export function requireFlows(flows: Flows): void {
  if (flows.length === 0) throw new PreconditionError('flows', 'must have at least 1 entry', 0);
  for (let i = 0; i < flows.length; i++) {
    if (!Number.isFinite(flows[i])) throw new PreconditionError(`flows[${i}]`, 'must be finite', flows[i]);
  }
}

/** @throws PreconditionError unless there are as many days as flows and every day is finite */
export function requireDays(days: ArrayLike<number>, flows: Flows): void {
  if (days.length !== flows.length)
    throw new PreconditionError('days', `must have ${flows.length} entries`, days.length);
  for (let i = 0; i < days.length; i++) {
    if (!Number.isFinite(days[i])) throw new PreconditionError(`days[${i}]`, 'must be finite', days[i]);
  }
}

/** @throws PreconditionError unless the rate is finite and above -1: at -1 nothing is left to discount */
export function requireRate(param: string, rate: number): void {
  requireFinite(param, rate);
  if (!(rate > -1)) throw new PreconditionError(param, 'must be > -1', rate);
}
