import { PreconditionError } from '../../core/errors.ts';
import type { TickTier } from '../../market/ticks.ts';

/** Ticks of a contract in units of 0.0001 points, for columns of prices: `roundToTick`, one call per price less. */
export interface TickLadder {
  /** Where each tier begins, ascending, and its tick in units. */
  readonly from: Float64Array;
  readonly units: Float64Array;
}

const UNITS_PER_POINT = 10_000;
/** As in `roundToTick`: a price this close to a tick, in ticks, lies on it. */
const DUST = 1e-6;

/** Tiers are facts of a contract and never change; a book asks for the same few at every mark. */
const ladders = new WeakMap<readonly TickTier[], TickLadder>();

/** @throws PreconditionError when there is no tier, or the first does not begin at 0 */
export function tickLadder(tiers: readonly TickTier[]): TickLadder {
  const known = ladders.get(tiers);
  if (known !== undefined) return known;
  if (tiers[0]?.from !== 0) throw new PreconditionError('tiers', 'must begin at 0', tiers[0]?.from ?? 'none');
  const made = {
    from: Float64Array.from(tiers, ({ from }) => from),
    units: Float64Array.from(tiers, ({ tick }) => Math.round(tick * UNITS_PER_POINT)),
  };
  ladders.set(tiers, made);
  return made;
}

function unitsAt({ from, units }: TickLadder, price: number): number {
  let tier = from.length - 1;
  while (tier > 0 && price < (from[tier] ?? 0) - DUST) tier--;
  return units[tier] ?? 1;
}

/** The highest price on the ladder that is not above a price >= 0. */
export function tickBelow(ladder: TickLadder, price: number): number {
  const units = unitsAt(ladder, price);
  return (Math.floor((price * UNITS_PER_POINT) / units + DUST) * units) / UNITS_PER_POINT;
}

/** The lowest price on the ladder that is not below a price >= 0. */
export function tickAbove(ladder: TickLadder, price: number): number {
  const units = unitsAt(ladder, price);
  return (Math.max(Math.ceil((price * UNITS_PER_POINT) / units - DUST), 0) * units) / UNITS_PER_POINT;
}
