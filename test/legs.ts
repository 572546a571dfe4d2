import { isoDate } from '../src/core/dates.ts';
import { points } from '../src/core/units.ts';
import type { OptionRoot, Right } from '../src/market/contract.ts';
import { futureContract, optionContract } from '../src/market/contract-registry.ts';
import type { Leg } from '../src/portfolio/leg.ts';

/** A leg written as a trader would: `leg(-1, 'SPXW', '2019-06-14', 2725, 'put')`. */
export const leg = (
  quantity: number,
  root: OptionRoot,
  expiration: string,
  strike: number,
  right: Right,
): Leg => ({
  quantity,
  contract: optionContract({ root, expiration: isoDate(expiration), strike: points(strike), right }),
});

export const vxLeg = (quantity: number, expiration: string): Leg => ({
  quantity,
  contract: futureContract('VX', isoDate(expiration)),
});

/** Four legs of a condor sold for a credit: long put, short put, short call, long call. */
export const condorLegs = (
  quantity: number,
  root: OptionRoot,
  expiration: string,
  [longPut, shortPut, shortCall, longCall]: readonly [number, number, number, number],
): readonly Leg[] => [
  leg(quantity, root, expiration, longPut, 'put'),
  leg(-quantity, root, expiration, shortPut, 'put'),
  leg(-quantity, root, expiration, shortCall, 'call'),
  leg(quantity, root, expiration, longCall, 'call'),
];
