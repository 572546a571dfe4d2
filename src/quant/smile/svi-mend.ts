import { solveCholesky } from './cholesky.ts';
import type { SviParams } from './svi.ts';
import { meanSquare, quotedRange, type SviColumns, weightedMean } from './svi-columns.ts';
import { LEE } from './svi-inner.ts';
import { type PenalisedAim, type PenalisedNormal, penalisedCost, penalisedNormal } from './svi-penalty.ts';
import { coordinatesOf, LOG_SIGMA, M, paramsOf, SIZE } from './svi-rows.ts';
import { searchWalls, type Walls } from './svi-search.ts';

/** Weights of the mean squared shortfall of g against the misfit (as a multiple of the unmended one), tried in turn. */
const PENALTIES = [1e3, 1e5, 1e7, 1e9, 1e11];
const PENALTY_GRID = 100;
/** Misfit always allowed, relative to total variance: 0.1 %, a tenth of a vol point at 200. */
const SLACK = 1e-3;
/**
 * Where the first attempt fails, or multiplies the mean square misfit by more than this, a second starts from a bend at least
 * this wide, as a share of the quoted span.
 */
const DEAR = 2;
const SOFT = 0.25;
const HALVINGS = 5;
const MAX_STEPS = 40;
const TOLERANCE = 1e-5;
const DAMPING = { first: 1e-3, ease: 0.2, tighten: 5, most: 1e8 };

/** Longest step: a tenth of the range of m, a factor e in sigma. */
const LONGEST = { m: 0.1, logSigma: 1 };
const NO_WALL = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
/** b >= 0, |rho| <= 1 and Lee's bound. */
const SLOPES = [0, LEE] as const;

/**
 * A slice near `params` with less butterfly arbitrage, as a rule with none: Levenberg and Marquardt over all five parameters,
 * the penalty raised until `isFree`. It may fall short; the caller must look again.
 */
export function mendedSvi(
  params: SviParams,
  columns: SviColumns,
  isFree: (trial: SviParams) => boolean,
): SviParams {
  const range = quotedRange(columns);
  const level = weightedMean(columns);
  const aim = {
    columns,
    scale: meanSquare(columns, params) + (SLACK * level) ** 2,
    grid: Float64Array.from(
      { length: PENALTY_GRID + 1 },
      (_, i) => range.low + (range.span * i) / PENALTY_GRID,
    ),
    level,
  };
  const walls = searchWalls(range);
  const mend = (start: SviParams): SviParams => {
    let best = start;
    for (const penalty of PENALTIES) {
      const next = descend({ ...aim, penalty }, best, walls);
      if (isFree(next)) return between(next, best, columns, isFree);
      best = next;
    }
    return best;
  };
  const misfitOf = (slice: SviParams): number =>
    isFree(slice) ? meanSquare(columns, slice) : Number.POSITIVE_INFINITY;
  const mended = mend(params);
  const misfit = misfitOf(mended);
  if (misfit <= DEAR * aim.scale) return mended;
  const softer = mend({ ...params, sigma: Math.max(params.sigma, SOFT * range.span) });
  return misfitOf(softer) < misfit ? softer : mended;
}

/** From a slice that is free towards one that is not: as far as halving the way finds it free and fitting better. */
function between(
  free: SviParams,
  other: SviParams,
  columns: SviColumns,
  isFree: (trial: SviParams) => boolean,
): SviParams {
  const [from, to] = [coordinatesOf(free), coordinatesOf(other)];
  let [best, misfit] = [free, meanSquare(columns, free)];
  let [kept, share] = [0, 0.5];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const trial = paramsOf(from.map((x, i) => x + (kept + share) * ((to[i] as number) - x)));
    const there = meanSquare(columns, trial);
    if (there < misfit && isFree(trial)) {
      [best, misfit] = [trial, there];
      kept += share;
    }
    share /= 2;
  }
  return best;
}

function descend(aim: PenalisedAim, start: SviParams, walls: Walls): SviParams {
  let x = coordinatesOf(start);
  let best = start;
  let cost = penalisedCost(aim, best);
  let normal = penalisedNormal(aim, best);
  let damping = DAMPING.first;
  for (let count = 0; count < MAX_STEPS && damping < DAMPING.most; count++) {
    const next = stepped(x, normal, damping, walls);
    const trial = next === undefined ? Number.POSITIVE_INFINITY : penalisedCost(aim, paramsOf(next));
    if (next === undefined || !(trial < cost)) {
      damping *= DAMPING.tighten;
      continue;
    }
    const fall = cost - trial;
    [x, best, cost] = [next, paramsOf(next), trial];
    if (fall < TOLERANCE * cost) break;
    normal = penalisedNormal(aim, best);
    damping *= DAMPING.ease;
  }
  return best;
}

/** Where one damped step leads, held within the box; a coordinate at a wall the gradient pushes against stays. */
function stepped(
  x: Float64Array,
  { matrix, gradient }: PenalisedNormal,
  damping: number,
  walls: Walls,
): Float64Array | undefined {
  const box = [NO_WALL, SLOPES, SLOPES, walls.m, walls.logSigma] as const;
  const damped = matrix.slice();
  const step = gradient.map((g) => -g);
  for (const [i, [least, most]] of box.entries()) {
    const [at, pull] = [x[i] as number, -(gradient[i] as number)];
    if ((at <= least && pull < 0) || (at >= most && pull > 0)) {
      hold(damped, i);
      step[i] = 0;
    } else {
      // A flat slice does not feel m and sigma: their rows are zero, and any diagonal will do.
      damped[i * SIZE + i] = (damped[i * SIZE + i] as number) * (1 + damping) || 1;
    }
  }
  if (!solveCholesky(damped, step)) return undefined;
  const cut = Math.min(
    1,
    (LONGEST.m * (walls.m[1] - walls.m[0])) / Math.abs(step[M] as number),
    LONGEST.logSigma / Math.abs(step[LOG_SIGMA] as number),
  );
  return x.map((at, i) => {
    const [least, most] = box[i] as readonly [number, number];
    return Math.min(Math.max(at + cut * (step[i] as number), least), most);
  });
}

/** Row and column of the unit matrix. */
function hold(matrix: Float64Array, i: number): void {
  for (let j = 0; j < SIZE; j++) matrix[Math.max(i, j) * SIZE + Math.min(i, j)] = 0;
  matrix[i * SIZE + i] = 1;
}
