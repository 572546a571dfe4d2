import type { IsoDate, Points } from '../core/units.ts';

/** Option roots the workbench knows. The root decides the settlement: `SPX` is AM, `SPXW` is PM, even on one date. */
export const OPTION_ROOTS = ['SPX', 'SPXW', 'XSP', 'SPY', 'VIX', 'VIXW'] as const;
export type OptionRoot = (typeof OPTION_ROOTS)[number];
export const FUTURE_ROOTS = ['VX', 'VXM'] as const;
export type FutureRoot = (typeof FUTURE_ROOTS)[number];

export type Right = 'call' | 'put';
export type ExerciseStyle = 'european' | 'american';
/** `am`: the opening auction value (SET for SPX, VRO for VIX); `pm`: the closing value; `physical`: shares. */
export type Settlement = 'am' | 'pm' | 'physical';

/** Identity only, no price. Built by `optionContract`, which takes everything but the key from the registry. */
export interface OptionContract {
  readonly kind: 'option';
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly strike: Points;
  readonly right: Right;
  readonly style: ExerciseStyle;
  readonly settlement: Settlement;
  /** US dollars per index point. */
  readonly multiplier: number;
}

export interface FutureContract {
  readonly kind: 'future';
  readonly root: FutureRoot;
  readonly expiration: IsoDate;
  readonly multiplier: number;
}

export type Contract = OptionContract | FutureContract;
