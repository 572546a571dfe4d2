import type { Cents, EpochMs, IsoDate } from '../../core/units.ts';
import type { QuoteKind } from '../../market/chain.ts';
import type { Purpose } from '../../portfolio/position.ts';
import type { Clip } from '../../portfolio/scenario/clip.ts';
import type { Horizon } from '../../portfolio/scenario/conditional-vix-table.ts';
import type { CoreAndHedge, LayerOutcome } from '../../portfolio/scenario/outcome.ts';
import type { PresetName } from '../../portfolio/scenario/preset-shock.ts';
import type { ProjectedCase, ProjectedCell } from '../../portfolio/scenario/projection.ts';
import type { ReplayNote } from '../../portfolio/scenario/replay-shock.ts';
import type { ReplayId, StageId, VixAtStart } from '../../portfolio/scenario/replays.ts';
import type { ScenarioId } from '../../strategy/stress/shock.ts';
import type { PositionsSource } from './shocked-positions.ts';

/** Where a shock comes from. */
export type Origin =
  | { readonly kind: 'shock'; readonly slope?: number }
  /** The scenario of the plan that sizes core and hedge. */
  | { readonly kind: 'sizing'; readonly id: ScenarioId }
  | {
      readonly kind: 'preset';
      readonly preset: PresetName;
      readonly sessions: Horizon;
      /** How often history saw such a move; absent for the model. */
      readonly record?: { readonly n: number; readonly episodes: number; readonly isThin: boolean };
    }
  | {
      readonly kind: 'replay';
      readonly replay: ReplayId;
      readonly stage: StageId;
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly start: VixAtStart;
      /** Relative change of the 30-day VX future then, where it is known; to hold `vx30` against. */
      readonly vx30Then?: number;
      readonly notes: readonly ReplayNote[];
    };

/** Levels of the market: SPX in index points, the rest in vol points; the VX future is 30 days out. */
export interface Levels {
  readonly spx: number;
  readonly vix: number;
  readonly vix3m: number;
  readonly vx30: number;
}

export interface LegView {
  readonly position: string;
  readonly purpose: Purpose;
  readonly symbol: string;
  readonly quantity: number;
  readonly pricing: 'anchored' | 'modelled';
  readonly forward: 'parity' | 'interpolated' | 'vix-options' | 'vx' | 'model';
  readonly vol: 'smile' | 'quote' | 'model' | 'none';
  /** Worth today, points of its own underlying per contract. */
  readonly value: number;
}

export interface OutcomeView extends CoreAndHedge {
  readonly id: string;
  readonly origin: Origin;
  /** Relative move of SPX and change of VIX in points. */
  readonly spxMove: number;
  readonly vixMove: number;
  readonly days: number;
  readonly levels: Levels;
  readonly shareOfNav: number;
  readonly layers: readonly LayerOutcome[];
  readonly positions: readonly { readonly id: string; readonly purpose: Purpose; readonly pnl: Cents }[];
  /** In the order of the report's legs. */
  readonly legs: readonly {
    readonly symbol: string;
    readonly position: string;
    readonly after: number;
    readonly hasSettled: boolean;
    readonly pnl: Cents;
  }[];
  readonly clipped: readonly Clip[];
}

/** Gain and loss in rows by VIX and columns by SPX, cents. */
export interface GridView {
  readonly spx: readonly number[];
  /** Changes in points. */
  readonly vix: readonly number[];
  readonly days: number;
  readonly cells: Readonly<Record<keyof CoreAndHedge, readonly (readonly number[])[]>>;
  /** The change of VIX the model expects beside each move of SPX over a week; shorter where its factors do not reach. */
  readonly likely: readonly { readonly spx: number; readonly vix: number }[];
  /** VIX levels of the map that the model does not show. */
  readonly leftOut: readonly number[];
  readonly clipped: readonly Clip[];
}

/** Gain and loss by move of SPX with VIX fixed, cents, for drawing. */
export interface LinesView {
  readonly spx: readonly number[];
  readonly lines: readonly {
    readonly vix: number;
    readonly total: readonly number[];
    readonly unhedged: readonly number[];
  }[];
}

export interface ProjectionView {
  readonly cells: readonly ProjectedCell[];
  readonly leftOut: readonly { readonly days: number; readonly case: ProjectedCase }[];
  readonly clipped: readonly Clip[];
}

/** What shocks do to a book. Its JSON is a public contract: schema/scenario.schema.json. */
export interface ScenarioReport {
  readonly schema: 'alvh.scenario/1';
  readonly date: IsoDate;
  /** The instant the quotes speak of, from which scenarios start. */
  readonly asOf: EpochMs;
  readonly quotes: QuoteKind;
  readonly plan: {
    readonly name: string;
    readonly version: string;
    readonly profile: 'steward' | 'promoter';
  };
  readonly source: PositionsSource;
  readonly nav: Cents;
  readonly market: Levels & {
    readonly vix3mSource: 'published' | 'proxied';
    /** VIX levels a shock may lead to. */
    readonly vixLowest: number;
    readonly vixHighest: number;
  };
  readonly positions: readonly { readonly id: string; readonly purpose: Purpose; readonly label: string }[];
  readonly legs: readonly LegView[];
  readonly outcomes: readonly OutcomeView[];
  /** Replays of an overview that could not be laid on the book, because VIX did not exist. */
  readonly indexOnly: readonly ReplayId[];
  readonly grid?: GridView;
  readonly lines?: LinesView;
  readonly projection?: ProjectionView;
  readonly caveats: readonly string[];
  readonly hashes: { readonly inputs: string; readonly plan: string; readonly scenario: string };
}
