import { isoDate } from '../src/core/dates.ts';
import type { EpochMs } from '../src/core/units.ts';
import { type Chain, checkedChain, type QuoteColumns } from '../src/market/chain.ts';
import type { OptionRoot, Right } from '../src/market/contract.ts';
import { yearsToExpiry } from '../src/market/settlement.ts';
import { black76 } from '../src/quant/black76.ts';

/** A market written down by hand, to be found again by what reads chains. */
export interface HandMarket {
  readonly root: OptionRoot;
  readonly expiration: string;
  readonly asOf: EpochMs;
  readonly forward: number;
  readonly rate: number;
  readonly strikes: readonly number[];
  readonly vol: (strike: number) => number;
  /** Half the bid-ask spread in points; a bid that would not be positive is 0. */
  readonly halfSpread?: number;
}

/** Every `step` from `low` to `high`, both included. */
export const strikesFrom = (low: number, high: number, step: number): number[] =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);

/** The chain Black-76 makes of a market. */
export function handChain({ halfSpread = 0, ...market }: HandMarket): Chain {
  const { root, asOf, forward, rate, strikes, vol } = market;
  const expiration = isoDate(market.expiration);
  const expiry = Math.max(yearsToExpiry(asOf, root, expiration), 0);
  const discount = Math.exp(-rate * expiry);
  const side = (right: Right): QuoteColumns => {
    const premiums = strikes.map((strike) =>
      black76({ right, forward, strike, vol: vol(strike), expiry, discount }),
    );
    return {
      bid: Float64Array.from(premiums, (premium) => Math.max(premium - halfSpread, 0)),
      ask: Float64Array.from(premiums, (premium) => premium + halfSpread),
    };
  };
  const chain = { root, expiration, asOf, quotes: 'simulated' as const, strikes: Float64Array.from(strikes) };
  return checkedChain({ ...chain, call: side('call'), put: side('put') });
}

/** A chain with one cell of one column replaced. */
export function withCell(
  chain: Chain,
  right: Right,
  field: 'bid' | 'ask',
  strike: number,
  value: number,
): Chain {
  const i = chain.strikes.indexOf(strike);
  const column = chain[right][field].slice();
  column[i] = value;
  return { ...chain, [right]: { ...chain[right], [field]: column } };
}
