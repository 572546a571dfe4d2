import type { Cents, IsoDate, Points } from '../core/units.ts';
import type { Contract, FutureContract, OptionContract } from '../market/contract.ts';
import type { Leg } from './leg.ts';

/**
 * How an unequal-winged condor is charged: the wider wing once (Cboe RG07-043, tastytrade), or both wings as two
 * spreads unless they are equal (IBKR).
 */
export type MarginConvention = 'widest-wing' | 'equal-width-only';

/** What the requirement depends on besides the legs. */
export interface MarginMarket {
  readonly asOf: IsoDate;
  /** Index level of a contract's underlying; needed for naked shorts only. */
  readonly spot: (contract: OptionContract) => Points | undefined;
  /** Option price, points; needed for naked shorts and for whatever is paid for in full. */
  readonly price: (contract: OptionContract) => Points | undefined;
  /** Requirement of one future, long or short; needed for futures only. */
  readonly futureMargin?: (contract: FutureContract) => Cents | undefined;
}

export type MarginStrategy =
  | 'iron-condor'
  | 'short-vertical'
  | 'long-vertical'
  | 'calendar'
  | 'short-strangle'
  | 'short-option'
  | 'long-option'
  | 'future';

/** One recognised strategy: the legs it took, and what it needs. */
export interface MarginLine {
  readonly strategy: MarginStrategy;
  readonly legs: readonly Leg[];
  readonly requirement: Cents;
  /** The arithmetic, in points and contracts: `max(50, 160) x 100 x 2`. */
  readonly formula: string;
}

export interface MarginReport {
  readonly convention: MarginConvention;
  readonly lines: readonly MarginLine[];
  /** Sum of the lines, before any credit received is applied to it. */
  readonly requirement: Cents;
}

export type MarginFailure =
  | { readonly code: 'naked-vix'; readonly contract: Contract }
  | { readonly code: 'no-price'; readonly contract: Contract }
  | { readonly code: 'no-spot'; readonly contract: Contract }
  | { readonly code: 'no-future-margin'; readonly contract: Contract };
