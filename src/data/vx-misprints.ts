import { dayNumber } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { RawSettle } from './vx-item.ts';

/** Isolated jumps there and back beyond this ratio are misprints; a neighbour pair confirms anything real. */
const MISPRINT_RATIO = Math.log(1.5);
/** With one neighbour only, a wider allowance: a front future did double on 2018-02-05. */
const EDGE_RATIO = Math.log(3);
/** A contract this far from settlement does not move by half in a day, so its first price is judged like any other. */
const FAR_DAYS = 60;

/** A price between two neighbours and far from both, on one side. Met: 1.00 on 2008-04-21, 18.14 on 2008-10-30. */
function standsAlone(row: RawSettle, before: RawSettle | undefined, after: RawSettle | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const [up, down] = [Math.log(row.settle / before.settle), Math.log(row.settle / after.settle)];
  return Math.min(Math.abs(up), Math.abs(down)) > MISPRINT_RATIO && up * down > 0;
}

/** A first or last price, with one neighbour to judge it by. */
function isLoose(row: RawSettle, neighbour: RawSettle | undefined, isFirst: boolean): boolean {
  if (neighbour === undefined) return false;
  const isFar = dayNumber(row.expiration) - dayNumber(row.session) > FAR_DAYS;
  return Math.abs(Math.log(row.settle / neighbour.settle)) > (isFirst && isFar ? MISPRINT_RATIO : EDGE_RATIO);
}

/** Misprints of one contract; the ends are judged after the middle, so that one bad price takes no neighbour along. */
function misprintsOf(contract: readonly RawSettle[]): readonly RawSettle[] {
  const lone = contract.filter((row, i) => standsAlone(row, contract[i - 1], contract[i + 1]));
  const rest = contract.filter((row) => !lone.includes(row));
  const [first, last] = [rest[0], rest.at(-1)];
  if (first !== undefined && isLoose(first, rest[1], true)) lone.push(first);
  if (last !== undefined && last !== first && isLoose(last, rest.at(-2), false)) lone.push(last);
  return lone;
}

/**
 * Rows (ascending by session) without the prices that are out of line with their contract's neighbouring sessions.
 *
 * @param notes  receives each one dropped
 */
export function withoutMisprints(rows: readonly RawSettle[], notes: string[]): readonly RawSettle[] {
  const contracts = new Map<IsoDate, RawSettle[]>();
  for (const row of rows) {
    const contract = contracts.get(row.expiration);
    if (contract === undefined) contracts.set(row.expiration, [row]);
    else contract.push(row);
  }
  const bad = new Set([...contracts.values()].flatMap(misprintsOf));
  for (const { session, expiration, settle } of bad) {
    notes.push(
      `VX ${expiration}: price ${settle} of ${session} dropped, out of line with the sessions beside it`,
    );
  }
  return bad.size === 0 ? rows : rows.filter((row) => !bad.has(row));
}
