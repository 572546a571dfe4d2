import { points } from '../../core/units.ts';
import type { Chain, ChainSnapshot, QuoteColumns } from '../../market/chain.ts';
import { indexExpiration, vixExpiration } from '../model-market.ts';
import { indexQuotes } from './index-quotes.ts';
import { type ListedExpiration, listedExpirations, type ModelUnderlying } from './listed-expirations.ts';
import { listedStrikes } from './listed-strikes.ts';
import { type ModelDay, quotingOf } from './model-day.ts';
import { openInterest } from './open-interest.ts';
import type { QuoteColumnsPair } from './quote-columns.ts';
import { vixQuotes } from './vix-quotes.ts';

const isVix = ({ root }: ListedExpiration): boolean => root === 'VIX' || root === 'VIXW';

function quotesOf(day: ModelDay, listed: ListedExpiration, strikes: Float64Array): QuoteColumnsPair {
  const { root, expiration } = listed;
  const quoting = quotingOf(day, root);
  return isVix(listed)
    ? vixQuotes(vixExpiration(day.market, expiration), strikes, quoting)
    : indexQuotes(indexExpiration(day.market, root as 'SPX', expiration), strikes, quoting);
}

/** The value of a function that is called once, when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One in six contracts held changes hands in a day. */
const TURNOVER = 6;

/**
 * Quotes of one expiration. Columns are worked out when one of them is first read, and open interest apart from prices, so a
 * chain nobody looks at costs nothing; copying a chain or a side of it reads it.
 */
export function modelChain(day: ModelDay, listed: ListedExpiration): Chain {
  const { market, session, quotes, vix, interest } = day;
  const { root, expiration } = listed;
  const underlying: ModelUnderlying = isVix(listed) ? 'VIX' : 'SPX';
  const level = isVix(listed) ? vix : market.spot;
  const strikes = once(() => listedStrikes(listed, session, level));
  const columns = once(() => quotesOf(day, listed, strikes()));

  const side = (right: 'call' | 'put'): QuoteColumns => {
    const { callBid, callAsk, putBid, putAsk } = columns();
    const prices = right === 'call' ? { bid: callBid, ask: callAsk } : { bid: putBid, ask: putAsk };
    if (interest === undefined) return prices;
    const open = once(() =>
      openInterest(interest(`${session} ${root} ${expiration} ${right}`), underlying, strikes(), level),
    );
    const traded = once(() => open().map((contracts) => Math.floor(contracts / TURNOVER)));
    return {
      ...prices,
      get openInterest() {
        return open();
      },
      get volume() {
        return traded();
      },
    };
  };
  const [call, put] = [once(() => side('call')), once(() => side('put'))];
  return {
    root,
    expiration,
    asOf: market.asOf,
    quotes,
    get strikes() {
      return strikes();
    },
    get call() {
      return call();
    },
    get put() {
      return put();
    },
  };
}

/**
 * Every listed expiration of an underlying, quoted.
 *
 * @param source  where the quotes come from, for the passport
 */
export function modelChains(day: ModelDay, underlying: ModelUnderlying, source: string): ChainSnapshot {
  const { market, session, quotes, vix } = day;
  return {
    underlying,
    session,
    asOf: market.asOf,
    timeRecorded: true,
    spot: points(underlying === 'VIX' ? vix : market.spot),
    quotes,
    chains: listedExpirations(underlying, session, market.asOf).map((listed) => modelChain(day, listed)),
    source,
  };
}
