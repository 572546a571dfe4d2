import { fitSmile, type Smile, smileVol } from '../../../src/market/smile.ts';
import { normalCdf } from '../../../src/quant/normal.ts';
import { brentRoot } from '../../../src/quant/roots.ts';
import type { RealSlice, RealSmiles } from './real-smiles.ts';

/** Points of a smile: p a put, c a call, the number its forward delta in per cent. */
export const DELTA_POINTS = ['p50', 'p25', 'p16', 'p5', 'c25', 'c16', 'c5'] as const;
export type DeltaPoint = (typeof DELTA_POINTS)[number];

export const TARGET_DTES = [7, 14, 30, 60] as const;
export type TargetDte = (typeof TARGET_DTES)[number];

/** How far from its target an expiration may lie, in days: dense listings always offer one nearer than this. */
const REACH: Readonly<Record<TargetDte, number>> = { 7: 1, 14: 2, 30: 4, 60: 10 };

/** Where a smile has a delta. */
export interface AtDelta {
  readonly strike: number;
  /** ln(K/F). */
  readonly k: number;
  readonly vol: number;
}

/**
 * Undiscounted forward delta of the out-of-the-money side at a strike of the smile: N(d1) of a call, N(-d1) of a put, so
 * that a delta names a point of the distribution whatever the rate.
 */
export function forwardDelta(
  { forward, expiry }: Pick<RealSlice, 'forward' | 'expiry'>,
  strike: number,
  vol: number,
): {
  readonly put: number;
  readonly call: number;
} {
  const s = vol * Math.sqrt(expiry);
  const d1 = Math.log(forward / strike) / s + s / 2;
  return { put: normalCdf(-d1), call: normalCdf(d1) };
}

/** The smile's point of one delta; undefined where it lies beyond the quotes. */
export function atDelta(smile: Smile, point: DeltaPoint): AtDelta | undefined {
  const right = point.startsWith('p') ? 'put' : 'call';
  const target = Number(point.slice(1)) / 100;
  const strikeAt = (k: number): number => smile.forward * Math.exp(k);
  const excess = (k: number): number =>
    forwardDelta(smile, strikeAt(k), smileVol(smile, strikeAt(k)))[right] - target;
  const root = brentRoot(excess, smile.curve.low, smile.curve.high);
  if (!root.ok) return undefined;
  const strike = strikeAt(root.value);
  return { strike, k: root.value, vol: smileVol(smile, strike) };
}

/** One real expiration read at the deltas a condor is made of. */
export interface DeltaSmile {
  readonly slice: RealSlice;
  readonly target: TargetDte;
  readonly smile: Smile;
  /** At the forward, decimal. */
  readonly atmVol: number;
  /** Points inside the quotes. */
  readonly points: Readonly<Partial<Record<DeltaPoint, AtDelta>>>;
}

/** Expirations within reach of a target, nearest first, of two as near the earlier. */
function nearestSlices({ slices }: Pick<RealSmiles, 'slices'>, target: TargetDte): readonly RealSlice[] {
  const distance = ({ days }: RealSlice): number => Math.abs(days - target);
  return slices
    .filter((slice) => distance(slice) <= REACH[target])
    .sort((a, b) => distance(a) - distance(b) || a.days - b.days);
}

/**
 * The expirations of a chain nearest 7, 14, 30 and 60 days, read off the project's smooth curve through the real quotes
 * (`fitSmile`: within 0.4 half-spreads of the mids, root mean square). A target with no fit within reach is left out.
 */
export function deltaSmiles(chain: Pick<RealSmiles, 'slices'>): readonly DeltaSmile[] {
  return TARGET_DTES.flatMap((target): readonly DeltaSmile[] => {
    for (const slice of nearestSlices(chain, target)) {
      const fitted = fitSmile(slice.view.chain, slice.view.forward, slice.view.expiry);
      if (!fitted.ok) continue;
      const smile = fitted.value;
      const points: Partial<Record<DeltaPoint, AtDelta>> = {};
      for (const point of DELTA_POINTS) {
        const found = atDelta(smile, point);
        if (found !== undefined) points[point] = found;
      }
      return [{ slice, target, smile, atmVol: smile.atmVol, points }];
    }
    return [];
  });
}
