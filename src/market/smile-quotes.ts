import type { Years } from '../core/units.ts';
import { impliedVol } from '../quant/implied-vol.ts';
import type { Chain } from './chain.ts';
import type { Right } from './contract.ts';
import type { ParityForward } from './parity-forward.ts';

/** An out-of-the-money quote as vols. */
export interface SmileQuote {
  readonly strike: number;
  readonly right: Right;
  /** Implied by the mid. */
  readonly vol: number;
  readonly bidVol: number;
  readonly askVol: number;
}

/** Skips over at most one strike without a bid, going outward; past two of them stray bids are not a market. */
const MAX_MISSING = 1;

/** Indices of one wing that have a two-sided quote, from the money outward. */
function wing({ bid, ask }: Chain['call'], start: number, step: -1 | 1): number[] {
  const found: number[] = [];
  let missing = 0;
  for (let i = start; i >= 0 && i < bid.length && missing <= MAX_MISSING; i += step) {
    const [b, a] = [bid[i] ?? 0, ask[i] ?? 0];
    if (b > 0 && a >= b) {
      found.push(i);
      missing = 0;
    } else missing += 1;
  }
  return found;
}

/**
 * Vols of the out-of-the-money quotes: puts below the forward, calls from it up. Quotes without a bid are no opinion on
 * price and are left out, and with two in a row so is everything beyond.
 *
 * @returns ascending by strike
 */
export function smileQuotes(chain: Chain, { forward, discount }: ParityForward, expiry: Years): SmileQuote[] {
  const { strikes } = chain;
  const above = strikes.findIndex((strike) => strike >= forward);
  const firstCall = above === -1 ? strikes.length : above;
  const quote = (right: Right, i: number): SmileQuote[] => {
    const strike = strikes[i] ?? 0;
    const [bid, ask] = [chain[right].bid[i] ?? 0, chain[right].ask[i] ?? 0];
    const volOf = (premium: number): number => {
      const solved = impliedVol({ right, premium, forward, strike, expiry, discount });
      return solved.ok ? solved.value : 0;
    };
    const one = { strike, right, vol: volOf((bid + ask) / 2), bidVol: volOf(bid), askVol: volOf(ask) };
    return one.vol > 0 && one.bidVol > 0 && one.askVol > 0 ? [one] : [];
  };
  const puts = wing(chain.put, firstCall - 1, -1).reverse();
  const calls = wing(chain.call, firstCall, 1);
  return [...puts.flatMap((i) => quote('put', i)), ...calls.flatMap((i) => quote('call', i))];
}
