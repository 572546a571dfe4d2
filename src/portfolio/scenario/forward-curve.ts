import { years } from '../../core/units.ts';
import { interpolate } from '../../quant/interpolate.ts';
import type { QuotedMarket } from './quoted-market.ts';

/** Forwards of SPX for any settlement, through those that put-call parity gives. */
export interface ForwardCurve {
  /** Growth of the forward with maturity per year: financing less dividends. */
  readonly carry: number;
  /** By years to settlement. */
  readonly forwardAt: (time: number) => number;
  readonly rateAt: (time: number) => number;
}

/** Carry is read over at most this: within a year it hardly bends. */
const CARRY_YEARS = 1;

/**
 * ln F linear in time between expirations; beyond them, and from SPX where there is none, it grows by the carry.
 *
 *     carry = ln(F_last / F_first) / (T_last - T_first),   over the expirations of the next year
 */
export function forwardCurve({ surface, spot, riskFree }: QuotedMarket): ForwardCurve {
  const views = surface.expirations.filter(({ expiry }) => expiry > 0);
  const times = views.map(({ expiry }) => expiry as number);
  const logs = views.map(({ forward }) => Math.log(forward.forward));
  const carry = carryOf(times, logs, Math.log(spot), riskFree);
  const [first, last] = [times[0], times.at(-1)];
  return {
    carry,
    forwardAt: (time) => {
      if (first === undefined || last === undefined) return spot * Math.exp(carry * time);
      const nearest = Math.min(Math.max(time, first), last);
      return Math.exp(interpolate(times, logs, nearest) + carry * (time - nearest));
    },
    rateAt: (time) => surface.rateCurve?.(years(time)).rate ?? riskFree,
  };
}

function carryOf(
  times: readonly number[],
  logs: readonly number[],
  logSpot: number,
  riskFree: number,
): number {
  const [first, from] = [times[0], logs[0]];
  if (first === undefined || from === undefined) return riskFree;
  const within = times.filter((time) => time <= CARRY_YEARS).length;
  const last = Math.max(within - 1, 0);
  const [until, to] = [times[last] ?? first, logs[last] ?? from];
  return until > first ? (to - from) / (until - first) : (from - logSpot) / first;
}
