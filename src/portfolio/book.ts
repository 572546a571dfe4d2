import { PreconditionError } from '../core/errors.ts';
import { type Cents, cents, type IsoDate, type Points } from '../core/units.ts';
import type { Contract } from '../market/contract.ts';
import { contractSymbol } from './contract-symbol.ts';
import type { Leg } from './leg.ts';
import type { Book, Position, Purpose } from './position.ts';

/** One line of a holdings list: what was bought (+) or sold (-), when, at what price, for what purpose. */
export interface Holding {
  readonly contract: Contract;
  readonly quantity: number;
  /** Points per contract, never signed. */
  readonly price: Points;
  readonly opened: IsoDate;
  readonly purpose: Purpose;
}

/** Money that changed hands for a quantity: + paid, - received. */
const paidFor = ({ contract, quantity, price }: Holding): number =>
  quantity * price * contract.multiplier * 100;

/** What makes holdings one position: bought or sold on one day, for one purpose, on one root and expiration. */
const positionId = ({ purpose, opened, contract }: Holding): string =>
  [purpose, opened.replaceAll('-', ''), contract.root, contract.expiration.replaceAll('-', '')].join('-');

/** Quantities of one contract added up, legs in the order of their symbols. */
function legsOf(holdings: readonly Holding[]): readonly Leg[] {
  const legs = new Map<string, Leg>();
  for (const { contract, quantity } of holdings) {
    const symbol = contractSymbol(contract);
    legs.set(symbol, { contract, quantity: (legs.get(symbol)?.quantity ?? 0) + quantity });
  }
  const ascending = [...legs].sort(([a], [b]) => (a < b ? -1 : 1));
  return ascending.map(([, leg]) => leg).filter(({ quantity }) => quantity !== 0);
}

/** Groups holdings into positions: the four legs of a condor become one. The result does not depend on their order. */
export function positionsOf(holdings: readonly Holding[]): readonly Position[] {
  const groups = new Map<string, Holding[]>();
  for (const holding of holdings) {
    const id = positionId(holding);
    groups.set(id, [...(groups.get(id) ?? []), holding]);
  }
  const ordered = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.flatMap(([id, group]) => {
    const [first] = group;
    const legs = legsOf(group);
    if (first === undefined || legs.length === 0) return [];
    const premium = cents(group.reduce((sum, holding) => sum + paidFor(holding), 0));
    return [{ id, purpose: first.purpose, legs, opened: first.opened, premium }];
  });
}

/**
 * Adds a position and moves its premium through cash.
 *
 * @throws PreconditionError when a position of that id is open already
 */
export function openPosition(book: Book, position: Position): Book {
  if (book.positions.some(({ id }) => id === position.id)) {
    throw new PreconditionError('position.id', 'must not be open already', position.id);
  }
  return { cash: cents(book.cash - position.premium), positions: [...book.positions, position] };
}

/** Every leg of the book. */
export const legsOfBook = (book: Book): readonly Leg[] => book.positions.flatMap(({ legs }) => legs);

/** What the open positions cost: + paid, - received. */
export const premiumOf = (positions: readonly Position[]): Cents =>
  cents(positions.reduce((sum, { premium }) => sum + premium, 0));
