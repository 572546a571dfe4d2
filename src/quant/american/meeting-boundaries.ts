import { type BoundaryCurve, logBoundary } from './boundary-curve.ts';
import { logLowerStart, logStart } from './boundary-limits.ts';
import type { Collocation } from './collocation.ts';
import { solveBoundary } from './solve-boundary.ts';
import type { UnitPut } from './unit-put.ts';

/** Both boundaries of a put with q < r < 0. */
export interface MeetingBoundaries {
  readonly upper: BoundaryCurve;
  readonly lower: BoundaryCurve;
  /** Years of time left at which they meet, and beyond which nothing is exercised; T if they have not met by then. */
  readonly meeting: number;
}

/** Nearer than this (in ln S) the boundaries have met: what lies between is worth less than 1e-12 of the strike. */
const TOUCHING = 1e-6;
/** Each try either quarters the time or takes a step towards the meeting; a dozen suffice where they meet at all. */
const MOST_TRIES = 80;

/**
 * The two boundaries, solved apart.
 *
 * Above the upper boundary the premium knows nothing of what happens below it, so the upper boundary is that of a put
 * exercised everywhere below; and the lower one is likewise that of a claim exercised everywhere above. The upper one
 * falls and the lower one rises as time is added, until they meet; beyond the meeting the upper one soon ceases to exist
 * and cannot be solved for. So the longest time over which both can be found with the upper one on top is sought, by
 * steps along their closing speed and halving where a step was too long.
 *
 * @returns undefined if no pair was found for any time
 * @see Andersen and Lake (2021), Fast American Option Pricing: The Double-Boundary Case, Wilmott 2021(116), 30-41
 * @see Healy (2021), Pricing American options under negative rates, J. Comp. Finance 25(1)
 */
export function meetingBoundaries(
  put: UnitPut,
  grid: Collocation,
  tolerance: number,
): MeetingBoundaries | undefined {
  let best: Pair | undefined;
  let tooLong = put.T;
  let span = put.T;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const pair = pairOver(put, span, grid, tolerance);
    if (pair === undefined) tooLong = span;
    else if (span === put.T || pair.gap < TOUCHING) return { ...pair, meeting: span };
    else best = pair;
    span = best === undefined ? tooLong / 4 : nextSpan(best, tooLong);
    if (best !== undefined && tooLong - best.upper.span < TOUCHING * tooLong) break;
  }
  return best && { ...best, meeting: best.upper.span };
}

interface Pair {
  readonly upper: BoundaryCurve;
  readonly lower: BoundaryCurve;
  /** ln of the upper over the lower at the end of their span, >= 0. */
  readonly gap: number;
}

function pairOver(put: UnitPut, span: number, grid: Collocation, tolerance: number): Pair | undefined {
  const short = { ...put, T: span };
  const start = logStart(put);
  const upper = solveBoundary({ put: short, side: 1, start, offset: -start, grid }, tolerance);
  if (upper === undefined) return undefined;
  const below = { put: short, side: -1, start: logLowerStart(put), offset: 0, grid } as const;
  const lower = solveBoundary(below, tolerance);
  if (lower === undefined) return undefined;
  const gap = gapAt(upper, lower, span);
  return gap >= 0 ? { upper, lower, gap } : undefined;
}

const gapAt = (upper: BoundaryCurve, lower: BoundaryCurve, tau: number): number =>
  logBoundary(upper, tau) - logBoundary(lower, tau);

/** Nine tenths of the way to where the boundaries would meet at their present closing speed, or half-way to `tooLong`. */
function nextSpan({ upper, lower, gap }: Pair, tooLong: number): number {
  const span = upper.span;
  const closing = (gapAt(upper, lower, 0.999 * span) - gap) / (0.001 * span);
  const aim = span + (0.9 * gap) / closing;
  return aim > span && aim < tooLong ? aim : (span + tooLong) / 2;
}
