import type { IsoDate, Points } from '../../core/units.ts';
import type { OptionContract, OptionRoot, Right } from '../../market/contract.ts';
import { optionContract } from '../../market/contract-registry.ts';
import type { Leg } from '../../portfolio/leg.ts';
import type { MarketReading } from '../market-reading.ts';
import { pricePoints } from '../price-points.ts';
import { quoteOf } from '../stress/mark.ts';
import type { CondorStrikes } from './strikes.ts';

export interface QuotedLeg extends Leg {
  readonly contract: OptionContract;
  readonly bid: Points;
  readonly ask: Points;
  readonly openInterest?: number;
}

/** The four legs of one condor with their quotes, in the points of the root traded. */
export interface QuotedCondor {
  readonly legs: readonly QuotedLeg[];
  /** Sum of mids received less mids paid. */
  readonly creditMid: Points;
  /** Selling at the bid and buying at the ask. */
  readonly creditNatural: Points;
}

export const mid = ({ bid, ask }: QuotedLeg): number => (bid + ask) / 2;
export const halfSpread = ({ bid, ask }: QuotedLeg): number => (ask - bid) / 2;

/** Strikes in the points of the root traded, as signed legs of one condor. */
export function condorLegs(root: OptionRoot, expiration: IsoDate, strikes: CondorStrikes): readonly Leg[] {
  const leg = (right: Right, strike: Points, quantity: number): Leg => ({
    contract: optionContract({ root, expiration, strike, right }),
    quantity,
  });
  return [
    leg('put', strikes.longPut, 1),
    leg('put', strikes.shortPut, -1),
    leg('call', strikes.shortCall, -1),
    leg('call', strikes.longCall, 1),
  ];
}

/** @returns undefined when a leg has no quote */
export function quotedCondor(
  market: MarketReading,
  root: OptionRoot,
  expiration: IsoDate,
  strikes: CondorStrikes,
): QuotedCondor | undefined {
  const legs: QuotedLeg[] = [];
  for (const { contract, quantity } of condorLegs(root, expiration, strikes)) {
    const quote = contract.kind === 'option' ? quoteOf(market, contract) : undefined;
    if (contract.kind !== 'option' || quote === undefined) return undefined;
    legs.push({ contract, quantity, ...quote });
  }
  const received = (price: (leg: QuotedLeg) => number): Points =>
    pricePoints(legs.reduce((sum, leg) => sum - leg.quantity * price(leg), 0));
  return {
    legs,
    creditMid: received(mid),
    creditNatural: received((leg) => (leg.quantity < 0 ? leg.bid : leg.ask)),
  };
}
