import type { EpochMs, IsoDate, Points, Rate, Vol } from '../core/units.ts';
import type { ChainSnapshot, QuoteKind } from '../market/chain.ts';
import type { VxCurve } from '../market/history.ts';
import type { Surface } from '../market/surface.ts';
import type { VixFamily } from '../market/vx-forward.ts';

/** What the rules read about today's market besides the signals. Built once a day by the engine. */
export interface MarketReading {
  readonly session: IsoDate;
  /** The session the orders are for. */
  readonly executeOn: IsoDate;
  readonly asOf: EpochMs;
  readonly quotes: QuoteKind;
  readonly spot: Points;
  readonly surface: Surface;
  /** VIX9D, VIX, VIX3M and VIX6M of the session, as published; absent without VIX. */
  readonly family?: VixFamily;
  /** VVIX of the session, in vol points. */
  readonly vvix?: number;
  /** Annualised close-to-close volatility of the last 20 sessions, and its exponentially weighted version. */
  readonly rv20?: Vol;
  readonly ewma?: Vol;
  /** Expected daily range, percent of the index. */
  readonly edr?: number;
  /** Financing rate at 30 days implied by the SPX chain. */
  readonly riskFree: Rate;
  readonly vxCurve?: VxCurve;
  readonly vixSurface?: Surface;
  readonly vixChain?: ChainSnapshot;
}
