import { seededRandom } from '../../../src/core/random.ts';
import { visitPaths } from '../../../src/model/grid/factor-paths.ts';
import { emptyMesh, meshPremiums, spreadPaths, VARIANCE_SHARES } from '../../../src/model/grid/path-mesh.ts';
import { residualLaw } from '../../../src/model/grid/residual-law.ts';
import { indexSmile, indexSmiles, smileSd } from '../../../src/model/index-smile.ts';
import { jointModel } from '../../../src/model/joint-model.ts';
import { totalVarianceTo, varianceCurve } from '../../../src/model/variance-curve.ts';
import { impliedStdDev } from '../../../src/quant/implied-vol.ts';

/** Maturities and states the grid is looked at between its nodes. */
const DAYS = [4, 7, 24, 46, 91, 182, 365];
const STATES = 8;
/** An independent draw with steps four times finer: 131,072 paths against the grid's 524,288. */
const PAIRS = 65_536;
const REFINE = 4;
const SEED = 990_001;

export const ZONES = [
  { name: 'far puts', low: -7, high: -3.6 },
  { name: 'puts', low: -3.6, high: -1 },
  { name: 'centre', low: -1, high: 1 },
  { name: 'calls', low: 1, high: 3 },
] as const;
export type ZoneName = (typeof ZONES)[number]['name'];

/** Grid less independent paths at one strike, vol points. */
export interface GridGap {
  readonly days: number;
  readonly zone: ZoneName;
  readonly gap: number;
}

/** The grid's implied vols at random states between its nodes, against paths it was not built from. */
export function gridGaps(): readonly GridGap[] {
  const model = jointModel();
  const { parameters } = model;
  const random = seededRandom(77);
  const states = Array.from({ length: STATES }, () => ({ x: -2 + 4 * random(), y: -1.8 + 3.6 * random() }));
  const totals = states.map((state) => {
    const curve = varianceCurve(model.curves, state);
    return DAYS.map((days) => totalVarianceTo(curve, days / 365));
  });
  const meshes = totals.map((mine) => mine.map(emptyMesh));
  const request = { model: parameters, states, maturities: DAYS, pairs: PAIRS, seed: SEED, refine: REFINE };
  visitPaths(request, (s, m, paths) => {
    const mesh = meshes[s]?.[m];
    if (mesh !== undefined) spreadPaths(parameters, mesh, paths, totals[s]?.[m] ?? 0);
  });
  const [least, most] = VARIANCE_SHARES;
  const all = totals.flat();
  const law = residualLaw(parameters, least * Math.min(...all), most * Math.max(...all));
  return states.flatMap((state, s) => {
    const smiles = indexSmiles(model, state);
    return DAYS.flatMap((days, m) => {
      const [mesh, total] = [meshes[s]?.[m] ?? emptyMesh(), totals[s]?.[m] ?? 0];
      const smile = indexSmile(smiles, days / 365);
      return ZONES.flatMap(({ name, low, high }) => {
        const logStrikes = Float64Array.from({ length: 12 }, (_, n) => {
          const z = low + ((high - low) * (n + 0.5)) / 12;
          return z * Math.sqrt(total);
        });
        const premiums = meshPremiums(parameters, law, mesh, total, logStrikes);
        return Array.from(logStrikes, (k, n): GridGap => {
          const sd = impliedStdDev((premiums[n] ?? 0) / Math.min(1, Math.exp(k)), Math.abs(k));
          return { days, zone: name, gap: (100 * (smileSd(smile, k) - sd)) / Math.sqrt(days / 365) };
        });
      });
    });
  });
}
