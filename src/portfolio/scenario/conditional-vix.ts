import { requireFinite } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { interpolate } from '../../quant/interpolate.ts';
import {
  CONDITIONAL_VIX,
  type Horizon,
  START_VIX,
  type VixBucket,
  type VixQuantile,
} from './conditional-vix-table.ts';

/** Fewer episodes than this and a decile is one or two of them. */
const THIN_BELOW = 10;

export interface VixPreset {
  /** VIX' - VIX in points. */
  readonly change: number;
  /** Of the bucket with fewer episodes of the two it lies between. */
  readonly n: number;
  readonly episodes: number;
  /** Fewer than ten episodes: to be shown as anecdote. */
  readonly isThin: boolean;
  /** The SPX move the change belongs to, where the asked one lies beyond the outermost centre, though not the record. */
  readonly clippedTo?: number;
}

export type NoVixPreset =
  | {
      readonly code: 'start-outside';
      readonly vix: number;
      readonly lowest: number;
      readonly highest: number;
    }
  | {
      readonly code: 'move-outside';
      readonly spx: number;
      readonly lowest: number;
      readonly highest: number;
    };

export interface VixPresetQuestion {
  /** Simple return of SPX, decimal: -0.08. */
  readonly spx: number;
  readonly sessions: Horizon;
  /** VIX today, in points. */
  readonly vix: number;
  readonly quantile: VixQuantile;
}

/** The buckets whose centres enclose a move; the outermost alone beyond them. */
function around(buckets: readonly VixBucket[], spx: number): readonly VixBucket[] {
  const above = buckets.findIndex(({ centre }) => centre >= spx);
  return above === -1 ? buckets.slice(-1) : buckets.slice(Math.max(above - 1, 0), above + 1);
}

/**
 * The change of VIX that history puts beside a move of SPX: linear between the centres of the buckets, so it never
 * leaves what the two beside it say; flat from the outermost centre to the largest move on record, and that is said.
 *
 * @returns refuses a VIX outside 13-20, and a move larger than any on record: neither has a precedent here
 * @throws PreconditionError for a move or VIX that is not finite
 */
export function conditionalVix({
  spx,
  sessions,
  vix,
  quantile,
}: VixPresetQuestion): Result<VixPreset, NoVixPreset> {
  requireFinite('spx', spx);
  requireFinite('vix', vix);
  if (vix < START_VIX.lowest || vix > START_VIX.highest)
    return fail({ code: 'start-outside', vix, ...START_VIX });
  const { lowest, highest, buckets } = CONDITIONAL_VIX[sessions];
  if (spx < lowest || spx > highest) return fail({ code: 'move-outside', spx, lowest, highest });
  const centres = buckets.map(({ centre }) => centre);
  const change = interpolate(
    centres,
    buckets.map((bucket) => bucket[quantile]),
    spx,
  );
  const beside = around(buckets, spx);
  const fewest = beside.reduce((a, b) => (b.episodes < a.episodes ? b : a));
  const used = Math.min(Math.max(spx, centres[0] ?? 0), centres.at(-1) ?? 0);
  const { n, episodes } = fewest;
  return ok({
    change,
    n,
    episodes,
    isThin: episodes < THIN_BELOW,
    ...(used === spx ? {} : { clippedTo: used }),
  });
}
