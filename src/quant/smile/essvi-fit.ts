import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { essviSlice } from './essvi.ts';
import { type InteriorState, interiorState, searchInterior } from './essvi-interior.ts';
import { type EssviLogs, logsOf, sliceOf } from './essvi-logs.ts';
import { type EssviSurface, essviSurface } from './essvi-surface.ts';
import { fitSsvi } from './ssvi-fit.ts';
import { checkSviColumns, type SviColumns, weighted } from './svi-columns.ts';
import { huberWeights } from './svi-huber.ts';

/** Quotes of one expiration. */
export interface QuotedSlice {
  /** Years. */
  readonly expiry: number;
  /** ln(K/F), ascending. */
  readonly k: Float64Array;
  /** vol^2 T of the mid. */
  readonly totalVariance: Float64Array;
  /** Half the bid-ask spread in total variance, > 0. */
  readonly halfSpread: Float64Array;
  /** >= 0; by default the inverse square of `halfSpread`. */
  readonly weight?: Float64Array;
}

/** How well one slice is fitted. */
export interface SliceQuality {
  /** Fitted less quoted total variance, one to a quote. */
  readonly residuals: Float64Array;
  /** Weighted root mean square of them. */
  readonly rmse: number;
  /** Share of quotes whose residual is within half the spread. */
  readonly insideSpread: number;
}

export interface EssviFit {
  readonly surface: EssviSurface;
  /** One to each slice given. */
  readonly quality: readonly SliceQuality[];
}

export interface EssviFailure {
  readonly code: 'too-few-points';
  /** Which slice. */
  readonly expiry: number;
}

/** As many as a slice has parameters. */
const LEAST_POINTS = 3;
/** Quotes of a slice that the start is fitted to. */
const START_QUOTES = 12;
/** How near the minimum the search goes before outliers are damped, before they are damped again, and at the end. */
const TOLERANCES = [1e-2, 1e-4, 1e-7];
/** Misfit 1 is one thousandth of total variance everywhere. */
const UNIT = 1e-3;

/**
 * eSSVI surface through the quotes of all expirations at once: weighted, robust, free of butterfly arbitrage and of calendar
 * arbitrage everywhere.
 *
 * The slices' theta, rho and psi are those of least weighted squared residuals among all that obey the rules of
 * `butterflyRoom` and `calendarRoom`. Fitting them together, as Mingone does, lets a well-quoted expiration correct a poorly
 * quoted one before it; slice after slice, as in Corbetta et al., an early mistake would bind all later ones. The rules are
 * kept by an interior-point search that starts from the SSVI surface and never leaves them.
 *
 * @param slices  ascending by expiry
 * @returns the fit; or `too-few-points` when a slice has fewer than three quotes with weight
 * @throws PreconditionError if there is no slice, expiries do not ascend from above 0, columns differ in length, or a value is
 *   no quote
 * @see Corbetta, Cohort, Laachir and Martini (2019), Decis. Econ. Finance 42, 665-677, doi 10.1007/s10203-019-00249-8
 * @see Mingone (2022), Quant. Finance 22(12), 2205-2217, doi 10.1080/14697688.2022.2117076
 */
export function fitEssvi(slices: readonly QuotedSlice[]): Result<EssviFit, EssviFailure> {
  const quotes = slices.map(columnsOf);
  checkExpiries(slices);
  for (const [i, { weight }] of quotes.entries()) {
    if (weight.filter((h) => h > 0).length < LEAST_POINTS)
      return fail({ code: 'too-few-points', expiry: (slices[i] as QuotedSlice).expiry });
  }
  const { logs } = fitted(quotes.map(weighted));
  const surface = essviSurface(slices.map(({ expiry }, i) => ({ expiry, ...sliceOf(logs, i) })));
  const residuals = quotes.map((columns, i) => residualsOf(columns, logs, i));
  const quality = slices.map(({ halfSpread }, i) =>
    qualityOf(quotes[i] as SviColumns, residuals[i] as Float64Array, halfSpread),
  );
  return ok({ surface, quality });
}

function fitted(quotes: readonly SviColumns[]): InteriorState {
  const state = interiorState(logsOf(fitSsvi(quotes, START_QUOTES).slices));
  const unit = 1 / (UNIT * UNIT * totalSquare(quotes));
  let weighed = quotes;
  for (const [round, tolerance] of TOLERANCES.entries()) {
    if (round > 0) {
      weighed = quotes.map((columns, i) => ({
        ...columns,
        weight: huberWeights(residualsOf(columns, state.logs, i), columns.weight),
      }));
    }
    searchInterior(state, { slices: weighed, unit }, tolerance);
  }
  return state;
}

const totalSquare = (quotes: readonly SviColumns[]): number =>
  quotes.reduce(
    (sum, { totalVariance, weight }) =>
      sum + totalVariance.reduce((squares, w, j) => squares + (weight[j] as number) * w * w, 0),
    0,
  );

function columnsOf({ k, totalVariance, halfSpread, weight }: QuotedSlice): SviColumns {
  if (halfSpread.length !== k.length)
    throw new PreconditionError('halfSpread', `must have ${k.length} entries`, halfSpread.length);
  for (const half of halfSpread) requirePositive('halfSpread', half);
  const columns = { k, totalVariance, weight: weight ?? halfSpread.map((half) => half ** -2) };
  checkSviColumns(columns);
  return columns;
}

function checkExpiries(slices: readonly QuotedSlice[]): void {
  if (slices.length === 0) throw new PreconditionError('slices', 'must have an entry', 0);
  let before = 0;
  for (const { expiry } of slices) {
    requirePositive('expiry', expiry);
    if (!(expiry > before)) throw new PreconditionError('expiry', 'must ascend', expiry);
    before = expiry;
  }
}

function residualsOf({ k, totalVariance }: SviColumns, logs: EssviLogs, i: number): Float64Array {
  const slice = sliceOf(logs, i);
  return k.map((at, j) => essviSlice(slice, at).w - (totalVariance[j] as number));
}

function qualityOf({ weight }: SviColumns, residuals: Float64Array, halfSpread: Float64Array): SliceQuality {
  let [squares, total, inside] = [0, 0, 0];
  for (let j = 0; j < residuals.length; j++) {
    const residual = residuals[j] as number;
    squares += (weight[j] as number) * residual * residual;
    total += weight[j] as number;
    if (Math.abs(residual) <= (halfSpread[j] as number)) inside += 1;
  }
  return { residuals, rmse: Math.sqrt(squares / total), insideSpread: inside / residuals.length };
}
