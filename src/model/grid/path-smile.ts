import type { TwoFactorModel } from '../two-factor.ts';
import type { PathFunctionals } from './factor-paths.ts';
import { addPathOptions, type ResidualLaw } from './residual-law.ts';

/**
 * Out-of-the-money premiums per unit of forward, from the paths of one state to one maturity: conditional on the factors
 * the index is a Levy process run to the integrated variance, so each path gives a premium, not a pay-off.
 *
 * What is known exactly is imposed by rescaling: the mean integrated variance, the mean square of the stochastic
 * integral (equal to R2 times it, by the Ito isometry), and the forward.
 *
 * @param totalVariance  exact expected integrated variance of the state to the maturity
 * @param logStrikes  ln(K / F); calls from 0 on, puts below
 */
export function pathPremiums(
  model: TwoFactorModel,
  law: ResidualLaw,
  { i, mx, my }: PathFunctionals,
  totalVariance: number,
  logStrikes: Float64Array,
): Float64Array {
  const { eta, rhoX, rhoY } = model;
  const shared = rhoX ** 2 + rhoY ** 2;
  const paths = i.length;
  let [sumI, sumMm] = [0, 0];
  const m = mx.map((x, p) => rhoX * x + rhoY * (my[p] ?? 0));
  for (let p = 0; p < paths; p++) {
    sumI += i[p] ?? 0;
    sumMm += (m[p] ?? 0) ** 2;
  }
  const scaleI = (totalVariance * paths) / sumI;
  const scaleM = Math.sqrt(((1 - eta) * shared * totalVariance * paths) / sumMm);
  const shifts = m.map((one, p) => scaleM * one - (shared * (1 - eta) * scaleI * (i[p] ?? 0)) / 2);
  const forward = shifts.reduce((sum, shift) => sum + Math.exp(shift), 0);
  const centre = Math.log(forward / paths);
  const sums = new Float64Array(logStrikes.length);
  for (let p = 0; p < paths; p++)
    addPathOptions(law, scaleI * (i[p] ?? 0), (shifts[p] ?? 0) - centre, 1, logStrikes, sums);
  return sums.map((premium) => premium / paths);
}
