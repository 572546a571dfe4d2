import { type Cents, cents } from '../core/units.ts';
import type { Contract } from '../market/contract.ts';
import { type History, observationOn } from '../market/history.ts';
import { settlementDate, settlementInstant } from '../market/settlement.ts';
import type { Book, Position } from '../portfolio/position.ts';

/** One position that settled: what it brought, and on what value. */
export interface Settled {
  readonly position: Position;
  readonly cash: Cents;
  readonly value: number;
}

export interface SettledBook {
  readonly book: Book;
  readonly settled: readonly Settled[];
  /** Expired positions whose settlement value is not known; they stay on the book and are named. */
  readonly unsettled: readonly Position[];
}

/** The value a contract settles on, when the past holds it: the close for PM index options, nothing for AM ones. */
function settlementValue(contract: Contract, past: History): number | undefined {
  if (contract.kind !== 'option' || contract.settlement !== 'pm') return undefined;
  const on = settlementDate(contract.root, contract.expiration);
  const close = observationOn(past.series('SPX.close'), on)?.value;
  return close === undefined ? undefined : contract.root === 'XSP' ? close / 10 : close;
}

const intrinsic = (contract: Contract, value: number): number =>
  contract.kind === 'option'
    ? Math.max(contract.right === 'call' ? value - contract.strike : contract.strike - value, 0)
    : 0;

const expiredBy = ({ legs }: Position, past: History): boolean =>
  legs.some(({ contract }) => settlementInstant(contract.root, contract.expiration) <= past.through);

function settle(position: Position, past: History): Settled | undefined {
  let [cash, value] = [0, 0];
  for (const { contract, quantity } of position.legs) {
    const settles = settlementValue(contract, past);
    if (settles === undefined) return undefined;
    value = settles;
    cash += 100 * quantity * contract.multiplier * intrinsic(contract, settles);
  }
  return { position, cash: cents(cash), value };
}

/**
 * Cash for everything that expired by now. PM index options settle on the closing value; AM ones need the opening
 * auction value (SET, VRO), which an end-of-day history does not hold, so they are kept and named, never guessed.
 */
export function settleExpired(book: Book, past: History): SettledBook {
  const settled: Settled[] = [];
  const unsettled: Position[] = [];
  const open: Position[] = [];
  for (const position of book.positions) {
    const done = expiredBy(position, past) ? settle(position, past) : undefined;
    if (done !== undefined) settled.push(done);
    else {
      open.push(position);
      if (expiredBy(position, past)) unsettled.push(position);
    }
  }
  const brought = settled.reduce((sum, one) => sum + one.cash, 0);
  return { book: { cash: cents(book.cash + brought), positions: open }, settled, unsettled };
}
