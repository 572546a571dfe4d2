import { describe, expect, it } from 'vitest';
import { impliedStdDev } from '../../quant/implied-vol.ts';
import { JOINT_MODEL } from '../two-factor.ts';
import { totalVarianceTo, varianceCurve, varianceCurves } from '../variance-curve.ts';
import { gatherPaths } from './factor-paths.ts';
import { emptyMesh, meshPremiums, spreadPaths } from './path-mesh.ts';
import { pathPremiums } from './path-smile.ts';
import { residualLaw } from './residual-law.ts';
import { GRID_K } from './smile-axes.ts';

const law = residualLaw(JOINT_MODEL, 1e-8, 40);
const curves = varianceCurves(JOINT_MODEL);

describe('meshPremiums', () => {
  it.each([
    [-0.13, -0.44, 1],
    [-0.13, -0.44, 46],
    [2, 1, 7],
    [-2, -1, 365],
  ])('are those of the paths one by one, from (%d, %d) over %d days', (x, y, days) => {
    const state = { x, y };
    const total = totalVarianceTo(varianceCurve(curves, state), days / 365);
    const paths = gatherPaths({
      model: JOINT_MODEL,
      states: [state],
      maturities: [days],
      pairs: 1024,
      seed: 5,
    })[0]?.[0];
    if (paths === undefined) throw new Error('simulated');
    const mesh = emptyMesh();
    spreadPaths(JOINT_MODEL, mesh, paths, total);
    const logStrikes = Float64Array.from(GRID_K, (k) => k * Math.sqrt(total));
    const direct = pathPremiums(JOINT_MODEL, law, paths, total, logStrikes);
    const vol = (premium: number, k: number): number =>
      (100 * impliedStdDev(premium / Math.min(1, Math.exp(k)), Math.abs(k))) / Math.sqrt(days / 365);
    meshPremiums(JOINT_MODEL, law, mesh, total, logStrikes).forEach((premium, n) => {
      const k = logStrikes[n] ?? 0;
      expect(Math.abs(vol(premium, k) - vol(direct[n] ?? 0, k))).toBeLessThan(0.005); // vol points, at vols from 8 to 84
    });
  });
});
