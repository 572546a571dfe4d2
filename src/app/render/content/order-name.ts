import type { IsoDate } from '../../../core/units.ts';
import type { Order } from '../../../portfolio/order.ts';
import { nearDate, strike } from '../format.ts';

type OrderLeg = Order['legs'][number];

const ending = ({ contract }: OrderLeg): string =>
  contract.kind === 'option' ? `${strike(contract.strike)}${contract.right === 'call' ? 'C' : 'P'}` : '';

const series = ({ contract }: OrderLeg, from: IsoDate): string =>
  `${contract.root} ${nearDate(contract.expiration, from)}`;

/** `SPXW 20 Mar 6800/6825/7200/7225` for a condor, else each strike with its letter; each expiration named once. */
export function orderName({ legs, purpose }: Order, from: IsoDate): string {
  const isCondor = purpose === 'condor' && legs.length === 4;
  const names = [...new Set(legs.map((leg) => series(leg, from)))];
  return names
    .map((name) => {
      const strikes = legs.filter((leg) => series(leg, from) === name).map(ending);
      const text = strikes.join('/');
      return `${name} ${isCondor ? text.replace(/[PC]/g, '') : text}`.trim();
    })
    .join(' with ');
}

/** `condor`, `L2 hedge`. */
export const purposeName = (purpose: string): string =>
  purpose.startsWith('hedge.') ? `${purpose.slice(6)} hedge` : purpose;
