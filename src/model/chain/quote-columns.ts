import { type HalfSpreadRule, halfSpread } from './half-spread.ts';
import { type TickLadder, tickAbove, tickBelow } from './tick-ladder.ts';

/** Bids and asks of both rights, one entry per strike. */
export interface QuoteColumnsPair {
  readonly callBid: Float64Array;
  readonly callAsk: Float64Array;
  readonly putBid: Float64Array;
  readonly putAsk: Float64Array;
}

/** How fair prices become quotes. */
export interface Quoting {
  readonly spread: HalfSpreadRule;
  readonly ladder: TickLadder;
}

export const emptyQuotes = (strikes: number): QuoteColumnsPair => ({
  callBid: new Float64Array(strikes),
  callAsk: new Float64Array(strikes),
  putBid: new Float64Array(strikes),
  putAsk: new Float64Array(strikes),
});

/**
 * Quotes one strike about the fair prices of its two options: bid and ask a half-spread away, then outward to the tick, so
 * that the fair price lies between them. A bid that falls below the least tick is no bid.
 *
 * @param vega  of either option, points per vol point
 */
export function quoteStrike(
  columns: QuoteColumnsPair,
  i: number,
  { spread, ladder }: Quoting,
  call: number,
  put: number,
  vega: number,
): void {
  const callHalf = halfSpread(spread, vega, call);
  const putHalf = halfSpread(spread, vega, put);
  columns.callBid[i] = call > callHalf ? tickBelow(ladder, call - callHalf) : 0;
  columns.callAsk[i] = tickAbove(ladder, call + callHalf);
  columns.putBid[i] = put > putHalf ? tickBelow(ladder, put - putHalf) : 0;
  columns.putAsk[i] = tickAbove(ladder, put + putHalf);
}
