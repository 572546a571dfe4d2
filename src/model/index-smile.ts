import { otmShare } from '../quant/black76.ts';
import { impliedStdDev } from '../quant/implied-vol.ts';
import { cubicOnInterval, parabolicSlopes } from '../quant/monotone-cubic.ts';
import { normalCdf, normalPdf } from '../quant/normal.ts';
import { GRID_DAYS, GRID_K } from './grid/smile-axes.ts';
import type { JointModel } from './joint-model.ts';
import { cubicStencil, type GridPlace, gridPlace, stateRow } from './smile-grid.ts';
import type { FactorState } from './two-factor.ts';
import { totalVarianceTo, type VarianceCurve, varianceCurve } from './variance-curve.ts';

const DAYS_PER_YEAR = 365;
const LOG_DAYS: readonly number[] = GRID_DAYS.map((days) => Math.log(days));
const SHORTEST = GRID_DAYS[0];
const LONGEST = GRID_DAYS.at(-1) ?? SHORTEST;

/** SPX smiles of one state: rows of the grid are collapsed to the state when a maturity first needs them. */
export interface IndexSmiles {
  readonly model: JointModel;
  readonly state: FactorState;
  readonly curve: VarianceCurve;
  readonly place: GridPlace;
  readonly rows: (Float64Array | undefined)[];
}

export const indexSmiles = (model: JointModel, state: FactorState): IndexSmiles => ({
  model,
  state,
  curve: varianceCurve(model.curves, state),
  place: gridPlace(state),
  rows: [],
});

/** One SPX smile of the model. */
export interface IndexSmile {
  readonly years: number;
  /** sqrt of total expected variance to the maturity: the variance-swap vol times sqrt(T). */
  readonly swapSd: number;
  /** Total vols (vol sqrt T) at the standardised strikes, and the slopes of the cubic through them. */
  readonly sds: Float64Array;
  readonly slopes: Float64Array;
}

function rowOf({ model, place, rows }: IndexSmiles, maturity: number): Float64Array {
  const known = rows[maturity];
  if (known !== undefined) return known;
  const row = stateRow(model.smiles, place, maturity);
  rows[maturity] = row;
  return row;
}

/**
 * The smile of one maturity: shape from the grid, cubic in ln T between its maturities, level from the exact expected
 * variance. Under a day or over two years the shape of the grid's edge is taken.
 *
 * @param scale  multiplies total variance: a deterministic shift of forward variance, 1 for none
 */
export function indexSmile(smiles: IndexSmiles, years: number, scale = 1): IndexSmile {
  const total = totalVarianceTo(smiles.curve, years) * scale;
  const swapSd = Math.sqrt(total);
  const days = Math.min(Math.max(years * DAYS_PER_YEAR, SHORTEST), LONGEST);
  const { first, weights } = cubicStencil(LOG_DAYS, Math.log(days));
  const [a, b, c, d] = [first, first + 1, first + 2, first + 3].map((m) => rowOf(smiles, m));
  const sds = new Float64Array(GRID_K.length);
  for (let k = 0; k < sds.length; k++) {
    const logRatio =
      weights[0] * (a?.[k] ?? 0) +
      weights[1] * (b?.[k] ?? 0) +
      weights[2] * (c?.[k] ?? 0) +
      weights[3] * (d?.[k] ?? 0);
    sds[k] = swapSd * Math.exp(logRatio);
  }
  return { years, swapSd, sds, slopes: parabolicSlopes(GRID_K, sds) };
}

const LAST = GRID_K.length - 1;
const [LOWEST, HIGHEST] = [GRID_K[0], GRID_K[LAST] ?? 0];

/**
 * Total vol (vol sqrt T) at ln(K/F): inside the grid's strikes a cubic with the slopes of parabolas, beyond them the vol of
 * `smilePremium`. A monotone cubic flattens the smile at the node where it turns up, and sells a butterfly there for 1.5e-4.
 */
export function smileSd(smile: IndexSmile, logStrike: number): number {
  const k = logStrike / smile.swapSd;
  if (k >= LOWEST && k <= HIGHEST) return cubicOnInterval(GRID_K, smile.sds, smile.slopes, intervalOf(k), k);
  const share = wingPremium(smile, logStrike) / Math.min(1, Math.exp(logStrike));
  return impliedStdDev(Math.max(share, LEAST_SHARE), Math.abs(logStrike));
}

/** The least premium a vol can be taken of. */
const LEAST_SHARE = 1e-290;

/** Undiscounted premium of the out-of-the-money option at ln(K/F), per unit of forward. */
export function smilePremium(smile: IndexSmile, logStrike: number): number {
  const k = logStrike / smile.swapSd;
  if (k < LOWEST || k > HIGHEST) return wingPremium(smile, logStrike);
  const sd = cubicOnInterval(GRID_K, smile.sds, smile.slopes, intervalOf(k), k);
  return Math.min(1, Math.exp(logStrike)) * otmShare(Math.abs(logStrike), sd);
}

/**
 * Premium beyond the grid's strikes: a power of the strike, with the value and the slope the grid has at its edge.
 *
 *     P(K) = P(K0) (K / K0)^b
 *
 * which is what exponential jumps make of the far wings, where one jump does it all; a put's power is held above 1 and a
 * call's below 0, so that no butterfly is free.
 */
function wingPremium({ swapSd, sds, slopes }: IndexSmile, logStrike: number): number {
  const isPut = logStrike < 0;
  const edge = isPut ? 0 : LAST;
  const sd = sds[edge] ?? 0;
  const k = (GRID_K[edge] ?? 0) * swapSd;
  const strike = Math.exp(k);
  const d1 = sd / 2 - k / sd;
  const premium = Math.min(1, strike) * otmShare(Math.abs(k), sd);
  const alongSmile = (normalPdf(d1) * (slopes[edge] ?? 0)) / swapSd;
  const alongStrike = isPut ? strike * normalCdf(sd - d1) : -strike * normalCdf(d1 - sd);
  const power = (alongStrike + alongSmile) / premium;
  const held = isPut ? Math.max(power, LEAST_POWER) : Math.min(power, -LEAST_POWER + 1);
  return premium * Math.exp(held * (logStrike - k));
}

/** A put's premium falls faster than its strike; a call's falls. */
const LEAST_POWER = 1.01;

function intervalOf(k: number): number {
  let [low, high] = [0, LAST];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((GRID_K[middle] ?? 0) <= k) low = middle;
    else high = middle;
  }
  return low;
}
