import type { Cents, IsoDate } from '../core/units.ts';
import type { Book } from '../portfolio/position.ts';
import type { RegimeMemory } from './regime-types.ts';

/** One hedge cash flow: + paid, - received. */
export interface HedgeFlow {
  readonly session: IsoDate;
  readonly layer: string;
  readonly amount: Cents;
}

/** What the plan must remember between days. */
export interface Memory {
  readonly regime?: RegimeMemory;
  /** Highest net asset value seen; the drawdown governor measures from it. */
  readonly navHigh?: Cents;
  /** Base the sizing uses: rises monthly, falls daily. */
  readonly navBase?: Cents;
  readonly hedgeFlows: readonly HedgeFlow[];
  /** Rolls done per lineage of condors. */
  readonly lineageRolls: Readonly<Record<string, number>>;
}

/** What one day hands to the next: the book and the plan's memory, and nothing else. */
export interface Held {
  readonly book: Book;
  readonly memory: Memory;
}

export const emptyHeld = (cash: Cents): Held => ({
  book: { cash, positions: [] },
  memory: { hedgeFlows: [], lineageRolls: {} },
});
