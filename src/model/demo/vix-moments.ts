import { gaussHermite } from '../../quant/gauss-hermite.ts';
import type { JointModel } from '../joint-model.ts';
import type { FactorState } from '../two-factor.ts';
import { volIndexGrid } from '../variance-window.ts';

/** E[VIX_T], the VX future, and E[ln VIX_T], of which VVIX is made. */
export interface VixMoments {
  readonly future: number;
  readonly meanLog: number;
}

/** Nodes a factor: off `vixLaw` by at most 1.5e-5 of the future and .02 points of VVIX, from two days to nine months. */
const NODES = 6;

/**
 * Moments of VIX at a settlement `years` ahead by a product Gauss-Hermite rule: a tenth of the work of the whole law,
 * which ten years of curves ask for 30,000 times.
 */
export function vixMoments(model: JointModel, { x, y }: FactorState, years: number): VixMoments {
  const { kx, ky } = model.parameters;
  const { nodes, weights } = gaussHermite(NODES);
  const [meanX, meanY] = [x * Math.exp(-kx * years), y * Math.exp(-ky * years)];
  const [sdX, sdY] = [Math.sqrt(-Math.expm1(-2 * kx * years)), Math.sqrt(-Math.expm1(-2 * ky * years))];
  const xs = nodes.map((z) => meanX + sdX * z);
  const values = volIndexGrid(
    model.vix,
    'x',
    xs,
    nodes.map((z) => meanY + sdY * z),
  );
  let [future, meanLog] = [0, 0];
  for (let n = 0; n < values.length; n++) {
    const chance = (weights[Math.floor(n / NODES)] ?? 0) * (weights[n % NODES] ?? 0);
    const value = values[n] ?? 0;
    future += chance * value;
    meanLog += chance * Math.log(value);
  }
  return { future, meanLog };
}
