import { nelderMead } from './nelder-mead.ts';
import { durrleman, type SviParams, sviSlice, sviTotalVariance } from './svi.ts';
import { LEE, meanSquare, quotedRange, type SviData } from './svi-inner.ts';

/** Points at which g is looked at between the first and last quote. */
const GRID = 200;
/** What g is asked to exceed when a slice must be mended, so that between the points it stays >= 0 too. */
const MARGIN = 2e-3;

/** Least Durrleman g over [low, high] on an even grid; -Infinity where total variance is not > 0. */
export function leastDurrleman(params: SviParams, low: number, high: number, grid = GRID): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= grid; i++) {
    const k = low + ((high - low) * i) / grid;
    const slice = sviSlice(params, k);
    const g = slice.w > 0 ? durrleman(slice, k) : Number.NEGATIVE_INFINITY;
    if (g < least) least = g;
  }
  return least;
}

/**
 * The slice itself when g >= 0 over the quoted range; else the nearest one for which it is.
 *
 * Nearest first by a search over all five parameters with a penalty on g below a small margin; what is left of the
 * violation is then taken out for certain by flattening: scaling b by some theta < 1 about the weighted mean of w.
 * A flat slice has g = 1, so such a theta exists.
 */
export function butterflyFree(params: SviParams, data: SviData): SviParams {
  const { low, high } = quotedRange(data);
  if (leastDurrleman(params, low, high) >= 0) return params;
  return flattened(penalised(params, data), data);
}

/** Weights of the mean squared shortfall of g against the misfit (as a multiple of the unmended one), tried in turn. */
const PENALTIES = [1e3, 1e5, 1e7];
const PENALTY_GRID = 100;
/** Misfit always allowed, relative to total variance: 0.1 %, a tenth of a vol point at 200. */
const SLACK = 1e-3;

function penalised(params: SviParams, data: SviData): SviParams {
  const { low, high } = quotedRange(data);
  const level = weightedMean(data);
  const scale = meanSquare(data, params) + (SLACK * level) ** 2;
  let best = params;
  for (const penalty of PENALTIES) {
    const cost = (x: readonly number[]): number => {
      const trial = paramsOf(x);
      if (!isSlice(trial)) return Number.POSITIVE_INFINITY;
      return meanSquare(data, trial) / scale + penalty * shortfall(trial, low, high, level);
    };
    best = paramsOf(
      nelderMead(cost, coordinatesOf(best), { steps: stepsFrom(best, level, high - low), ...EFFORT }).at,
    );
    if (leastDurrleman(best, low, high) >= 0) break;
  }
  return best;
}

function weightedMean({ w, weight }: SviData): number {
  const total = weight.reduce((sum, h) => sum + h, 0);
  return w.reduce((sum, x, i) => sum + x * (weight[i] as number), 0) / total;
}

const EFFORT = { valueTolerance: 1e-5, maxEvaluations: 500 };

/** Mean square of what g lacks to the margin. */
function shortfall(params: SviParams, low: number, high: number, level: number): number {
  let sum = 0;
  for (let i = 0; i <= PENALTY_GRID; i++) {
    const k = low + ((high - low) * i) / PENALTY_GRID;
    const slice = sviSlice(params, k);
    // Where variance is not positive g says nothing; a wall would trap the search, so a slope leads out.
    sum += slice.w > 0 ? Math.max(0, MARGIN - durrleman(slice, k)) ** 2 : (1 - slice.w / level) ** 2;
  }
  return sum / (PENALTY_GRID + 1);
}

const coordinatesOf = ({ a, b, rho, m, sigma }: SviParams): number[] => [a, b, rho, m, Math.log(sigma)];

/** A first simplex of the size of the mend to be expected; rho steps inward, since it often starts at its bound. */
const stepsFrom = ({ b, rho }: SviParams, level: number, span: number): number[] => [
  0.05 * level,
  0.1 * b + 1e-6,
  rho > 0 ? -0.1 : 0.1,
  0.03 * span,
  0.3,
];

const paramsOf = ([a = 0, b = 0, rho = 0, m = 0, logSigma = 0]: readonly number[]): SviParams => ({
  a,
  b,
  rho,
  m,
  sigma: Math.exp(logSigma),
});

const isSlice = ({ b, rho }: SviParams): boolean =>
  b >= 0 && Math.abs(rho) <= 1 && b * (1 + Math.abs(rho)) <= LEE;

/** The first flattening of 0, 1, 2, 4, 8 ... parts in 512 that leaves g >= 0; a flat slice at the latest. */
function flattened(params: SviParams, data: SviData): SviParams {
  const { low, high } = quotedRange(data);
  for (let cut = 0; cut < 1; cut = cut === 0 ? 1 / 512 : 2 * cut) {
    const trial = scaledWings(params, 1 - cut, data);
    if (leastDurrleman(trial, low, high) >= 0) return trial;
  }
  return scaledWings(params, 0, data);
}

/** b scaled by theta, a moved so that the slice keeps its weighted mean over the quotes. */
function scaledWings(params: SviParams, theta: number, { k, weight }: SviData): SviParams {
  const bend = weightedMean({ k, w: k.map((x) => sviTotalVariance({ ...params, a: 0 }, x)), weight });
  return { ...params, a: params.a + (1 - theta) * bend, b: theta * params.b };
}
