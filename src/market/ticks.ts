import { PreconditionError, requireFinite, requirePositive } from '../core/errors.ts';

/** The tick that applies to premiums of `from` and above, up to the next tier. Both in index points. */
export interface TickTier {
  readonly from: number;
  readonly tick: number;
}

/**
 * `down`: towards minus infinity, `up`: towards plus infinity, `nearest`: half away from zero. On a signed limit
 * (+ pay, - receive) `pay-less` says what `down` does there: a smaller debit, a larger credit.
 */
type TickRounding = 'nearest' | 'down' | 'up' | 'pay-less';

/** Ticks are decimal fractions of at most four places (0.005 in block trades); counting in these keeps them exact. */
const UNITS_PER_POINT = 10_000;
/** A price this close to a tick, in ticks, lies on it: binary dust of sums such as 0.1 + 0.2, never a real price. */
const DUST = 1e-6;

/** The tick in force for a premium, taken by size so that a credit and a debit have the same. */
export function tickAt(tiers: readonly TickTier[], premium: number): number {
  requireFinite('premium', premium);
  const tier = tiers.findLast(({ from }) => Math.abs(premium) >= from - DUST) ?? tiers[0];
  if (tier === undefined) throw new PreconditionError('tiers', 'must not be empty', tiers.length);
  return tier.tick;
}

function unitsOf(tick: number): number {
  requirePositive('tick', tick);
  const units = Math.round(tick * UNITS_PER_POINT);
  if (Math.abs(units - tick * UNITS_PER_POINT) > DUST || units === 0) {
    throw new PreconditionError('tick', 'must be a multiple of 0.0001', tick);
  }
  return units;
}

function wholeTicks(ticks: number, rounding: TickRounding): number {
  const nearest = Math.sign(ticks) * Math.round(Math.abs(ticks));
  if (Math.abs(ticks - nearest) <= DUST) return nearest;
  switch (rounding) {
    case 'nearest':
      return nearest;
    case 'down':
    case 'pay-less':
      return Math.floor(ticks);
    case 'up':
      return Math.ceil(ticks);
  }
}

/** A price as a whole number of ticks: the form in which prices are compared. */
export function inTicks(price: number, tick: number, rounding: TickRounding = 'nearest'): number {
  requireFinite('price', price);
  const count = wholeTicks((price * UNITS_PER_POINT) / unitsOf(tick), rounding);
  return count === 0 ? 0 : count;
}

/**
 * A price on the tick grid, as the double nearest to the decimal a trader would type: 2.95, never 2.9500000000000002.
 * Whole ticks are counted first and divided once, so no dust can gather.
 *
 * @param price  index points, signed
 * @param tick   index points, a multiple of 0.0001
 * @throws PreconditionError for a price that is not finite or a tick that is not on the 0.0001 grid
 */
export const roundToTick = (price: number, tick: number, rounding: TickRounding): number =>
  (inTicks(price, tick, rounding) * unitsOf(tick)) / UNITS_PER_POINT;
