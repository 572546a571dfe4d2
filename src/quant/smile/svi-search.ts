import type { QuotedRange } from './svi-columns.ts';
import { fitInner, type SviInner } from './svi-inner.ts';
import { proposeStep, type SviNormal, type SviStep, sviNormal } from './svi-step.ts';

/** A place in the plane that is searched, and its cost. */
export interface SviPlace {
  readonly m: number;
  readonly logSigma: number;
  /** Weighted mean square with the other three parameters at their best. */
  readonly cost: number;
}

/** m is held within the quoted span and two more either side: farther out it only tilts a straight line. */
const M_REACH = 2;
/** Sigma is held to this share of the quoted span: a sharper corner is not seen by the quotes, a wider one is a parabola. */
const SIGMA_SHARE = { least: 1e-3, most: 10 };

/** Least and greatest value of each coordinate. */
export interface Walls {
  readonly m: readonly [number, number];
  readonly logSigma: readonly [number, number];
}

export const searchWalls = ({ low, span }: QuotedRange): Walls => ({
  m: [low - M_REACH * span, low + (1 + M_REACH) * span],
  logSigma: [Math.log(SIGMA_SHARE.least * span), Math.log(SIGMA_SHARE.most * span)],
});

/** Relative fall of the mean square that is still worth a step. */
const TOLERANCE = 1e-11;
const MAX_STEPS = 60;
/** Damping of the first step, its factor after a good one and after a bad one, and where hope is given up. */
const DAMPING = { first: 1e-3, ease: 0.1, tighten: 8, least: 1e-12, afterBad: 1e-4, most: 1e10 };
/** Longest step: half the quoted span, a factor e in sigma. The linearisation is not to be trusted farther. */
const LONGEST = { m: 0.5, logSigma: 1 };

/** A search is resumed, damping as at the start, while that gains more than this share of the cost, and this often at most. */
const WORTH_RESUMING = 1e-9;
const MAX_RESUMED = 3;

interface Start {
  readonly m: number;
  readonly logSigma: number;
}

/**
 * A local minimum of the inner fit over (m, ln sigma), by Levenberg and Marquardt with the linear parameters projected
 * out: each trial is an exact inner fit, so only two numbers are searched. `inner` is left at the place found.
 *
 * Along the long flat valleys of short-dated smiles damping may grow until steps are too small to be worth taking; resuming
 * from there gets on.
 *
 * @see Golub and Pereyra (1973), SIAM J. Numer. Anal. 10(2), 413-432; Kaufman (1975), BIT 15, 49-57, for the
 *   linearisation, which drops the derivative of the projection
 */
export function searchSvi(inner: SviInner, start: Start, range: QuotedRange): SviPlace {
  let place = descend(inner, start, range);
  for (let resumed = 0; resumed < MAX_RESUMED; resumed++) {
    const next = descend(inner, place, range);
    const gain = place.cost - next.cost;
    place = next;
    if (!(gain > WORTH_RESUMING * place.cost)) break;
  }
  return place;
}

function descend(inner: SviInner, start: Start, range: QuotedRange): SviPlace {
  const walls = searchWalls(range);
  let [m, logSigma] = [hold(start.m, walls.m), hold(start.logSigma, walls.logSigma)];
  let cost = fitInner(inner, m, Math.exp(logSigma));
  let normal = sviNormal(inner);
  let damping = DAMPING.first;
  let isThere = true; // whether `inner` is at (m, logSigma)
  for (let count = 0; count < MAX_STEPS && damping < DAMPING.most; count++) {
    const step = stepWithin(normal, damping, m, logSigma, walls);
    if (!(step.fall > TOLERANCE * cost)) break;
    const cut = Math.min(
      1,
      (LONGEST.m * range.span) / Math.abs(step.m),
      LONGEST.logSigma / Math.abs(step.logSigma),
    );
    const nextM = hold(m + cut * step.m, walls.m);
    const nextLogSigma = hold(logSigma + cut * step.logSigma, walls.logSigma);
    const trial = fitInner(inner, nextM, Math.exp(nextLogSigma));
    isThere = trial < cost;
    if (isThere) {
      if (cost - trial > 0.25 * step.fall) damping = Math.max(damping * DAMPING.ease, DAMPING.least);
      [m, logSigma, cost] = [nextM, nextLogSigma, trial];
      normal = sviNormal(inner);
    } else {
      damping = Math.max(damping * DAMPING.tighten, DAMPING.afterBad);
    }
  }
  if (!isThere) fitInner(inner, m, Math.exp(logSigma));
  return { m, logSigma, cost };
}

/** The step; a coordinate at a wall that it would step through stays, and the other is solved for again. */
function stepWithin(normal: SviNormal, damping: number, m: number, logSigma: number, walls: Walls): SviStep {
  const free = proposeStep(normal, damping, { m: false, logSigma: false });
  const locked = {
    m: pushes(m, free.m, walls.m),
    logSigma: pushes(logSigma, free.logSigma, walls.logSigma),
  };
  return locked.m || locked.logSigma ? proposeStep(normal, damping, locked) : free;
}

const hold = (x: number, [least, most]: readonly [number, number]): number =>
  Math.min(Math.max(x, least), most);

/** At a wall, and stepping through it. */
const pushes = (x: number, step: number, [least, most]: readonly [number, number]): boolean =>
  (x <= least && step < 0) || (x >= most && step > 0);
