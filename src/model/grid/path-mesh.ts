import type { TwoFactorModel } from '../two-factor.ts';
import type { PathFunctionals } from './factor-paths.ts';
import { addPathOptions, type ResidualLaw } from './residual-law.ts';

/**
 * The joint law of what matters of a path, on a mesh: its stochastic integral m = rhoX mx + rhoY my in units of the
 * maturity's total deviation, and the logarithm of its integrated variance over the exact mean. Each path is spread over
 * sixteen nodes by Lagrange's weights, which keeps means, variances, skews and products; a price then takes the nodes instead
 * of the paths, so paths cost only their simulation.
 */
export interface PathMesh {
  readonly weights: Float64Array;
  /** Sums over the paths themselves, for what is known exactly. */
  paths: number;
  sumI: number;
  sumMm: number;
}

/** The integral's nodes: -12 to 8 deviations; panics are long on the left. */
const M_LOW = -12;
const M_STEP = 1 / 16;
const M_NODES = 20 / M_STEP + 1;
/** Log-variance nodes: e^-5 to e^4 of the mean. */
const LOG_LOW = -5;
const LOG_STEP = 1 / 8;
const LOG_NODES = 9 / LOG_STEP + 1;

export const emptyMesh = (): PathMesh => ({
  weights: new Float64Array(M_NODES * LOG_NODES),
  paths: 0,
  sumI: 0,
  sumMm: 0,
});

/** Index of the second of four nodes about a place on an axis, never so near an end that one would be missing. */
const nodeBelow = (place: number, nodes: number): number => Math.min(Math.max(place | 0, 1), nodes - 3);

/**
 * Adds a block of paths.
 *
 * @param totalVariance  exact expected integrated variance of the state to the maturity
 */
export function spreadPaths(
  { rhoX, rhoY }: TwoFactorModel,
  mesh: PathMesh,
  { i, mx, my }: PathFunctionals,
  totalVariance: number,
): void {
  const { weights } = mesh;
  const perSd = 1 / Math.sqrt(totalVariance);
  for (let p = 0; p < i.length; p++) {
    const m = rhoX * (mx[p] ?? 0) + rhoY * (my[p] ?? 0);
    mesh.sumI += i[p] ?? 0;
    mesh.sumMm += m * m;
    const across = (m * perSd - M_LOW) / M_STEP;
    const up = (Math.log((i[p] ?? 0) / totalVariance) - LOG_LOW) / LOG_STEP;
    const column = nodeBelow(Math.min(Math.max(across, 0), M_NODES - 1), M_NODES);
    const row = nodeBelow(Math.min(Math.max(up, 0), LOG_NODES - 1), LOG_NODES);
    const t = Math.min(Math.max(across, 0), M_NODES - 1) - column;
    const s = Math.min(Math.max(up, 0), LOG_NODES - 1) - row;
    const [a, b, c, d] = [
      (-t * (t - 1) * (t - 2)) / 6,
      ((t + 1) * (t - 1) * (t - 2)) / 2,
      (-(t + 1) * t * (t - 2)) / 2,
      ((t + 1) * t * (t - 1)) / 6,
    ];
    const first = (row - 1) * M_NODES + column - 1;
    for (let r = 0; r < 4; r++) {
      const weight =
        r === 0
          ? (-s * (s - 1) * (s - 2)) / 6
          : r === 1
            ? ((s + 1) * (s - 1) * (s - 2)) / 2
            : r === 2
              ? (-(s + 1) * s * (s - 2)) / 2
              : ((s + 1) * s * (s - 1)) / 6;
      const at = first + r * M_NODES;
      weights[at] = (weights[at] ?? 0) + weight * a;
      weights[at + 1] = (weights[at + 1] ?? 0) + weight * b;
      weights[at + 2] = (weights[at + 2] ?? 0) + weight * c;
      weights[at + 3] = (weights[at + 3] ?? 0) + weight * d;
    }
  }
  mesh.paths += i.length;
}

/**
 * Out-of-the-money premiums per unit of forward: conditional on the factors the index is a Levy process run to the
 * integrated variance, so each node gives a premium, not a pay-off.
 *
 * What is known exactly is imposed by rescaling: the mean integrated variance, the mean square of the stochastic integral
 * (equal to R2 times it, by the Ito isometry), and the forward.
 *
 * @param logStrikes  ln(K / F); calls from 0 on, puts below
 */
export function meshPremiums(
  { eta, rhoX, rhoY }: TwoFactorModel,
  law: ResidualLaw,
  { weights, paths, sumI, sumMm }: PathMesh,
  totalVariance: number,
  logStrikes: Float64Array,
): Float64Array {
  const shared = rhoX ** 2 + rhoY ** 2;
  const scaleI = (totalVariance * paths) / sumI;
  const scaleM = Math.sqrt((shared * totalVariance * paths) / sumMm);
  const unit = Math.sqrt((1 - eta) * totalVariance) * scaleM;
  const shiftAt = (column: number, i: number): number =>
    unit * (M_LOW + column * M_STEP) - (shared * (1 - eta) * i) / 2;
  const varianceAt = (row: number): number => scaleI * totalVariance * Math.exp(LOG_LOW + row * LOG_STEP);
  const visit = (use: (weight: number, i: number, shift: number) => void): void => {
    for (let row = 0; row < LOG_NODES; row++) {
      const i = varianceAt(row);
      for (let column = 0; column < M_NODES; column++) {
        const weight = weights[row * M_NODES + column] ?? 0;
        if (weight !== 0) use(weight, i, shiftAt(column, i));
      }
    }
  };
  let forward = 0;
  visit((weight, _, shift) => {
    forward += weight * Math.exp(shift);
  });
  const centre = Math.log(forward / paths);
  const sums = new Float64Array(logStrikes.length);
  visit((weight, i, shift) => {
    addPathOptions(law, i, shift - centre, weight, logStrikes, sums);
  });
  return sums.map((premium) => premium / paths);
}

/** Least and most integrated variance a mesh node can stand for, as shares of the mean; the law's table covers them. */
export const VARIANCE_SHARES = [
  Math.exp(LOG_LOW) / 1.5,
  Math.exp(LOG_LOW + (LOG_NODES - 1) * LOG_STEP) * 1.5,
] as const;
