import type { IsoDate } from '../../core/units.ts';
import type { ChainSnapshot } from '../../market/chain.ts';
import { checkChain } from '../../market/chain-check.ts';
import type { ChainPassport } from '../../market/passport.ts';
import { modelChains } from '../chain/model-chain.ts';
import type { ModelDay } from '../chain/model-day.ts';
import { countQuotes } from '../demo/count-quotes.ts';
import type { ModelledMarket } from './modelled-market.ts';

/** Where the passport of a modelled chain says it comes from. */
const SOURCE = 'modelled';

/** The chains of a modelled session: what was listed that day, each expiration priced when it is first looked at. */
export interface ModelledChains {
  /** What the chains are quoted from; prices single contracts too (`modelQuote`). */
  readonly day: ModelDay;
  readonly spx: ChainSnapshot;
  /** Without expirations before VIX options were listed (24 February 2006). */
  readonly vix: ChainSnapshot;
}

/** SPX and VIX options of a session since 1990, as they would have been quoted at its close. */
export function modelledChains({ market, volatility }: ModelledMarket, session: IsoDate): ModelledChains {
  const day: ModelDay = { market, session, vix: volatility.vix, quotes: 'modelled' };
  return { day, spx: modelChains(day, 'SPX', SOURCE), vix: modelChains(day, 'VIX', SOURCE) };
}

/** The passport of a modelled chain; every quote of it is worked out for that. */
export const modelledPassport = (chain: ChainSnapshot): ChainPassport =>
  checkChain(chain, countQuotes(chain.chains), SOURCE).passport;
