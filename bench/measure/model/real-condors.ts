import { type Quote, quoteAt } from '../../../src/market/chain.ts';
import type { Right } from '../../../src/market/contract.ts';
import { smileVol } from '../../../src/market/smile.ts';
import { type DeltaSmile, forwardDelta } from './smile-deltas.ts';

/** A listed option of a condor and its real quote. */
export interface CondorLeg {
  readonly right: Right;
  readonly strike: number;
  /** Forward delta on the smooth smile, as a share: what the strike was chosen by. */
  readonly delta: number;
  readonly mid: number;
  readonly halfSpread: number;
}

/** The condor sold at 16 deltas with wings at 5, at listed strikes, as quoted. Index points. */
export interface RealCondor {
  readonly longPut: CondorLeg;
  readonly shortPut: CondorLeg;
  readonly shortCall: CondorLeg;
  readonly longCall: CondorLeg;
  /** Received at the mids. */
  readonly credit: number;
  /** The four half-spreads: what crossing every leg gives away. */
  readonly halfSpread: number;
}

const SHORT_DELTA = 0.16;
const WING_DELTA = 0.05;

/** The listed option with a bid whose delta is nearest. */
function legNearest({ slice, smile }: DeltaSmile, right: Right, target: number): CondorLeg | undefined {
  const { chain } = slice.view;
  let best: CondorLeg | undefined;
  for (const strike of chain.strikes) {
    if (right === 'put' ? strike > slice.forward : strike < slice.forward) continue;
    const quote: Quote | undefined = quoteAt(chain, strike, right);
    if (quote === undefined || quote.bid <= 0 || quote.ask < quote.bid) continue;
    const delta = forwardDelta(slice, strike, smileVol(smile, strike))[right];
    if (best !== undefined && Math.abs(delta - target) >= Math.abs(best.delta - target)) continue;
    const { bid, ask } = quote;
    best = { right, strike, delta, mid: (bid + ask) / 2, halfSpread: (ask - bid) / 2 };
  }
  return best;
}

/** @returns undefined when a leg has no quote, or two legs of a side fall on one strike */
export function realCondor(smile: DeltaSmile): RealCondor | undefined {
  const longPut = legNearest(smile, 'put', WING_DELTA);
  const shortPut = legNearest(smile, 'put', SHORT_DELTA);
  const shortCall = legNearest(smile, 'call', SHORT_DELTA);
  const longCall = legNearest(smile, 'call', WING_DELTA);
  if (!(longPut && shortPut && shortCall && longCall)) return undefined;
  if (longPut.strike >= shortPut.strike || shortCall.strike >= longCall.strike) return undefined;
  const legs = [longPut, shortPut, shortCall, longCall];
  return {
    longPut,
    shortPut,
    shortCall,
    longCall,
    credit: shortPut.mid + shortCall.mid - longPut.mid - longCall.mid,
    halfSpread: legs.reduce((sum, leg) => sum + leg.halfSpread, 0),
  };
}
