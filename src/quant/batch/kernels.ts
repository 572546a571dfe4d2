import type {
  Black76Book,
  Black76Chain,
  BlackScholesBook,
  EuropeanValues,
  ImpliedVols,
  PremiumQuotes,
} from './columns.ts';

/** Columns by name, and how to give their memory back. */
export interface Workspace<Name extends string> {
  readonly columns: { readonly [N in Name]: Float64Array };
  /** Afterwards the columns must not be used. */
  release(): void;
}

/**
 * The batch kernels, in one of two builds with the same results to within a few units in the last place: plain
 * TypeScript, which is everywhere and gives the same bits on every machine (V8 takes exp and log in software), and
 * WebAssembly SIMD, which is two to four times as fast; for a handful of options, where calls cost most, the plain ones are.
 *
 * Every kernel checks all it was given before it writes anything, and throws PreconditionError naming the column, or the
 * row as `vol[17]`, the rule and the value: columns of one length, outputs as long or longer, signs 1 or -1, rates finite,
 * everything else finite and > 0. Outputs must not overlap inputs. No rows is no work.
 */
export interface Kernels {
  readonly name: 'typescript' | 'wasm-simd';
  /** Threads that share a large batch, the caller's among them. */
  readonly threads: number;
  /** Columns these kernels read and write in place; any others are copied in and out, at about a tenth of the cost. */
  workspace<Name extends string>(names: readonly Name[], rows: number): Workspace<Name>;
  /** Generalised Black-Scholes, any order. */
  blackScholes(book: BlackScholesBook, values: EuropeanValues): void;
  /** Black-76, any order. */
  black76(book: Black76Book, values: EuropeanValues): void;
  /** Black-76 for one expiration: half the cost of any order. */
  black76Chain(chain: Black76Chain, values: EuropeanValues): void;
  /** Implied vol of every quote, or the reason it has none. */
  impliedVol(quotes: PremiumQuotes, vols: ImpliedVols): void;
}
