import { smileQuotes } from '../../../src/market/smile-quotes.ts';
import type { ExpirationView } from '../../../src/market/surface.ts';

/** Two-sided out-of-the-money quotes of one expiration as vols, columns of one length, ascending by strike. */
export interface OtmVols {
  /** Calendar days from the session to the expiration date. */
  readonly days: number;
  /** Years, minutes to the settlement instant / 525,600. */
  readonly expiry: number;
  /** By put-call parity of these very quotes. */
  readonly forward: number;
  readonly discount: number;
  readonly strikes: Float64Array;
  /** ln(K/F). */
  readonly k: Float64Array;
  /** Implied by the mid, decimal. */
  readonly vol: Float64Array;
  /** Half of ask vol less bid vol, decimal. */
  readonly halfSpread: Float64Array;
}

export function otmVols({ chain, dte, expiry, forward }: ExpirationView): OtmVols {
  const quotes = smileQuotes(chain, forward, expiry);
  return {
    days: dte,
    expiry,
    forward: forward.forward,
    discount: forward.discount,
    strikes: Float64Array.from(quotes, ({ strike }) => strike),
    k: Float64Array.from(quotes, ({ strike }) => Math.log(strike / forward.forward)),
    vol: Float64Array.from(quotes, ({ vol }) => vol),
    halfSpread: Float64Array.from(quotes, ({ bidVol, askVol }) => (askVol - bidVol) / 2),
  };
}
