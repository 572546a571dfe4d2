import type { Cents, EpochMs, IsoDate, Points, Rate, Vol, Years } from '../core/units.ts';
import type { QuoteKind } from '../market/chain.ts';
import type { OptionRoot } from '../market/contract.ts';
import type { DayPassport } from '../market/passport.ts';
import type { VixFromChain } from '../market/vix-from-chain.ts';
import type { VixTermStructure } from '../market/vix-term-structure.ts';
import type { SummedGreeks } from '../portfolio/greeks-of-book.ts';
import type { Order } from '../portfolio/order.ts';
import type { Decision, UpcomingEvent } from '../strategy/decision.ts';
import type { Held } from '../strategy/held.ts';
import type { LimitRow } from '../strategy/limits.ts';
import type { Regime, Score } from '../strategy/regime-types.ts';
import type { Reading } from '../strategy/signal/signal.ts';
import type { ScenarioRow } from '../strategy/stress/scenario-table.ts';

/** One expiration of the chain, as the sheet shows it. */
export interface ForwardRow {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly dte: number;
  readonly expiry: Years;
  readonly forward: Points;
  readonly rate: Rate;
  readonly atmVol?: Vol;
  /** One-sigma move to expiration: forward x atmVol x sqrt(expiry). */
  readonly expectedMove?: Points;
  /** Root-mean-square residual of the smile in vol. */
  readonly smileError?: number;
  readonly smileQuotes?: number;
}

/** The VX curve as the sheet shows it; without one only contango is there, proxied. */
export interface VxCurveView extends Omit<VixTermStructure, 'session'> {
  readonly session?: IsoDate;
  readonly contangoSource: 'vx' | 'proxied';
}

/** VIX recomputed from the chain, with the terms it came from. */
export interface VixFromChainView extends VixFromChain {
  /** Less the published close, in vol points. */
  readonly gapToClose?: number;
}

/** Points of a fitted smile for the chart: strike and vol. */
export interface SmileView {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly strikes: readonly number[];
  readonly fitted: readonly number[];
  readonly quoted: readonly { readonly strike: number; readonly vol: number }[];
}

export interface MarketView {
  readonly spx: Points;
  /** Published index close of the session, when known by the decision instant. */
  readonly spxClose?: Points;
  readonly vix?: number;
  readonly vix9d?: number;
  readonly vix3m?: number;
  readonly vix6m?: number;
  readonly vvix?: number;
  readonly vixFromChain?: VixFromChainView;
  readonly realisedVol20?: Vol;
  /** Expected daily range in percent of the index: (0.6 VIX9D + 0.4 HV20) / sqrt(252). */
  readonly edr?: number;
  readonly forwards: readonly ForwardRow[];
  readonly vxCurve?: VxCurveView;
  readonly smile?: SmileView;
  /** Trailing values for the page's small charts: dates and values, oldest first. */
  readonly recent: Readonly<Record<string, readonly { readonly date: IsoDate; readonly value: number }[]>>;
}

export interface BookView {
  readonly nav: Cents;
  readonly cash: Cents;
  readonly positions: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly label: string;
    readonly opened: IsoDate;
    readonly dte: number;
    readonly premium: Cents;
    /** Marked value now; absent when a leg has no quote and no model. */
    readonly value?: Cents;
    readonly valueSource?: 'quoted' | 'modelled';
  }[];
  readonly margin: Cents;
  /** Index legs, in points of the S&P 500. */
  readonly greeks: SummedGreeks;
  /** VIX legs; their vega is to the vol of VIX and is never added to the index's. */
  readonly volatilityGreeks: SummedGreeks;
}

/** Payoff of the best condor for the diagram: P/L in cents of the whole size by index level. */
export interface PayoffView {
  readonly subject: string;
  readonly levels: readonly number[];
  readonly today: readonly number[];
  readonly atExpiration: readonly number[];
  readonly nearest: IsoDate;
}

/** One day's conclusions. Its JSON is a public contract: schema/day-sheet.schema.json. */
export interface DaySheet {
  readonly schema: 'alvh.day-sheet/1';
  readonly date: IsoDate;
  readonly asOf: EpochMs;
  readonly executeOn: IsoDate;
  readonly quotes: QuoteKind;
  readonly plan: {
    readonly name: string;
    readonly version: string;
    readonly profile: 'steward' | 'promoter';
  };
  readonly passport: DayPassport;
  readonly market: MarketView;
  readonly signals: readonly Reading[];
  readonly score: Score;
  readonly regime: Regime;
  readonly decisions: readonly Decision[];
  readonly orders: readonly Order[];
  readonly scenarios: readonly ScenarioRow[];
  readonly limits: readonly LimitRow[];
  readonly book: BookView;
  readonly payoff?: PayoffView;
  readonly hedge: {
    readonly depth: number;
    readonly coverageTarget: number;
    /** Of `sizingLoss`; absent when no layer can be priced. */
    readonly coverageReached?: number;
    /** The core loss in the sizing scenario the ladder is sized on: the core's own, or the plan's floor. */
    readonly sizingLoss: Cents;
  };
  readonly events: readonly UpcomingEvent[];
  readonly caveats: readonly string[];
  /** Positions that settled since the day before, and what they brought. */
  readonly settled: readonly { readonly id: string; readonly cash: Cents; readonly value: number }[];
  readonly held: Held;
  readonly hashes: { readonly inputs: string; readonly plan: string; readonly decision: string };
}
