import { PreconditionError } from '../../core/errors.ts';
import { points } from '../../core/units.ts';
import type { Quote } from '../../market/chain.ts';
import type { OptionContract } from '../../market/contract.ts';
import { indexExpiration, vixExpiration } from '../model-market.ts';
import { indexQuotes } from './index-quotes.ts';
import { type ModelDay, quotingOf } from './model-day.ts';
import type { QuoteColumnsPair } from './quote-columns.ts';
import { vixQuotes } from './vix-quotes.ts';

function columnsOf(day: ModelDay, { root, expiration, strike }: OptionContract): QuoteColumnsPair {
  const { market } = day;
  const strikes = Float64Array.of(strike);
  switch (root) {
    case 'SPX':
    case 'SPXW':
      return indexQuotes(indexExpiration(market, root, expiration), strikes, quotingOf(day, root));
    case 'XSP':
      return indexQuotes(indexExpiration(market, root, expiration), strikes, quotingOf(day, root), 10);
    case 'VIX':
    case 'VIXW':
      return vixQuotes(vixExpiration(market, expiration), strikes, quotingOf(day, root));
    case 'SPY':
      throw new PreconditionError('contract', 'must be on SPX, XSP or VIX', root);
  }
}

/**
 * The quote of one contract, the very one its chain has, at the cost of one strike: what a book is marked by.
 *
 * @throws PreconditionError for SPY, which the model does not know, and for a contract that has settled
 */
export function modelQuote(day: ModelDay, contract: OptionContract): Quote {
  const { callBid, callAsk, putBid, putAsk } = columnsOf(day, contract);
  const [bid, ask] = contract.right === 'call' ? [callBid, callAsk] : [putBid, putAsk];
  return { bid: points(bid[0] ?? 0), ask: points(ask[0] ?? 0) };
}
