import type { IsoDate } from '../../core/units.ts';
import { calendarDte } from '../../market/settlement.ts';
import { type VxForward, vxForward } from '../../market/vx-forward.ts';
import type { MarketReading } from '../market-reading.ts';

/** The forward a VIX option is priced on: the VX value settling the same morning, never spot VIX. */
export function vixForward(market: MarketReading, expiration: IsoDate): VxForward | undefined {
  const quoted = market.vixSurface?.expirations.find(({ chain }) => chain.expiration === expiration);
  const { vxCurve, family } = market;
  return vxForward({
    expiration,
    days: calendarDte(market.session, expiration),
    ...(quoted === undefined ? {} : { options: { chain: quoted.chain, expiry: quoted.expiry } }),
    ...(vxCurve === undefined ? {} : { curve: vxCurve }),
    ...(family === undefined ? {} : { family }),
  });
}
