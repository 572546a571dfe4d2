import { isListed } from '../../market/listing-history.ts';
import { normalCdf } from '../../quant/normal.ts';
import type { Reason } from '../reason.ts';
import { asNumber, asPercent, atLeast, atMost, holds, note } from '../reasons.ts';
import type { CondorSize } from '../sizing/condor-size.ts';
import { breakEvenDistance, projectedDistance } from './break-even.ts';
import type { Candidate, CandidateContext } from './candidate.ts';
import type { CoreState } from './core-state.ts';
import { guardReasons } from './guard.ts';

const points2 = asNumber(2, 'pts');
const moves = asNumber(2, 'EM');

/** R-C1: room in the rung and its expiration, and a contract that was listed on the day. */
function rungReasons(
  { view, rung, root }: Candidate,
  state: CoreState,
  { market, plan }: CandidateContext,
): readonly Reason[] {
  const { expiration } = view.chain;
  const inRung = state.open.filter((open) => open.rung === rung.targetDte);
  const sameDate = inRung.filter((open) => open.expiration === expiration);
  const count = asNumber(0);
  return [
    holds(
      'R-C1.listed',
      isListed(root, expiration, market.session),
      `${root} ${expiration}`,
      `listed on ${market.session}`,
    ),
    atMost('R-C1.open-in-rung', inRung.length + 1, plan.core.maxOpenPerRung, count),
    atMost('R-C1.open-in-expiration', sameDate.length + 1, plan.core.maxOpenPerExpiration, count),
  ];
}

/**
 * R-C4: net credit against the width it risks, costs against the credit, and a positive expected value (E1). The floor
 * is taken at the k that was asked for, not at the strikes as rounded outward, so that rounding cannot lower it.
 */
function creditReasons(candidate: Candidate, { plan, distance }: CandidateContext): readonly Reason[] {
  const { terms, width, quoted, slippage, fees, economics } = candidate;
  const floor = plan.core.credit.floorFactor * 2 * normalCdf(-distance.k);
  const costs = slippage + fees / (100 * terms.multiplier);
  return [
    atLeast('R-C4.credit-share', terms.creditNet / width, floor, asPercent(2)),
    atMost('R-C4.costs', costs, quoted.creditMid / plan.core.credit.minCreditToCosts, asNumber(3, 'pts')),
    holds(
      'R-C4.expected-value',
      economics.expectedValue > 0,
      `${(economics.expectedValue / 100).toFixed(2)} USD per condor`,
      '> 0',
    ),
  ];
}

/** R-C5: break-evens outside the expected move, now and after an adverse projection (E6). */
function breakEvenReasons(candidate: Candidate, { plan }: CandidateContext): readonly Reason[] {
  const { economics, forward, atmVol, view, rung } = candidate;
  const [low, high] = economics.breakevens;
  const inputs = {
    forward,
    atmVol,
    expiry: view.expiry,
    low: low + economics.hedgeCost,
    high: high - economics.hedgeCost,
  };
  const { minDistance, projectedMinDistance, adverseMove, volShock } = plan.core.breakEven;
  const projected = projectedDistance(inputs, { days: rung.projectionDays, adverseMove, volShock });
  return [
    atLeast('R-C5.break-even', breakEvenDistance(inputs), minDistance, moves),
    atLeast(`R-C5.projected-${rung.projectionDays}d`, projected, projectedMinDistance, moves),
  ];
}

/** Rules of the articles that bear on very short condors only (methodology 3.5, R-C3). */
function shortDatedReasons(candidate: Candidate, { plan, market }: CandidateContext): readonly Reason[] {
  const { shortDatedMaxDte, shortDatedMinEdr } = plan.core.distance;
  if (candidate.view.dte > shortDatedMaxDte) return [];
  const { edr } = market;
  if (edr === undefined) return [note('R-C3.edr', 'expected daily range unknown')];
  const range = (candidate.forward * edr) / 100;
  const { shortPut, shortCall } = candidate.terms;
  const nearest = Math.min(candidate.forward - shortPut, shortCall - candidate.forward) / range;
  return [atLeast('R-C3.edr', nearest, shortDatedMinEdr, asNumber(2, 'EDR'))];
}

/** Everything that can be judged on the candidate before its size is known. */
export function candidateReasons(
  candidate: Candidate,
  state: CoreState,
  context: CandidateContext,
): readonly Reason[] {
  const scale = candidate.root === 'XSP' ? 10 : 1;
  return [
    ...rungReasons(candidate, state, context),
    atLeast('R-C3.min-wing', candidate.width * scale, context.plan.core.minWing, points2),
    ...shortDatedReasons(candidate, context),
    ...creditReasons(candidate, context),
    ...breakEvenReasons(candidate, context),
    ...guardReasons(candidate.quoted.legs, context.market.session, context.plan),
  ];
}

/** R-S: the return hurdle and a size of at least one. */
export function sizeReasons(candidate: Candidate, size: CondorSize, required: number): readonly Reason[] {
  const perYear = candidate.economics.expectedShare / candidate.view.expiry;
  const caps = size.caps.map(
    ({ id, contracts }) => `${id} ${contracts < UNBOUNDED ? contracts.toFixed(1) : 'none'}`,
  );
  return [
    atLeast('R-S.hurdle', perYear, required, asPercent(1)),
    holds(
      'R-S.size',
      size.contracts >= 1,
      `${size.exact.toFixed(2)} ${candidate.root}, bound by ${size.binding}`,
      '>= 1 contract',
    ),
    note('R-S.caps', caps.join(', '), `score scale ${size.scoreScale.toFixed(2)}; the smallest binds`),
  ];
}

/** A cap this large binds nothing. */
const UNBOUNDED = 1e6;
