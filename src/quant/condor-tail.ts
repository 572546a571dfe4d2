import { requirePositive } from '../core/errors.ts';
import {
  type CondorStrikes,
  callSpread,
  checkStrikes,
  type Lognormal,
  probabilityBelow,
  putSpread,
} from './lognormal.ts';
import { brentRoot } from './roots.ts';

/**
 * Mean of what the seller of one condor owes in the worst `share` of outcomes, in points: its expected shortfall.
 *
 *     ES = q + E[(payout - q)^+] / share,   q the level exceeded with probability `share`
 *
 * A condor loses on both sides, so q is solved for with both tails at once; the mean beyond it is again a put spread
 * and a call spread with their short strikes moved out by q. Exact also where the payout has atoms (at the wings), for
 * the formula does not depend on which of the tied levels is taken.
 *
 * @param share  in (0, 1]; 0.05 for the 95 % figure
 * @throws PreconditionError if share is outside (0, 1], or the strikes or the law are not proper
 * @see Rockafellar and Uryasev (2002), J. Banking & Finance 26(7), 1443-1471, doi 10.1016/S0378-4266(02)00271-6
 */
export function condorTailPayout({
  share,
  ...condor
}: Lognormal & CondorStrikes & { readonly share: number }): number {
  requirePositive('share', share);
  requirePositive('1 - share, or share = 1', share === 1 ? 1 : 1 - share);
  checkStrikes(condor);
  const { longPut, shortPut, shortCall, longCall } = condor;
  const widest = Math.max(shortPut - longPut, longCall - shortCall);
  const excess = (q: number): number => chanceOwed(condor, q) - share;
  if (excess(widest * (1 - Number.EPSILON)) >= 0) return widest;
  const level = excess(0) <= 0 ? 0 : solved(excess, widest);
  return level + meanBeyond(condor, level) / share;
}

function solved(excess: (q: number) => number, widest: number): number {
  const root = brentRoot(excess, 0, widest, { tolerance: 1e-9 });
  return root.ok ? root.value : widest;
}

/** Chance that more than `q` is owed. */
function chanceOwed(
  { longPut, shortPut, shortCall, longCall, ...law }: Lognormal & CondorStrikes,
  q: number,
): number {
  const put = q < shortPut - longPut ? probabilityBelow(law, shortPut - q) : 0;
  const call = q < longCall - shortCall ? 1 - probabilityBelow(law, shortCall + q) : 0;
  return put + call;
}

/** E[(payout - q)^+]. */
function meanBeyond(
  { longPut, shortPut, shortCall, longCall, ...law }: Lognormal & CondorStrikes,
  q: number,
): number {
  const put = q < shortPut - longPut ? putSpread(law, longPut, shortPut - q) : 0;
  const call = q < longCall - shortCall ? callSpread(law, shortCall + q, longCall) : 0;
  return put + call;
}
