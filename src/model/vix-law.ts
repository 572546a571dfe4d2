import { requirePositive } from '../core/errors.ts';
import { gaussHermite } from '../quant/gauss-hermite.ts';
import type { FactorState, TwoFactorModel } from './two-factor.ts';
import { type VarianceWindow, volIndexGrid } from './variance-window.ts';

/**
 * The risk-neutral law of VIX at one settlement. One factor is averaged by a Gauss-Hermite rule (a row for each node); along a
 * row, the other runs over evenly spaced deviations, so that an option's integral can be cut where VIX crosses its strike.
 */
export interface VixLaw {
  readonly years: number;
  /** Chance of each row. */
  readonly rows: Float64Array;
  /** VIX by row, ascending along it; and the chance of each place given its row. */
  readonly values: Float64Array;
  readonly chances: Float64Array;
  /** Integral of the density, and of VIX against it, from each place to the end of the row. */
  readonly chanceAbove: Float64Array;
  readonly valueAbove: Float64Array;
  /** E[VIX_T], the VX future; points. */
  readonly future: number;
}

/** Rows: more of them move no future by 1e-4 points and no implied vol by .02 points, from a day to a year. */
const ROWS = 8;
/** Deviations along a row: -6 to 6 by a quarter; beyond lies 2e-9 of the chance. */
const REACH = 6;
const STEP = 0.25;
const PLACES = (2 * REACH) / STEP + 1;

const DEVIATIONS = Float64Array.from({ length: PLACES }, (_, n) => -REACH + n * STEP);
const BELL = DEVIATIONS.map((z) => Math.exp(-0.5 * z * z));
const MASS = addUp(BELL, 0, new Float64Array(PLACES))[0] ?? 1;
/** The density along a row; its integral, by the rule used throughout, is exactly 1. */
const DENSITY = BELL.map((bell) => bell / MASS);
const CHANCES = DENSITY.map((density) => density * STEP);
const CHANCE_ABOVE = addUp(DENSITY, 0, new Float64Array(PLACES));

/**
 * The integral of a smooth column, evenly spaced, from each place to the end of its row: cell by cell the cubic through four
 * neighbours, which misses by 11/720 of the fourth difference.
 *
 * @param first  where the row begins, in the column and in what receives the integrals
 */
function addUp(column: Float64Array, first: number, above: Float64Array): Float64Array {
  let sum = 0;
  above[first + PLACES - 1] = 0;
  for (let n = PLACES - 2; n >= 0; n--) {
    const at = first + n;
    // The density is 1e-8 at either end: what lies beyond is as good as 0.
    const a = n === 0 ? 0 : (column[at - 1] ?? 0);
    const d = n === PLACES - 2 ? 0 : (column[at + 2] ?? 0);
    sum += (STEP * (13 * ((column[at] ?? 0) + (column[at + 1] ?? 0)) - a - d)) / 24;
    above[at] = sum;
  }
  return above;
}

/** How much VIX feels a deviation of each factor over its window: the slower factor lasts the window, the faster does not. */
const X_SHARE = 0.6;

/**
 * VIX at a settlement `years` ahead: the factors are independent and normal with means x e^{-kx T}, y e^{-ky T} and variances
 * 1 - e^{-2 kx T}, 1 - e^{-2 ky T}. The factor VIX feels more runs along the rows, so that what is left for the other to
 * average is smooth.
 *
 * @param window  the 30-day window of the same model
 * @param scale  multiplies every value: what makes the law's future a quoted one, 1 for none
 */
export function vixLaw(
  { kx, ky }: TwoFactorModel,
  window: VarianceWindow,
  { x, y }: FactorState,
  years: number,
  { rows: count = ROWS, scale = 1 }: { readonly rows?: number; readonly scale?: number } = {},
): VixLaw {
  requirePositive('years', years);
  requirePositive('scale', scale);
  const { nodes, weights } = gaussHermite(count);
  const [meanX, meanY] = [x * Math.exp(-kx * years), y * Math.exp(-ky * years)];
  const [sdX, sdY] = [Math.sqrt(-Math.expm1(-2 * kx * years)), Math.sqrt(-Math.expm1(-2 * ky * years))];
  const values =
    X_SHARE * sdX > sdY
      ? volIndexGrid(
          window,
          'y',
          nodes.map((z) => meanY + sdY * z),
          DEVIATIONS.map((z) => meanX + sdX * z),
        )
      : volIndexGrid(
          window,
          'x',
          nodes.map((z) => meanX + sdX * z),
          DEVIATIONS.map((z) => meanY + sdY * z),
        );
  const weighted = new Float64Array(values.length);
  for (let row = 0, n = 0; row < count; row++) {
    for (let place = 0; place < PLACES; place++, n++) {
      const value = scale * (values[n] ?? 0);
      values[n] = value;
      weighted[n] = value * (DENSITY[place] ?? 0);
    }
  }
  const valueAbove = new Float64Array(values.length);
  let future = 0;
  for (let row = 0; row < count; row++) {
    addUp(weighted, row * PLACES, valueAbove);
    future += (weights[row] ?? 0) * (valueAbove[row * PLACES] ?? 0);
  }
  return { years, rows: weights, values, chances: CHANCES, chanceAbove: CHANCE_ABOVE, valueAbove, future };
}

/** The cubic with the given values and slopes at t = 0 and t = 1. */
const hermite = (t: number, a: number, b: number, slopeA: number, slopeB: number): number =>
  a * (1 + 2 * t) * (1 - t) ** 2 + b * t * t * (3 - 2 * t) + t * (1 - t) * (slopeA * (1 - t) - slopeB * t);

/** E[max(VIX_T - K, 0)], undiscounted, points: each row is cut where VIX crosses the strike. */
export function vixCall({ rows, values, chances, chanceAbove, valueAbove }: VixLaw, strike: number): number {
  let sum = 0;
  for (let row = 0; row < rows.length; row++) {
    const first = row * PLACES;
    if ((values[first + PLACES - 1] ?? 0) <= strike) continue;
    let [low, high] = [0, PLACES - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((values[first + middle] ?? 0) > strike) high = middle;
      else low = middle;
    }
    const [below, above] = [values[first + low] ?? 0, values[first + high] ?? 0];
    // The integrand is 0 at the cut, so a cut misplaced by the line between two neighbours costs its square.
    const t = Math.max((strike - below) / (above - below), 0);
    const [pLow, pHigh] = [chances[low] ?? 0, chances[high] ?? 0];
    const value = hermite(
      t,
      valueAbove[first + low] ?? 0,
      valueAbove[first + high] ?? 0,
      -pLow * below,
      -pHigh * above,
    );
    const chance = hermite(t, chanceAbove[low] ?? 0, chanceAbove[high] ?? 0, -pLow, -pHigh);
    sum += (rows[row] ?? 0) * (value - strike * chance);
  }
  return Math.max(sum, 0);
}

/** E[max(K - VIX_T, 0)], undiscounted, points: by parity on the future, which the law keeps exactly. */
export const vixPut = (law: VixLaw, strike: number): number =>
  Math.max(vixCall(law, strike) - (law.future - strike), 0);

/** The mean of a function of VIX at settlement. */
export function vixMean({ rows, values, chances }: VixLaw, of: (vix: number) => number): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++)
    sum += (rows[Math.floor(n / PLACES)] ?? 0) * (chances[n % PLACES] ?? 0) * of(values[n] ?? 0);
  return sum;
}

/**
 * The volatility a log-contract strip on VIX options measures, in vol points: VVIX when the settlement is 30 days away.
 *
 *     VVIX^2 = 100^2 (2/T) (ln F - E[ln VIX_T])
 */
export const vvixOf = (law: VixLaw): number =>
  100 * Math.sqrt((2 / law.years) * (Math.log(law.future) - vixMean(law, Math.log)));
