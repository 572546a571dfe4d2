import { dayNumber } from '../../../src/core/dates.ts';
import type { EpochMs, IsoDate } from '../../../src/core/units.ts';
import { optionsClose, sessionOpen } from '../../../src/market/session-calendar.ts';
import { type ExpirationView, readSurface } from '../../../src/market/surface.ts';
import { heldChains, heldDraft } from './held-files.ts';
import { type Closes, closesOn, indexHistory } from './index-history.ts';
import { type OtmVols, otmVols } from './otm-vols.ts';

/** VIX options of one expiration; `forward` is the price of the VX future at that moment. */
export interface VixSlice extends OtmVols {
  readonly view: ExpirationView;
}

/** A real chain of VIX options, taken during the session, and the state of the market at that moment. */
export interface VixChain {
  readonly session: IsoDate;
  readonly asOf: EpochMs;
  /** Printed beside the quotes. */
  readonly vix: number;
  /** At that moment, as near as the day's open and close tell: `vix3mBetween`. */
  readonly vix3m: number;
  readonly closes: Closes;
  /** Ascending by expiry. */
  readonly slices: readonly VixSlice[];
}

/** d ln VIX3M / d ln VIX over a day, 2009-2026: market-model.md 6. */
const VIX3M_BETA = 0.6;

/** VIX and VIX3M of one instant. */
export interface IndexPair {
  readonly vix: number;
  readonly vix3m: number;
}

/**
 * VIX3M during a session, of which only the open and the close are held:
 *
 *     ln VIX3M(t) = beta ln VIX(t) + (1 - t) r(0) + t r(1),   r = ln VIX3M - beta ln VIX
 *
 * what VIX leaves unsaid is a Brownian bridge between the two ends, and this is its mean.
 *
 * @param share  t: of the session gone by, 0 to 1
 */
export function vix3mBetween(open: IndexPair, close: IndexPair, vix: number, share: number): number {
  const residual = (pair: IndexPair): number => Math.log(pair.vix3m) - VIX3M_BETA * Math.log(pair.vix);
  return vix ** VIX3M_BETA * Math.exp((1 - share) * residual(open) + share * residual(close));
}

async function pairOn(
  root: string,
  session: IsoDate,
  field: 'open' | 'close',
): Promise<IndexPair | undefined> {
  const [vix, vix3m] = await Promise.all(
    (['VIX', 'VIX3M'] as const).map(async (name) => {
      const { series } = await heldDraft(root, 'index', `${name}_History.csv`);
      const column = series.find((one) => one.name === `${name}.${field}`);
      return column?.values[column.days.indexOf(dayNumber(session))];
    }),
  );
  return vix === undefined || vix3m === undefined ? undefined : { vix, vix3m };
}

/** The held chain of VIX options (2023-05-15, 11:47 New York); undefined where there is none. */
export async function vixChain(root: string): Promise<VixChain | undefined> {
  const history = await indexHistory(root);
  for await (const { snapshot } of heldChains(root, { underlying: 'VIX' })) {
    const { session, asOf, spot, expirations } = readSurface(snapshot, []);
    const [open, close] = [await pairOn(root, session, 'open'), await pairOn(root, session, 'close')];
    if (spot === undefined || open === undefined || close === undefined) continue;
    const share = (asOf - sessionOpen(session)) / (optionsClose(session) - sessionOpen(session));
    return {
      session,
      asOf,
      vix: spot,
      vix3m: vix3mBetween(open, close, spot, share),
      closes: closesOn(history, session),
      slices: expirations.map((view) => ({ ...otmVols(view), view })),
    };
  }
  return undefined;
}
