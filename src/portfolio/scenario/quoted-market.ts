import type { IsoDate } from '../../core/units.ts';
import type { QuoteKind } from '../../market/chain.ts';
import type { VxCurve } from '../../market/history.ts';
import type { Surface } from '../../market/surface.ts';

/** The market as it is shown, which scenarios start from. */
export interface QuotedMarket {
  readonly session: IsoDate;
  readonly quotes: QuoteKind;
  /** SPX, index points. */
  readonly spot: number;
  /** Levels the model's factors are solved from, vol points. */
  readonly vix: number;
  readonly vix3m: number;
  /** SPX options, read; prices are for its instant. */
  readonly surface: Surface;
  readonly vixSurface?: Surface;
  readonly vxCurve?: VxCurve;
  /** Financing rate where a chain of its own gives none, continuously compounded. */
  readonly riskFree: number;
}
