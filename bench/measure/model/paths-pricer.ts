import { type Random, seededRandom } from '../../../src/core/random.ts';
import { gatherPaths, type PathFunctionals } from '../../../src/model/grid/factor-paths.ts';
import { emptyMesh, meshPremiums, spreadPaths, VARIANCE_SHARES } from '../../../src/model/grid/path-mesh.ts';
import { residualLaw } from '../../../src/model/grid/residual-law.ts';
import { type JumpLaw, logContractCost, meanJump } from '../../../src/model/jump-law.ts';
import type { FactorState, TwoFactorModel } from '../../../src/model/two-factor.ts';
import { totalVarianceTo, varianceCurve, varianceCurves } from '../../../src/model/variance-curve.ts';

const DAYS_PER_YEAR = 365;

export interface PathsRequest {
  readonly model: TwoFactorModel;
  readonly state: FactorState;
  readonly days: number;
  readonly pairs: number;
  readonly seed: number;
  readonly refine?: number;
}

function pathsOf({ state, days, ...request }: PathsRequest): PathFunctionals {
  const paths = gatherPaths({ ...request, states: [state], maturities: [days] })[0]?.[0];
  if (paths === undefined) throw new Error('one state and one maturity were asked for');
  return paths;
}

/** Out-of-the-money premiums per unit of forward of any model at any state, from paths of its own and no grid. */
export function premiumsByPaths(request: PathsRequest, logStrikes: Float64Array): Float64Array {
  const { model, state, days } = request;
  const total = totalVarianceTo(varianceCurve(varianceCurves(model), state), days / DAYS_PER_YEAR);
  const paths = pathsOf(request);
  const mesh = emptyMesh();
  spreadPaths(model, mesh, paths, total);
  const [least, most] = VARIANCE_SHARES;
  return meshPremiums(model, residualLaw(model, least * total, most * total), mesh, total, logStrikes);
}

/** A mean with its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

/** A standard normal and a number of jumps drawn the plain way. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
function jumpCount(random: Random, expected: number): number {
  let [count, product] = [0, random()];
  for (const floor = Math.exp(-expected); product > floor; product *= random()) count++;
  return count;
}
function jump(random: Random, law: JumpLaw): number {
  if (law.kind === 'normal') return law.mean + law.sd * normal(random);
  const size = -Math.log(1 - random());
  return random() < law.upShare ? law.up * size : -law.down * size;
}

/**
 * The mean of a pay-off on the index at maturity, drawn: residual diffusion, number and size of jumps of every path included,
 * nothing rescaled. It shares neither tables, nor transforms, nor control variates with the grid.
 *
 * @param payoff  of the index over its forward
 */
export function drawnPayoff(request: PathsRequest, payoff: (index: number) => number): Estimate {
  const { model, seed } = request;
  const { eta, rhoX, rhoY, jumps } = model;
  const paths = pathsOf(request);
  const random = seededRandom(seed + 7_777_777);
  const [intensity, compensator] = [eta / logContractCost(jumps), meanJump(jumps)];
  const rest = 1 - rhoX ** 2 - rhoY ** 2;
  let [sum, squares] = [0, 0];
  const { i, mx, my } = paths;
  for (let p = 0; p < i.length; p++) {
    const variance = (1 - eta) * (i[p] ?? 0);
    let log = Math.sqrt(1 - eta) * (rhoX * (mx[p] ?? 0) + rhoY * (my[p] ?? 0)) - variance / 2;
    log += Math.sqrt(rest * variance) * normal(random) - intensity * (i[p] ?? 0) * compensator;
    for (let n = jumpCount(random, intensity * (i[p] ?? 0)); n > 0; n--) log += jump(random, jumps);
    const value = payoff(Math.exp(log));
    sum += value;
    squares += value * value;
  }
  const mean = sum / i.length;
  // Mirror images are not independent; their pay-offs move against each other, so this error is a little too large.
  return { mean, error: Math.sqrt((squares / i.length - mean * mean) / i.length) };
}
