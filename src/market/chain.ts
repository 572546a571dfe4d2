import { PreconditionError } from '../core/errors.ts';
import type { EpochMs, IsoDate, Points } from '../core/units.ts';
import type { OptionRoot } from './contract.ts';

/** What a quote rests on. Anything computed from it carries the weakest of its inputs. */
export type QuoteKind = 'real' | 'modelled' | 'simulated';

/**
 * Quotes of one right, one entry per strike of the chain. `bid` 0 means no bid. `ask` 0 means no quote at all (the
 * contract is not listed, or the vendor shows nothing), so absence needs no NaN.
 */
export interface QuoteColumns {
  readonly bid: Float64Array;
  readonly ask: Float64Array;
  /** Contracts open at the start of the day; absent when the vendor gives none. */
  readonly openInterest?: Float64Array;
  readonly volume?: Float64Array;
}

/** All quotes of one root and expiration at one instant, columnar by ascending strike. */
export interface Chain {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly asOf: EpochMs;
  readonly quotes: QuoteKind;
  readonly strikes: Float64Array;
  readonly call: QuoteColumns;
  readonly put: QuoteColumns;
}

export type Underlying = 'SPX' | 'XSP' | 'SPY' | 'VIX';

/** Every expiration of one underlying, photographed at one instant. */
export interface ChainSnapshot {
  readonly underlying: Underlying;
  /** The session whose market this is; an evening or weekend file belongs to the session before it. */
  readonly session: IsoDate;
  /** When the quotes were taken. */
  readonly asOf: EpochMs;
  /** False when the vendor recorded no time and the close of the options session was assumed. */
  readonly timeRecorded: boolean;
  /** The index level the vendor printed beside the quotes; absent when none. */
  readonly spot?: Points;
  readonly quotes: QuoteKind;
  readonly chains: readonly Chain[];
  /** SHA-256 of the file it came from; `modelled` or `simulated` for chains that come from none. */
  readonly source: string;
}

/**
 * @param chain  strikes ascending and unique; all columns of one length; finite and >= 0 throughout
 * @throws PreconditionError naming the column that breaks the rule
 */
export function checkedChain(chain: Chain): Chain {
  const n = chain.strikes.length;
  for (let i = 0; i < n; i++) {
    const strike = chain.strikes[i] ?? Number.NaN;
    const below = i === 0 ? 0 : (chain.strikes[i - 1] ?? 0);
    if (!(Number.isFinite(strike) && strike > below)) {
      throw new PreconditionError('strikes', 'must be finite, > 0, ascending and unique', strike);
    }
  }
  for (const [right, columns] of [
    ['call', chain.call],
    ['put', chain.put],
  ] as const) {
    for (const [name, column] of Object.entries(columns) as [string, Float64Array | undefined][]) {
      if (column === undefined) continue;
      if (column.length !== n)
        throw new PreconditionError(`${right}.${name}`, `must have ${n} entries`, column.length);
      const bad = column.find((x) => !(Number.isFinite(x) && x >= 0));
      if (bad !== undefined) throw new PreconditionError(`${right}.${name}`, 'must be finite and >= 0', bad);
    }
  }
  return chain;
}

/** Index of a listed strike, or undefined. */
export function strikeIndex(chain: Chain, strike: number): number | undefined {
  let low = 0;
  let high = chain.strikes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = chain.strikes[middle] ?? Number.NaN;
    if (found === strike) return middle;
    if (found < strike) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** One contract's quote. */
export interface Quote {
  readonly bid: Points;
  readonly ask: Points;
  readonly openInterest?: number;
}

/** The quote of one strike and right; undefined when the strike is not listed or shows no ask. */
export function quoteAt(chain: Chain, strike: number, right: 'call' | 'put'): Quote | undefined {
  const i = strikeIndex(chain, strike);
  if (i === undefined) return undefined;
  const { bid, ask, openInterest } = chain[right];
  const askAt = ask[i] ?? 0;
  if (askAt <= 0) return undefined;
  const interest = openInterest?.[i];
  return {
    bid: (bid[i] ?? 0) as Points,
    ask: askAt as Points,
    ...(interest === undefined ? {} : { openInterest: interest }),
  };
}
