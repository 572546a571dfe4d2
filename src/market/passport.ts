import type { EpochMs, IsoDate } from '../core/units.ts';
import type { QuoteKind } from './chain.ts';

/** `use`: fit for decisions; `use-with-care`: usable, with a stated flaw; `refuse`: not used, with the reason. */
export type Verdict = 'use' | 'use-with-care' | 'refuse';

/** What is known about the quality of one chain file of one session. */
export interface ChainPassport {
  readonly underlying: string;
  readonly session: IsoDate;
  readonly asOf: EpochMs;
  readonly timeRecorded: boolean;
  readonly quotes: QuoteKind;
  readonly file: string;
  readonly source: string;
  readonly contracts: number;
  readonly expirations: number;
  /** Contracts with bid > 0 and ask >= bid. */
  readonly usable: number;
  readonly oneSided: number;
  readonly empty: number;
  readonly crossed: number;
  readonly duplicates: number;
  /** Strikes near the money whose parity forward is further from the median than three half-spreads. */
  readonly parityViolations: number;
  readonly strikesChecked: number;
  /** Largest distance, as a decimal, of the underlying or the parity forward from that day's index close. */
  readonly distanceFromClose?: number;
  readonly verdict: Verdict;
  /** Why, worst first; empty when `use`. */
  readonly reasons: readonly string[];
}

/** What the sheet prints about the data of its day. */
export interface DayPassport {
  readonly session: IsoDate;
  readonly chain: ChainPassport;
  readonly vixChain?: ChainPassport;
  /** Series the day wanted, newest first in age: name, last date, age in sessions. */
  readonly series: readonly SeriesAge[];
  readonly conflicts: readonly string[];
}

export interface SeriesAge {
  readonly name: string;
  readonly last?: IsoDate;
  /** Sessions between the last value and the day; absent when the series is absent. */
  readonly ageSessions?: number;
}
