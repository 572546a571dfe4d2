import type { IsoDate, Points } from '../core/units.ts';
import type { Leg } from './leg.ts';
import type { Purpose } from './position.ts';

/** An intent, all legs or none. */
export interface Order {
  /** A pure function of session and proposal, so that sending it twice is the same as once. */
  readonly clientOrderId: string;
  readonly purpose: Purpose;
  /** Per unit; the order is for `quantity` units. */
  readonly legs: readonly (Leg & { readonly symbol: string })[];
  readonly quantity: number;
  /** Where the order starts: the mid, on the tick grid. + pay, - receive, per unit. */
  readonly start: Points;
  /** The worst net price per unit it may walk to, rounded to the package tick: + pay, - receive. */
  readonly limit: Points;
  readonly tick: Points;
  readonly effect: 'open' | 'close';
  /** The session it is meant for, and the window in New York time. */
  readonly session: IsoDate;
  readonly window: string;
}
