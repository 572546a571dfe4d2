import { cents } from '../../core/units.ts';
import type { CondorProposal, ShownGreeks } from '../decision.ts';
import { upcomingEvents } from '../events.ts';
import { pricePoints } from '../price-points.ts';
import { greeksOf } from '../stress/greeks-of.ts';
import { breakEvenDistance } from './break-even.ts';
import type { Candidate, CandidateContext } from './candidate.ts';

function shownGreeks(
  candidate: Candidate,
  contracts: number,
  { market, plan }: CandidateContext,
): ShownGreeks {
  const sum = { delta: 0, gamma: 0, vega: 0, theta: 0 };
  for (const leg of candidate.quoted.legs) {
    const greeks = greeksOf(market, plan, leg.contract);
    if (greeks === undefined) continue;
    for (const name of ['delta', 'gamma', 'vega', 'theta'] as const) sum[name] += leg.quantity * greeks[name];
  }
  const toCents = 100 * candidate.terms.multiplier * contracts;
  return {
    delta: sum.delta,
    gamma: sum.gamma,
    theta: cents((sum.theta / 365) * toCents),
    vega: cents((sum.vega / 100) * toCents),
  };
}

function strikeDistances(candidate: Candidate, { market }: CandidateContext) {
  const { forward, expectedMove, terms } = candidate;
  const range = market.edr === undefined ? undefined : (forward * market.edr) / 100;
  const [put, call] = [forward - terms.shortPut, terms.shortCall - forward];
  return {
    putSigma: put / expectedMove,
    callSigma: call / expectedMove,
    ...(range === undefined ? {} : { putEdr: put / range, callEdr: call / range }),
  };
}

const shortDelta = (
  candidate: Candidate,
  right: 'put' | 'call',
  { market, plan }: CandidateContext,
): number => {
  const leg = candidate.quoted.legs.find(
    ({ contract, quantity }) => quantity < 0 && contract.right === right,
  );
  return leg === undefined ? 0 : (greeksOf(market, plan, leg.contract)?.delta ?? 0);
};

/** The condor's card: every number the sheet prints about it. */
export function condorCard(
  candidate: Candidate,
  contracts: number,
  hurdle: number,
  context: CandidateContext,
): CondorProposal {
  const { terms, quoted, economics, view, width, forward } = candidate;
  const [low, high] = economics.breakevens;
  const inputs = { forward, atmVol: candidate.atmVol, expiry: view.expiry, low, high };
  return {
    kind: 'condor',
    rung: candidate.rung.targetDte,
    root: candidate.root,
    expiration: view.chain.expiration,
    dte: view.dte,
    expiry: view.expiry,
    forward,
    atmVol: candidate.atmVol,
    expectedMove: candidate.expectedMove,
    k: context.distance.k,
    longPut: terms.longPut,
    shortPut: terms.shortPut,
    shortCall: terms.shortCall,
    longCall: terms.longCall,
    putWidth: pricePoints(terms.shortPut - terms.longPut),
    callWidth: pricePoints(terms.longCall - terms.shortCall),
    width,
    creditMid: quoted.creditMid,
    creditNatural: quoted.creditNatural,
    creditNet: terms.creditNet,
    slippage: candidate.slippage,
    fees: candidate.fees,
    creditToWidth: terms.creditNet / width,
    maxLoss: economics.maxLoss,
    breakevens: economics.breakevens,
    breakEvenWinRate: economics.breakEvenWinRate,
    probabilityOfProfit: economics.probabilityOfProfit,
    probabilityModel: `lognormal, sizing vol ${(100 * candidate.sizingVol).toFixed(1)} %, mean at the forward`,
    shortPutDelta: shortDelta(candidate, 'put', context),
    shortCallDelta: shortDelta(candidate, 'call', context),
    distance: strikeDistances(candidate, context),
    breakevenDistance: breakEvenDistance(inputs),
    contracts,
    greeks: shownGreeks(candidate, Math.max(contracts, 1), context),
    margin: cents(100 * width * terms.multiplier * Math.max(contracts, 1)),
    costMidToNatural: pricePoints(quoted.creditMid - quoted.creditNatural),
    expectedValue: economics.expectedValue,
    expectedReturn: economics.expectedShare / view.expiry,
    hurdle,
    sizingVol: candidate.sizingVol,
    events: upcomingEvents(context.market.executeOn, view.chain.expiration),
  };
}
