import { requirePositive } from '../../core/errors.ts';
import { gaussHermite } from '../../quant/gauss-hermite.ts';
import { factorCovariance, type QuinticModel } from './quintic-model.ts';
import { vixSquaredAlong, vixWindow } from './vix-squared.ts';

/**
 * Nodes over what is left of the second factor once the first is known. These settle calls and at-the-money vols of every
 * published set to 1e-7, and puts struck near the least VIX there is, which some slices miss, to 3e-4.
 */
const SLICES = 64;

/** VIX^2 as a polynomial in a standard normal g, on one slice of the state space and with the slice's chance. */
export interface VixSlice {
  readonly chance: number;
  readonly vixSquared: Float64Array;
}

/** The law of VIX at a settlement: with chance c_i it is sqrt(polynomial_i(G)), G ~ N(0, 1). */
export interface QuinticVixLaw {
  /** Years to the settlement. */
  readonly settlement: number;
  readonly slices: readonly VixSlice[];
}

/**
 * The law of VIX at a settlement of the quintic model.
 *
 * One factor is one slice. Two are X = l11 G1, Y = l21 G1 + l22 G2 by Cholesky's rule, sliced over G2 with Gauss-Hermite
 * weights: pay-offs bend along G1, where they are integrated piece by piece (`vix-derivatives.ts`), and are smooth in G2
 * once that is done.
 *
 * @param settlement  years, > 0
 * @param window  years VIX looks ahead; 30/365 in the index, 30/360 in the papers' code
 * @param order  slices of a two-factor law; for showing that the default is enough
 * @throws PreconditionError unless settlement and window are finite and > 0
 */
export function quinticVixLaw(
  model: QuinticModel,
  settlement: number,
  window: number,
  order: number = SLICES,
): QuinticVixLaw {
  requirePositive('settlement', settlement);
  requirePositive('window', window);
  const instants = vixWindow(model, settlement, window);
  const [x, y] = model.factors;
  const l11 = Math.sqrt(factorCovariance(x, x, settlement));
  if (y === undefined)
    return { settlement, slices: [{ chance: 1, vixSquared: vixSquaredAlong(instants, [0], [l11]) }] };
  const l21 = factorCovariance(x, y, settlement) / l11;
  const l22 = Math.sqrt(Math.max(factorCovariance(y, y, settlement) - l21 * l21, 0)); // a rounding below 0 at minutes
  const { nodes, weights } = gaussHermite(order);
  const slices = Array.from(nodes, (node, i) => ({
    chance: weights[i] ?? 0,
    vixSquared: vixSquaredAlong(instants, [0, l22 * node], [l11, l21]),
  }));
  return { settlement, slices };
}
