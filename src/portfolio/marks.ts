import { type Cents, cents, type Points } from '../core/units.ts';
import type { Contract } from '../market/contract.ts';
import type { Book, Position } from './position.ts';

/** `quoted`: the middle of a two-sided quote; `modelled`: a formula stood in for it. */
export type MarkSource = 'quoted' | 'modelled';

/** What one contract is worth, in points of its own underlying. */
export interface Mark {
  readonly value: Points;
  readonly source: MarkSource;
}

/** Gives a contract's mark, or undefined where nothing prices it. */
export type MarkContract = (contract: Contract) => Mark | undefined;

export interface PositionMark {
  readonly position: Position;
  /** What closing it at the marks would bring: + for us, - against; absent when a leg has no mark. */
  readonly value?: Cents;
  /** `modelled` when any leg is. */
  readonly source?: MarkSource;
  /** Value less what was paid: gain so far, fees not included. */
  readonly gain?: Cents;
  readonly unmarked: readonly Contract[];
}

export interface BookMark {
  readonly positions: readonly PositionMark[];
  /** Value of all positions; absent when any has none: a part of a book is not its worth. */
  readonly value?: Cents;
  /** Cash plus value. */
  readonly nav?: Cents;
  readonly unmarked: readonly Contract[];
}

function markPosition(position: Position, markOf: MarkContract): PositionMark {
  const marks = position.legs.map(({ contract, quantity }) => ({
    contract,
    quantity,
    mark: markOf(contract),
  }));
  const unmarked = marks.flatMap(({ contract, mark }) => (mark === undefined ? [contract] : []));
  if (unmarked.length > 0) return { position, unmarked };
  const points = marks.map(
    ({ contract, quantity, mark }) => quantity * (mark?.value ?? 0) * contract.multiplier,
  );
  const value = cents(points.reduce((sum, dollars) => sum + dollars * 100, 0));
  const source = marks.some(({ mark }) => mark?.source === 'modelled') ? 'modelled' : 'quoted';
  return { position, value, source, gain: cents(value - position.premium), unmarked };
}

/** Marks every position; what cannot be marked is named, never taken as zero. */
export function markBook(book: Book, markOf: MarkContract): BookMark {
  const positions = book.positions.map((position) => markPosition(position, markOf));
  const unmarked = positions.flatMap((mark) => mark.unmarked);
  if (unmarked.length > 0) return { positions, unmarked };
  const value = cents(positions.reduce((sum, mark) => sum + (mark.value ?? 0), 0));
  return { positions, value, nav: cents(book.cash + value), unmarked };
}
