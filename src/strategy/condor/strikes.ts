import { type Points, points } from '../../core/units.ts';
import type { Chain } from '../../market/chain.ts';

/** The four strikes of a condor. */
export interface CondorStrikes {
  readonly longPut: Points;
  readonly shortPut: Points;
  readonly shortCall: Points;
  readonly longCall: Points;
}

export interface StrikeRequest {
  /** Where the short strikes should stand, in index points. */
  readonly shortPut: number;
  readonly shortCall: number;
  /** Distance of the long strike from its short one. */
  readonly width: number;
  /** Only strikes that are multiples of this are listed in the root traded; 1 takes all. */
  readonly step: number;
}

const highestAtOrBelow = (
  strikes: Float64Array,
  limit: number,
  fits: (i: number) => boolean,
): number | undefined => {
  for (let i = strikes.length - 1; i >= 0; i--) {
    const strike = strikes[i] ?? 0;
    if (strike <= limit && fits(i)) return strike;
  }
  return undefined;
};

const lowestAtOrAbove = (
  strikes: Float64Array,
  limit: number,
  fits: (i: number) => boolean,
): number | undefined => strikes.find((strike, i) => strike >= limit && fits(i));

/**
 * Listed, quoted strikes for a condor, each rounded outward (methodology 3.1): the short strikes away from the
 * forward, the long ones away from their shorts, so rounding never brings risk closer. Shorts need a bid to sell at,
 * longs an offer to buy at.
 *
 * @returns undefined when a side has no such strike
 */
export function condorStrikes(
  chain: Chain,
  { shortPut, shortCall, width, step }: StrikeRequest,
): CondorStrikes | undefined {
  const { strikes, put, call } = chain;
  const listed = (i: number): boolean => (strikes[i] ?? 0) % step === 0;
  const canSell = (side: typeof put) => (i: number) =>
    listed(i) && (side.bid[i] ?? 0) > 0 && (side.ask[i] ?? 0) > 0;
  const canBuy = (side: typeof put) => (i: number) => listed(i) && (side.ask[i] ?? 0) > 0;
  const kp = highestAtOrBelow(strikes, shortPut, canSell(put));
  const kc = lowestAtOrAbove(strikes, shortCall, canSell(call));
  if (kp === undefined || kc === undefined) return undefined;
  const lp = highestAtOrBelow(strikes, kp - width, canBuy(put));
  const lc = lowestAtOrAbove(strikes, kc + width, canBuy(call));
  if (lp === undefined || lc === undefined) return undefined;
  return { longPut: points(lp), shortPut: points(kp), shortCall: points(kc), longCall: points(lc) };
}
