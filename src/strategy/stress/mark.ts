import { type Points, points } from '../../core/units.ts';
import { type Quote, quoteAt } from '../../market/chain.ts';
import type { Contract, OptionContract } from '../../market/contract.ts';
import type { MarketReading } from '../market-reading.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { indexScale, reprice, viewFor } from './reprice.ts';
import { NO_SHOCK } from './shock.ts';

/** The live quote of a contract, in its own points; XSP has none of its own and takes a tenth of the SPXW quote. */
export function quoteOf(market: MarketReading, contract: OptionContract): Quote | undefined {
  if (contract.root === 'VIX' || contract.root === 'VIXW') {
    const chain = market.vixChain?.chains.find(
      (c) => c.root === contract.root && c.expiration === contract.expiration,
    );
    return chain === undefined ? undefined : quoteAt(chain, contract.strike, contract.right);
  }
  const view = viewFor(market, contract);
  if (view === undefined) return undefined;
  const scale = indexScale(contract);
  const quote = quoteAt(view.chain, contract.strike * scale, contract.right);
  if (quote === undefined || scale === 1) return quote;
  return { bid: points(quote.bid / scale), ask: points(quote.ask / scale) };
}

/** Half of the quoted spread, in the contract's own points; undefined without a two-sided quote. */
export function halfSpreadOf(market: MarketReading, contract: OptionContract): Points | undefined {
  const quote = quoteOf(market, contract);
  return quote === undefined || quote.bid <= 0 ? undefined : points((quote.ask - quote.bid) / 2);
}

export interface MarkedPrice {
  readonly value: Points;
  readonly source: 'quoted' | 'modelled';
}

/** What a contract is worth now: the middle of a two-sided quote, else the model, else nothing. */
export function markOf(
  market: MarketReading,
  plan: TradingPlan,
  contract: Contract,
): MarkedPrice | undefined {
  const quote = contract.kind === 'option' ? quoteOf(market, contract) : undefined;
  if (quote !== undefined && quote.ask >= quote.bid && quote.ask > 0) {
    const own = contract.kind === 'option' && contract.root === 'XSP' ? 'modelled' : 'quoted';
    return { value: points((quote.bid + quote.ask) / 2), source: own };
  }
  const value = reprice(market, plan, contract, NO_SHOCK);
  return value === undefined ? undefined : { value, source: 'modelled' };
}
