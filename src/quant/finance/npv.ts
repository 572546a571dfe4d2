import type { DayNumber } from '../../core/dates.ts';
import { type Flows, requireDays, requireFlows, requireRate } from './cash-flow-checks.ts';

/** Days in the year that rates of dated flows are quoted for: ACT/365, as XIRR everywhere. */
export const DAYS_PER_YEAR = 365;

/**
 * Net present value of flows one period apart.
 *
 *     NPV = sum c_i / (1 + r)^i,   i = 0, 1, ...
 *
 * The first flow is now and is not discounted; a spreadsheet's NPV discounts the first one too, and is this over 1 + r.
 *
 * @param rate  per period, decimal, > -1
 * @returns in the money of the flows
 * @throws PreconditionError if there are no flows, one is not finite, or the rate is not > -1
 */
export function npv(rate: number, flows: Flows): number {
  requireRate('rate', rate);
  requireFlows(flows);
  const v = 1 / (1 + rate);
  let value = 0;
  for (let i = flows.length - 1; i >= 0; i--) value = value * v + (flows[i] as number);
  return value;
}

/**
 * Net present value of dated flows, on the day of the earliest.
 *
 *     XNPV = sum c_i / (1 + r)^((d_i - d_0) / 365)
 *
 * @param rate  per year of 365 days, decimal, > -1
 * @param days  day of each flow (`dayNumber` of its date), in any order
 * @throws PreconditionError if there are no flows, columns differ in length, a number is not finite, or the rate is not > -1
 */
export function xnpv(rate: number, flows: Flows, days: ArrayLike<DayNumber>): number {
  requireRate('rate', rate);
  requireFlows(flows);
  requireDays(days, flows);
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < days.length; i++) first = Math.min(first, days[i] as number);
  const perDay = Math.log1p(rate) / DAYS_PER_YEAR;
  let value = 0;
  for (let i = 0; i < flows.length; i++)
    value += (flows[i] as number) * Math.exp(-perDay * ((days[i] as number) - first));
  return value;
}
