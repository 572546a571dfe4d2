import { requirePositive } from '../core/errors.ts';
import { gaussLegendre } from '../quant/gauss-legendre.ts';
import {
  type AveragedVariance,
  addExpectedVariances,
  averagedVariance,
  expectedVariance,
} from './averaged-variance.ts';
import type { TwoFactorModel } from './two-factor.ts';

/** Gauss-Legendre nodes in time; more of them move no index by 1e-6 points. */
const ORDER = 8;
const DAYS_PER_YEAR = 365;

/** Calendar days each index of the VIX family looks ahead. */
export const INDEX_DAYS = { vix9d: 9, vix: 30, vix3m: 93, vix6m: 184 } as const;

/** The expected variance over the next so many days, as a function of the factors. */
export interface VarianceWindow {
  readonly days: number;
  readonly weights: Float64Array;
  readonly ahead: AveragedVariance;
}

/**
 * @param days  calendar days, > 0
 * @param hermiteOrder  nodes of the inner average; only for holding values against others made with fewer
 */
export function varianceWindow(model: TwoFactorModel, days: number, hermiteOrder?: number): VarianceWindow {
  requirePositive('days', days);
  const { nodes, weights } = gaussLegendre(ORDER);
  const years = days / DAYS_PER_YEAR;
  const times = nodes.map((node) => (years * (1 + node)) / 2);
  return {
    days,
    weights: weights.map((w) => w / 2),
    ahead: averagedVariance(model, times, hermiteOrder),
  };
}

/** Mean expected variance per year over the window. */
export function windowVariance({ weights, ahead }: VarianceWindow, x: number, y: number): number {
  let sum = 0;
  for (let g = 0; g < ORDER; g++) sum += (weights[g] ?? 0) * expectedVariance(ahead, g, x, y);
  return sum;
}

/** The volatility index of the window in vol points: VIX when it is 30 days long. */
export const volIndexAt = (window: VarianceWindow, x: number, y: number): number =>
  100 * Math.sqrt(windowVariance(window, x, y));

/** The volatility index at every pair of coordinates, row by row over the outer factor. */
export function volIndexGrid(
  { weights, ahead }: VarianceWindow,
  outer: 'x' | 'y',
  outers: Float64Array,
  inners: Float64Array,
): Float64Array {
  const values = new Float64Array(outers.length * inners.length);
  for (let g = 0; g < ORDER; g++)
    addExpectedVariances(ahead, g, weights[g] ?? 0, { outer, outers, inners }, values);
  for (let n = 0; n < values.length; n++) values[n] = 100 * Math.sqrt(values[n] ?? 0);
  return values;
}
