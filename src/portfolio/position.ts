import type { Cents, IsoDate } from '../core/units.ts';
import type { Leg } from './leg.ts';

export const PURPOSES = ['condor', 'hedge.L1', 'hedge.L2', 'hedge.L3', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Legs opened together for one purpose. */
export interface Position {
  readonly id: string;
  readonly purpose: Purpose;
  readonly legs: readonly Leg[];
  readonly opened: IsoDate;
  /** What was paid to open it: + paid, - received. Fees not included. */
  readonly premium: Cents;
}

/** What we own: the fold of fills and settlements. */
export interface Book {
  readonly cash: Cents;
  readonly positions: readonly Position[];
}
