import { requirePositive } from '../core/errors.ts';
import { gaussHermite } from '../quant/gauss-hermite.ts';
import type { FactorState, TwoFactorModel } from './two-factor.ts';
import { type VarianceWindow, volIndexAt } from './variance-window.ts';

/** The risk-neutral law of VIX at one settlement: values with their chances, in rows along which the values ascend. */
export interface VixLaw {
  readonly years: number;
  readonly order: number;
  readonly values: Float64Array;
  readonly chances: Float64Array;
  /** From each place to the end of its row: chance, and chance times value. */
  readonly chanceAbove: Float64Array;
  readonly valueAbove: Float64Array;
  /** E[VIX_T], the VX future; points. */
  readonly future: number;
}

/** Nodes per factor of the product rule; 24 and 64 differ by 2e-5 points of a future and .15 vol points of an option. */
const ORDER = 24;

/**
 * VIX at a settlement `years` ahead, by a product Gauss-Hermite rule over the two independent factors, which are normal
 * with means x e^{-kx T}, y e^{-ky T} and variances 1 - e^{-2 kx T}, 1 - e^{-2 ky T}.
 *
 * @param window  the 30-day window of the same model
 * @param scale  multiplies every value: what makes the law's future a quoted one, 1 for none
 */
export function vixLaw(
  { kx, ky }: TwoFactorModel,
  window: VarianceWindow,
  { x, y }: FactorState,
  years: number,
  { order = ORDER, scale = 1 }: { readonly order?: number; readonly scale?: number } = {},
): VixLaw {
  requirePositive('years', years);
  requirePositive('scale', scale);
  const { nodes, weights } = gaussHermite(order);
  const [decayX, decayY] = [Math.exp(-kx * years), Math.exp(-ky * years)];
  const [sdX, sdY] = [Math.sqrt(-Math.expm1(-2 * kx * years)), Math.sqrt(-Math.expm1(-2 * ky * years))];
  const [values, chances] = [new Float64Array(order * order), new Float64Array(order * order)];
  const [chanceAbove, valueAbove] = [new Float64Array(order * order), new Float64Array(order * order)];
  let future = 0;
  for (let i = 0; i < order; i++) {
    const xi = x * decayX + sdX * (nodes[i] ?? 0);
    let [chanceSoFar, valueSoFar] = [0, 0];
    for (let j = order - 1; j >= 0; j--) {
      const at = i * order + j;
      const value = scale * volIndexAt(window, xi, y * decayY + sdY * (nodes[j] ?? 0));
      const chance = (weights[i] ?? 0) * (weights[j] ?? 0);
      chanceSoFar += chance;
      valueSoFar += chance * value;
      values[at] = value;
      chances[at] = chance;
      chanceAbove[at] = chanceSoFar;
      valueAbove[at] = valueSoFar;
    }
    future += valueSoFar;
  }
  return { years, order, values, chances, chanceAbove, valueAbove, future };
}

/** E[max(VIX_T - K, 0)], undiscounted, points: VIX rises with either factor, so each row is cut at one place. */
export function vixCall({ order, values, chanceAbove, valueAbove }: VixLaw, strike: number): number {
  let sum = 0;
  for (let row = 0; row < order * order; row += order) {
    let [low, high] = [row, row + order];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle] ?? 0) > strike) high = middle;
      else low = middle + 1;
    }
    if (low < row + order) sum += (valueAbove[low] ?? 0) - strike * (chanceAbove[low] ?? 0);
  }
  return sum;
}

/** E[max(K - VIX_T, 0)], undiscounted, points. */
export function vixPut({ values, chances }: VixLaw, strike: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const gain = strike - (values[i] ?? 0);
    if (gain > 0) sum += (chances[i] ?? 0) * gain;
  }
  return sum;
}

/**
 * The volatility a log-contract strip on VIX options measures, in vol points: VVIX when the settlement is 30 days away.
 *
 *     VVIX^2 = 100^2 (2/T) (ln F - E[ln VIX_T])
 */
export function vvixOf({ years, values, chances, future }: VixLaw): number {
  let meanLog = 0;
  for (let i = 0; i < values.length; i++) meanLog += (chances[i] ?? 0) * Math.log(values[i] ?? 0);
  return 100 * Math.sqrt((2 / years) * (Math.log(future) - meanLog));
}
