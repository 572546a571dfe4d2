import type { IsoDate } from '../core/units.ts';

export const REGIME_LABELS = ['CALM', 'NORMAL', 'ELEVATED', 'STRESS', 'RECOVERY'] as const;
export type RegimeLabel = (typeof REGIME_LABELS)[number];

/** What the regime must remember from one session to the next: hysteresis is a memory. */
export interface RegimeMemory {
  readonly session: IsoDate;
  readonly label: RegimeLabel;
  /** Closes in a row beyond the exit buffer of the present label. */
  readonly exitStreak: number;
  /** Sessions since STRESS was last in force; absent when it never was, or too long ago to matter to RECOVERY. */
  readonly sessionsSinceStress?: number;
  /** Sessions spent in RECOVERY without a break. */
  readonly sessionsInRecovery: number;
}

/** One border of the regime map, and how far today stands from it. */
export interface RegimeBorder {
  readonly rule: string;
  readonly observed: number;
  readonly border: number;
  readonly crossed: boolean;
}

export interface Regime {
  readonly label: RegimeLabel;
  /** What today's numbers alone would say, before hysteresis. */
  readonly raw: RegimeLabel;
  readonly borders: readonly RegimeBorder[];
  /** Why the label differs from the raw one, or that it does not. */
  readonly note: string;
  readonly memory: RegimeMemory;
}

/** One group's part in the score. */
export interface GroupScore {
  readonly group: string;
  readonly weight: number;
  /** Weight of the signals that could be read. */
  readonly validWeight: number;
  /** Weighted mean of the readable signals, in [-1, +1]; absent when none could be read. */
  readonly value?: number;
  /** Points this group adds to 50. */
  readonly contribution: number;
}

/** Confluence: 50 + 50 x weighted mean, in [0, 100]. */
export interface Score {
  readonly value: number;
  readonly groups: readonly GroupScore[];
  /** Points each signal adds to 50, in the order of the signals. */
  readonly contributions: readonly { readonly id: string; readonly points: number }[];
  readonly validWeight: number;
  readonly totalWeight: number;
  /** False when the vol group has under 60 % of its weight: no decision may add risk. */
  readonly sufficient: boolean;
  readonly missing: readonly string[];
}
