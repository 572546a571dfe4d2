import type { IsoDate, Points } from '../core/units.ts';
import type { OptionContract, OptionRoot } from '../market/contract.ts';
import type { Leg } from './leg.ts';

/** A condor sold for a credit, read back from its four legs. */
export interface CondorLegs {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly longPut: Points;
  readonly shortPut: Points;
  readonly shortCall: Points;
  readonly longCall: Points;
  /** Condors sold, > 0. */
  readonly quantity: number;
  readonly multiplier: number;
}

interface OptionLeg {
  readonly contract: OptionContract;
  readonly quantity: number;
}

const isOption = (leg: Leg): leg is OptionLeg => leg.contract.kind === 'option';

/** The one leg of a right and side, or undefined when there is none or more than one. */
function only(legs: readonly OptionLeg[], right: 'call' | 'put', side: 1 | -1): OptionLeg | undefined {
  const [leg, ...others] = legs.filter(
    ({ contract, quantity }) => contract.right === right && Math.sign(quantity) === side,
  );
  return others.length === 0 ? leg : undefined;
}

/** True when all legs are of one root and expiration and of one size. */
function isMatched(legs: readonly OptionLeg[]): boolean {
  const [first] = legs;
  return (
    first !== undefined &&
    legs.every(
      ({ contract, quantity }) =>
        contract.root === first.contract.root &&
        contract.expiration === first.contract.expiration &&
        Math.abs(quantity) === Math.abs(first.quantity),
    )
  );
}

/**
 * The condor four legs make: long put < short put < short call < long call, one root, one expiration, one size.
 *
 * @returns undefined when they make anything else, an iron butterfly or a bought condor included
 */
export function condorOf(legs: readonly Leg[]): CondorLegs | undefined {
  const options = legs.filter(isOption);
  if (options.length !== 4 || legs.length !== 4 || !isMatched(options)) return undefined;
  const [longPut, shortPut] = [only(options, 'put', 1), only(options, 'put', -1)];
  const [shortCall, longCall] = [only(options, 'call', -1), only(options, 'call', 1)];
  if (longPut === undefined || shortPut === undefined || shortCall === undefined || longCall === undefined)
    return undefined;
  const strikes = [longPut, shortPut, shortCall, longCall].map(({ contract }) => contract.strike);
  if (strikes.some((strike, i) => i > 0 && strike <= (strikes[i - 1] ?? 0))) return undefined;
  return {
    root: longPut.contract.root,
    expiration: longPut.contract.expiration,
    longPut: longPut.contract.strike,
    shortPut: shortPut.contract.strike,
    shortCall: shortCall.contract.strike,
    longCall: longCall.contract.strike,
    quantity: longPut.quantity,
    multiplier: longPut.contract.multiplier,
  };
}
