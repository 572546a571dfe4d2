import type { EpochMs, IsoDate } from '../../../src/core/units.ts';
import { type ExpirationView, readSurface } from '../../../src/market/surface.ts';
import { type ChainVolIndices, chainVolIndices, stripVariance } from './chain-vol-indices.ts';
import { type HeldChain, heldChains } from './held-files.ts';
import { type Closes, closesOn, type IndexHistory, indexHistory } from './index-history.ts';
import { type OtmVols, otmVols } from './otm-vols.ts';

/** One expiration of a real SPX chain. */
export interface RealSlice extends OtmVols {
  /** Square root of the strip's variance, decimal: the vol of a variance swap; absent where the quotes give no strip. */
  readonly stripVol?: number;
  /** What it was read from: root, expiration date, quotes. */
  readonly view: ExpirationView;
}

/** One real SPX chain as smiles, and the indices a model's state is solved from. */
export interface RealSmiles {
  readonly file: string;
  readonly session: IsoDate;
  /** The instant expiries are counted from. */
  readonly asOf: EpochMs;
  /**
   * False where the vendor recorded no time and the close was assumed. The files of 2019 are of the last hour or the close,
   * by what their zero-day options still cost, but for 2019-05-01, some hours earlier.
   */
  readonly timeRecorded: boolean;
  /** The index level printed beside the quotes. */
  readonly spot?: number;
  /** That level is the session's close. */
  readonly isAtClose: boolean;
  /** Closes of the session. */
  readonly closes: Closes;
  /** The volatility indices of these very quotes: what a model's state is to be solved from. */
  readonly own: ChainVolIndices;
  /** Ascending by expiry, one a date. */
  readonly slices: readonly RealSlice[];
}

/** An index level this near the published close, in points, was printed at the close. */
const AT_CLOSE = 0.02;
const FIRST_DTE = 1;
const LAST_DTE = 120;

/** One view a date: where a third Friday has both, the one settled at the close. */
function onePerDate(views: readonly ExpirationView[]): readonly ExpirationView[] {
  const atClose = new Set(
    views.filter(({ chain }) => chain.root === 'SPXW').map(({ chain }) => chain.expiration),
  );
  return views.filter(({ chain }) => chain.root === 'SPXW' || !atClose.has(chain.expiration));
}

function sliceOf(view: ExpirationView): RealSlice {
  const variance = stripVariance(view);
  return { ...otmVols(view), ...(variance === undefined ? {} : { stripVol: Math.sqrt(variance) }), view };
}

function smilesOf({ file, snapshot }: HeldChain, history: IndexHistory): RealSmiles {
  const surface = readSurface(snapshot, []);
  const { session, asOf, spot, expirations } = surface;
  const closes = closesOn(history, session);
  const isWanted = ({ dte }: ExpirationView): boolean => dte >= FIRST_DTE && dte <= LAST_DTE;
  return {
    file,
    session,
    asOf,
    timeRecorded: snapshot.timeRecorded,
    ...(spot === undefined ? {} : { spot }),
    isAtClose: spot !== undefined && closes.spx !== undefined && Math.abs(spot - closes.spx) <= AT_CLOSE,
    closes,
    own: chainVolIndices(surface),
    slices: onePerDate(expirations.filter(isWanted)).map(sliceOf),
  };
}

/**
 * Real SPX chains that may be used, ascending by session, each with its expirations of 1 to 120 days.
 *
 * @param sessions  only these; all held ones when absent (56, some seven seconds)
 */
export async function readRealSmiles(
  root: string,
  sessions?: readonly IsoDate[],
): Promise<readonly RealSmiles[]> {
  const history = await indexHistory(root);
  const choice = { underlying: 'SPX', ...(sessions === undefined ? {} : { sessions }) } as const;
  const smiles: RealSmiles[] = [];
  for await (const chain of heldChains(root, choice)) smiles.push(smilesOf(chain, history));
  return smiles;
}

let running: Promise<readonly RealSmiles[]> | undefined;

/** All of them, read once a process. */
export function realSmiles(root: string): Promise<readonly RealSmiles[]> {
  running ??= readRealSmiles(root);
  return running;
}
