import type { EpochMs, IsoDate, Points } from '../core/units.ts';
import type { ChainSnapshot, QuoteKind } from './chain.ts';
import type { DayPassport } from './passport.ts';
import type { QuoteOrigins } from './quote-origins.ts';

/** Everything the market showed at one instant: what `decideDay` may look at besides the past. */
export interface Snapshot {
  readonly session: IsoDate;
  /** The decision instant: 17:00 ET on the session, or the chain's own time when that is later. */
  readonly asOf: EpochMs;
  readonly quotes: QuoteKind;
  /** What modelled quotes were made from; absent for the other kinds. */
  readonly origins?: QuoteOrigins;
  /** Which simulated market it is of; absent for the other kinds. */
  readonly simulation?: { readonly seed: number; readonly world: string };
  /** Index level beside the quotes when the vendor printed one, else the session's close. */
  readonly spx: Points;
  readonly spxChain: ChainSnapshot;
  /** Quoted VIX options of the session; absent on most days. */
  readonly vixChain?: ChainSnapshot;
  readonly passport: DayPassport;
}
