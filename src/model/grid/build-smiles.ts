import { impliedStdDev } from '../../quant/implied-vol.ts';
import { interpolate } from '../../quant/interpolate.ts';
import type { FactorState, TwoFactorModel } from '../two-factor.ts';
import { totalVarianceTo, type VarianceCurves, varianceCurve } from '../variance-curve.ts';
import { convexCalls } from './convex-calls.ts';
import { visitPaths } from './factor-paths.ts';
import { emptyMesh, meshPremiums, type PathMesh, spreadPaths, VARIANCE_SHARES } from './path-mesh.ts';
import { type ResidualLaw, residualLaw } from './residual-law.ts';
import { GRID_K } from './smile-axes.ts';

/** Seed of the committed grid; any other is as good, and changes the smiles by the noise reported beside them. */
export const GRID_SEED = 20_261_120;
/** Path pairs behind each smile of the committed grid. */
export const GRID_PAIRS = 262_144;

export interface SmileRequest {
  readonly model: TwoFactorModel;
  readonly curves: VarianceCurves;
  readonly states: readonly FactorState[];
  /** Calendar days, ascending. */
  readonly days: readonly number[];
  readonly pairs: number;
  readonly seed: number;
  /** Time steps this many times finer than usual. */
  readonly refine?: number;
}

/** Implied vols of one state and maturity at the grid's standardised strikes, over the variance-swap vol. */
export type SmileRatios = Float64Array;

const DAYS_PER_YEAR = 365;
/** Least premium a vol is taken of, per unit of forward: a thousandth of a cent on SPX at 10,000. */
const LEAST_PREMIUM = 1e-13;

/**
 * Smiles of several states at several maturities, from one set of paths, with what noise left of static arbitrage projected
 * away: each slice is convex in strike, and no slice lies below an earlier one at the same moneyness.
 *
 * @returns ratios by state, then by maturity
 */
export function buildSmiles(request: SmileRequest): SmileRatios[][] {
  const { model, curves, states, days, pairs, seed, refine = 1 } = request;
  const totals = states.map((state) => {
    const curve = varianceCurve(curves, state);
    return days.map((day) => totalVarianceTo(curve, day / DAYS_PER_YEAR));
  });
  const meshes = totals.map((mine) => mine.map(emptyMesh));
  visitPaths({ model, states, maturities: days, pairs, seed, refine }, (s, m, paths) => {
    const mesh = meshes[s]?.[m];
    if (mesh !== undefined) spreadPaths(model, mesh, paths, totals[s]?.[m] ?? 0);
  });
  const law = lawFor(model, totals.flat());
  return meshes.map((mine, s) => {
    let earlier: Slice | undefined;
    return mine.map((mesh, m) => {
      const total = totals[s]?.[m] ?? 0;
      const slice = notBelow(sliceOf(model, law, mesh, total), earlier);
      earlier = slice;
      return slice.vols.map((vol) => vol / Math.sqrt(total));
    });
  });
}

/** The law of what paths leave open, wide enough for every node of every mesh. */
function lawFor(model: TwoFactorModel, totals: readonly number[]): ResidualLaw {
  const [least, most] = VARIANCE_SHARES;
  return residualLaw(model, least * Math.min(...totals), most * Math.max(...totals));
}

/** One smile: total vols (vol sqrt T) at log-strikes. */
interface Slice {
  readonly total: number;
  readonly logStrikes: Float64Array;
  readonly vols: Float64Array;
}

function sliceOf(model: TwoFactorModel, law: ResidualLaw, mesh: PathMesh, total: number): Slice {
  const logStrikes = Float64Array.from(GRID_K, (k) => k * Math.sqrt(total));
  const premiums = meshPremiums(model, law, mesh, total, logStrikes);
  const strikes = logStrikes.map(Math.exp);
  const calls = premiums.map((premium, n) => {
    const strike = strikes[n] ?? 1;
    return strike >= 1 ? premium : premium + 1 - strike;
  });
  const convex = convexCalls(strikes, calls);
  const vols = convex.map((call, n) => {
    const strike = strikes[n] ?? 1;
    const time = call - Math.max(1 - strike, 0);
    return impliedStdDev(Math.max(time, LEAST_PREMIUM) / Math.min(1, strike), Math.abs(logStrikes[n] ?? 0));
  });
  return { total, logStrikes, vols };
}

/** Raises a slice to an earlier one of the same state where it lies below it. */
function notBelow(slice: Slice, earlier: Slice | undefined): Slice {
  if (earlier === undefined) return slice;
  const vols = slice.vols.map((vol, n) => {
    const before = interpolate(earlier.logStrikes, earlier.vols, slice.logStrikes[n] ?? 0);
    return Math.max(vol, before);
  });
  return { ...slice, vols };
}
