import { monthOf } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { Contract, OptionContract } from '../market/contract.ts';
import { condorOf } from './condor-legs.ts';
import type { Leg } from './leg.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `14JUN19`, the way a desk writes an expiration. */
const shortDate = (date: IsoDate): string =>
  `${date.slice(8)}${MONTHS[monthOf(date) - 1] ?? ''}${date.slice(2, 4)}`;
const signed = (quantity: number): string => (quantity > 0 ? `+${quantity}` : String(quantity));
const letter = ({ right }: OptionContract): string => (right === 'call' ? 'C' : 'P');

/** `VIX 19JUN19 18C`, `VX 19JUN19`. */
const contractLabel = (contract: Contract): string => {
  const series = `${contract.root} ${shortDate(contract.expiration)}`;
  return contract.kind === 'option' ? `${series} ${contract.strike}${letter(contract)}` : series;
};

const legLabel = ({ contract, quantity }: Leg): string => `${signed(quantity)} ${contractLabel(contract)}`;

/** `+4 VIX 19JUN19 18/28C`: two equal and opposite options of one expiration and right; undefined for anything else. */
function verticalLabel(legs: readonly Leg[]): string | undefined {
  const [first, second, ...rest] = [...legs].sort((a, b) => b.quantity - a.quantity);
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  const [a, b] = [first.contract, second.contract];
  if (a.kind !== 'option' || b.kind !== 'option' || first.quantity !== -second.quantity) return undefined;
  if (a.root !== b.root || a.expiration !== b.expiration || a.right !== b.right) return undefined;
  return `${signed(first.quantity)} ${a.root} ${shortDate(a.expiration)} ${a.strike}/${b.strike}${letter(a)}`;
}

/**
 * What a trader calls a position: `-1 SPXW 14JUN19 2700/2725/2950/2975 IC` (strikes ascending, - sold for a credit),
 * `+4 VIX 19JUN19 18/28C` (bought strike first), `+4 VIX 19JUN19 18C`; other packages leg by leg.
 */
export function positionLabel(legs: readonly Leg[]): string {
  const condor = condorOf(legs);
  if (condor !== undefined) {
    const { root, expiration, longPut, shortPut, shortCall, longCall, quantity } = condor;
    return `${signed(-quantity)} ${root} ${shortDate(expiration)} ${longPut}/${shortPut}/${shortCall}/${longCall} IC`;
  }
  return verticalLabel(legs) ?? legs.map(legLabel).join(', ');
}
