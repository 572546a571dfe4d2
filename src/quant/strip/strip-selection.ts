import { fail, ok, type Result } from '../../core/result.ts';

/** Quotes of one expiration by ascending strike; a bid of 0 is no bid, an ask of 0 no quote. */
export interface StripQuotes {
  readonly strikes: ArrayLike<number>;
  readonly callBid: ArrayLike<number>;
  readonly callAsk: ArrayLike<number>;
  readonly putBid: ArrayLike<number>;
  readonly putAsk: ArrayLike<number>;
}

/** A strike of the sum and the price it enters with. */
export interface StripPrice {
  readonly strike: number;
  /** A put below K0, a call above, the mean of both at K0. */
  readonly side: 'put' | 'call' | 'both';
  /** Q(K): mid of bid and ask, index points. */
  readonly price: number;
}

export interface StripSelection {
  readonly forward: number;
  /** K0: the highest strike not above the forward. */
  readonly atStrike: number;
  /** By ascending strike. */
  readonly prices: readonly StripPrice[];
}

export interface StripSelectionFailure {
  readonly code: 'no-forward' | 'no-at-strike' | 'one-sided';
}

/**
 * Which quotes enter the VIX sum.
 *
 * F = K* + e^{RT} (C - P) at the strike K* where the mids of call and put differ least; puts are taken from K0 down
 * and calls from K0 up, skipping strikes without a bid and stopping for good at two of those in a row.
 *
 * Only strikes bid on both sides can be K*: a missing quote must not pass for a small difference.
 *
 * @param growth  e^{RT}
 * @returns `no-forward` if no strike is bid on both sides, `no-at-strike` if the forward lies below every strike or K0
 *   is not quoted on both sides, `one-sided` if no put or no call is left
 * @see Cboe, Volatility Index Methodology: Cboe Volatility Index, step 1
 */
export function selectStrip(
  quotes: StripQuotes,
  growth: number,
): Result<StripSelection, StripSelectionFailure> {
  const { strikes } = quotes;
  const call: Side = { bid: quotes.callBid, ask: quotes.callAsk };
  const put: Side = { bid: quotes.putBid, ask: quotes.putAsk };
  const parity = closestToParity(strikes, call, put);
  if (parity === undefined) return fail({ code: 'no-forward' });
  const forward = at(strikes, parity) + growth * (mid(call, parity) - mid(put, parity));
  const zero = highestNotAbove(strikes, forward);
  if (zero === undefined || at(call.ask, zero) === 0 || at(put.ask, zero) === 0)
    return fail({ code: 'no-at-strike' });
  const puts = bidFrom(put.bid, zero, -1);
  const calls = bidFrom(call.bid, zero, 1);
  if (puts.length === 0 || calls.length === 0) return fail({ code: 'one-sided' });
  const prices: readonly StripPrice[] = [
    ...puts.reverse().map((i): StripPrice => ({ strike: at(strikes, i), side: 'put', price: mid(put, i) })),
    { strike: at(strikes, zero), side: 'both', price: (mid(call, zero) + mid(put, zero)) / 2 },
    ...calls.map((i): StripPrice => ({ strike: at(strikes, i), side: 'call', price: mid(call, i) })),
  ];
  return ok({ forward, atStrike: at(strikes, zero), prices });
}

interface Side {
  readonly bid: ArrayLike<number>;
  readonly ask: ArrayLike<number>;
}

const at = (column: ArrayLike<number>, i: number): number => column[i] as number;
const mid = ({ bid, ask }: Side, i: number): number => (at(bid, i) + at(ask, i)) / 2;

/** Index of K*: least |call - put|; the lower strike on a tie. */
function closestToParity(strikes: ArrayLike<number>, call: Side, put: Side): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < strikes.length; i++) {
    if (at(call.bid, i) <= 0 || at(put.bid, i) <= 0) continue;
    const gap = Math.abs(mid(call, i) - mid(put, i));
    if (gap < least) [least, best] = [gap, i];
  }
  return best;
}

function highestNotAbove(strikes: ArrayLike<number>, level: number): number | undefined {
  let found: number | undefined;
  for (let i = 0; i < strikes.length && at(strikes, i) <= level; i++) found = i;
  return found;
}

/** Indices outward from K0 that have a bid, up to the first two neighbours without one. */
function bidFrom(bid: ArrayLike<number>, atIndex: number, step: -1 | 1): number[] {
  const included: number[] = [];
  let missing = 0;
  for (let i = atIndex + step; i >= 0 && i < bid.length && missing < 2; i += step) {
    if (at(bid, i) > 0) {
      included.push(i);
      missing = 0;
    } else missing += 1;
  }
  return included;
}
