import type { IsoDate } from '../../core/units.ts';
import { yearsToExpiry } from '../../market/settlement.ts';
import type { ModelMarket } from '../../model/model-market.ts';
import { vixLaw } from '../../model/vix-law.ts';
import { type VxPair, type VxShift, vxShift } from '../../model/vx-shift.ts';
import type { QuotedMarket } from './quoted-market.ts';

/** Where a VX value came from: `vix-options` parity, the `vx` future itself, `interpolated` between two, or the `model`. */
export type VxSource = 'vix-options' | 'vx' | 'interpolated' | 'model';

/** One quoted VX value. */
interface QuotedVx {
  readonly years: number;
  readonly quoted: number;
  readonly source: 'vix-options' | 'vx';
}

/** Quoted VX values by settlement: the parity of VIX options first, for it is of the instant of the quotes. */
function quotedFutures({ surface, vixSurface, vxCurve }: QuotedMarket): ReadonlyMap<IsoDate, QuotedVx> {
  const found = new Map<IsoDate, QuotedVx>();
  const add = (expiration: IsoDate, quoted: number, source: QuotedVx['source']): void => {
    const years = yearsToExpiry(surface.asOf, 'VIX', expiration);
    if (years > 0 && quoted > 0 && !found.has(expiration)) found.set(expiration, { years, quoted, source });
  };
  for (const { chain, forward } of vixSurface?.expirations ?? [])
    add(chain.expiration, forward.forward, 'vix-options');
  for (const { expiration, settle } of vxCurve?.contracts ?? []) add(expiration, settle, 'vx');
  return found;
}

/** The market's VX futures beside the model's. */
export interface VxBasis {
  readonly shift: VxShift;
  readonly futures: ReadonlyMap<IsoDate, QuotedVx>;
  readonly lastQuoted?: number;
}

/** Every quoted VX value over the model's at today's factors, and the shift through them. */
export function vxBasis(
  quoted: QuotedMarket,
  { model, state }: Pick<ModelMarket, 'model' | 'state'>,
): VxBasis {
  const futures = quotedFutures(quoted);
  const ascending = [...futures.values()].sort((a, b) => a.years - b.years);
  const pairs: readonly VxPair[] = ascending.map(({ years, quoted: value }) => ({
    years,
    quoted: value,
    model: vixLaw(model.parameters, model.vix, state, years).future,
  }));
  const lastQuoted = ascending.at(-1)?.years;
  return { shift: vxShift(pairs), futures, ...(lastQuoted === undefined ? {} : { lastQuoted }) };
}

/** Where the VX value of a settlement comes from. */
export function vxSource({ futures, lastQuoted }: VxBasis, expiration: IsoDate, years: number): VxSource {
  const own = futures.get(expiration);
  if (own !== undefined) return own.source;
  return lastQuoted !== undefined && years < lastQuoted ? 'interpolated' : 'model';
}
