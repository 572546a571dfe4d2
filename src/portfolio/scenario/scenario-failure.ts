import type { NoVixPreset } from './conditional-vix.ts';
import type { NoSuchReplay, ReplayId, StageId } from './replays.ts';

/** Why today's market cannot be the start of a scenario. */
export interface NoStart {
  readonly code: 'no-start';
  readonly vix: number;
  readonly vix3m: number;
  /** The nearest pair the model shows. */
  readonly nearest: { readonly vix: number; readonly vix3m: number };
}

/** A shock beyond what may be asked, with what may be; `asked` and the range are in the unit of `code`. */
export interface ShockOutside {
  /** Relative move of SPX; VIX and VIX3M levels after the shock, points; calendar days; power. */
  readonly code: 'spx-outside' | 'vix-outside' | 'vix3m-outside' | 'days-outside' | 'slope-outside';
  readonly asked: number;
  readonly lowest: number;
  readonly highest: number;
}

/** A contract that cannot be put through a scenario. */
export interface LegRefused {
  /** `not-modelled`: not on SPX, XSP or VIX. `expired`: settled before the quotes. `too-long`: settles too far ahead. */
  readonly code: 'not-modelled' | 'expired' | 'too-long';
  /** The contract, as files spell it. */
  readonly symbol: string;
  readonly position: string;
  /** Years to settlement; beyond `longest` the model has no variance. */
  readonly years: number;
  readonly longest: number;
}

export interface NoSuchStage {
  readonly code: 'no-such-stage';
  readonly replay: ReplayId;
  readonly asked: string;
  readonly known: readonly StageId[];
}

/** A storm from before VIX was published: a change of VIX has to be brought along. */
export interface IndexOnly {
  readonly code: 'index-only';
  readonly replay: ReplayId;
}

export type PresetFailure = NoVixPreset | ShockOutside;
export type ReplayFailure = NoSuchReplay | NoSuchStage | IndexOnly | ShockOutside;
export type ScenarioFailure = NoStart | LegRefused | PresetFailure | ReplayFailure;
