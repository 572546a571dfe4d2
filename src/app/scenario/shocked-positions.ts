import { cents } from '../../core/units.ts';
import type { DaySheet } from '../../engine/day-sheet.ts';
import type { Order } from '../../portfolio/order.ts';
import { type Position, PURPOSES } from '../../portfolio/position.ts';
import { bestCandidate } from '../../strategy/condor/best-candidate.ts';
import { condorLegs } from '../../strategy/condor/quoted-condor.ts';

/**
 * What is put through the scenarios: the `book` of the home folder; where that is empty what today's `orders` would hold; on
 * a day without any, the `candidate`, the condor that came nearest and was not taken, so that there is something to see.
 */
export type PositionsSource = 'book' | 'orders' | 'candidate';

export interface ShockedPositions {
  readonly source: PositionsSource;
  readonly positions: readonly Position[];
}

const orderedPosition = (
  { clientOrderId, purpose, legs, quantity, start }: Order,
  { date }: DaySheet,
): Position => ({
  id: clientOrderId,
  purpose,
  legs: legs.map((leg) => ({ contract: leg.contract, quantity: leg.quantity * quantity })),
  opened: date,
  premium: cents(100 * start * quantity * (legs[0]?.contract.multiplier ?? 0)),
});

function candidatePosition({ decisions, date }: DaySheet): readonly Position[] {
  const card = bestCandidate(decisions)?.condor;
  if (card === undefined) return [];
  const contracts = Math.max(card.contracts, 1);
  const legs = condorLegs(card.root, card.expiration, card).map(({ contract, quantity }) => ({
    contract,
    quantity: quantity * contracts,
  }));
  const multiplier = legs[0]?.contract.multiplier ?? 0;
  const premium = cents(-100 * card.creditMid * multiplier * contracts);
  return [{ id: `candidate.${card.rung}`, purpose: 'condor', legs, opened: date, premium }];
}

/** Core first, then the ladder from its front. */
const byPurpose = (positions: readonly Position[]): readonly Position[] =>
  PURPOSES.flatMap((purpose) => positions.filter((position) => position.purpose === purpose));

/** @returns undefined on a day that neither holds nor proposes nor considered anything */
export function shockedPositions(sheet: DaySheet): ShockedPositions | undefined {
  const { positions } = sheet.held.book;
  if (positions.length > 0) return { source: 'book', positions: byPurpose(positions) };
  const ordered = sheet.orders
    .filter(({ effect }) => effect === 'open')
    .map((order) => orderedPosition(order, sheet));
  if (ordered.length > 0) return { source: 'orders', positions: byPurpose(ordered) };
  const candidate = candidatePosition(sheet);
  return candidate.length > 0 ? { source: 'candidate', positions: candidate } : undefined;
}
