import { requireFinite, requireNonNegative, requirePositive } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';

export interface GrowthModelInputs {
  /** D0: dividend of the last twelve months, in the money the value is wanted in. */
  readonly dividend: number;
  /** r: required return per year, decimal. */
  readonly rate: number;
  /** gL: growth of the dividend per year for ever after, decimal. */
  readonly longGrowth: number;
  /** Least r - gL the value is given for; 0.02 by default: below, ten basis points of r move it by 5 % (methodology C20). */
  readonly minRateLessGrowth?: number;
}

export interface HModelInputs extends GrowthModelInputs {
  /** gS: growth of the dividend now, decimal; it falls to gL in a straight line over 2 H years. */
  readonly shortGrowth: number;
  /** H: years in which growth gets half-way from gS to gL. */
  readonly halfLife: number;
}

export interface DividendValue {
  /** In the money of the dividend. */
  readonly value: number;
  /** Relative change of the value when the required return rises by ten basis points: exact, not a derivative. */
  readonly perTenBasisPoints: number;
}

export interface DividendModelFailure {
  readonly code: 'rate-too-near-growth';
  /** r - gL. */
  readonly rateLessGrowth: number;
}

const LEAST_SPREAD = 0.02;
const TEN_BASIS_POINTS = 0.001;
/** 0.06 - 0.04 is a little less than 0.02 in doubles, and two per cent all the same. */
const DUST = 1e-12;

/**
 * Present value of dividends whose growth falls in a straight line from gS to gL over 2 H years and stays there.
 *
 *     V = D0 [(1 + gL) + H (gS - gL)] / (r - gL)
 *
 * @returns the value; or `rate-too-near-growth` when r - gL is below the least
 * @throws PreconditionError if the dividend or H is < 0, a number is not finite, or the least r - gL is not > 0
 * @see Fuller and Hsia (1984), A simplified common stock valuation model, Financial Analysts J. 40(5), 49-56
 */
export function hModel(inputs: HModelInputs): Result<DividendValue, DividendModelFailure> {
  const { dividend, rate, longGrowth, shortGrowth, halfLife, minRateLessGrowth = LEAST_SPREAD } = inputs;
  requireNonNegative('dividend', dividend);
  requireFinite('rate', rate);
  requireFinite('longGrowth', longGrowth);
  requireFinite('shortGrowth', shortGrowth);
  requireNonNegative('halfLife', halfLife);
  requirePositive('minRateLessGrowth', minRateLessGrowth);
  const rateLessGrowth = rate - longGrowth;
  if (rateLessGrowth < minRateLessGrowth - DUST)
    return fail({ code: 'rate-too-near-growth', rateLessGrowth });
  return ok({
    value: (dividend * (1 + longGrowth + halfLife * (shortGrowth - longGrowth))) / rateLessGrowth,
    perTenBasisPoints: -TEN_BASIS_POINTS / (rateLessGrowth + TEN_BASIS_POINTS),
  });
}

/**
 * Present value of dividends that grow at one rate for ever: the H-model without its first stage.
 *
 *     V = D0 (1 + g) / (r - g)
 *
 * @see Gordon (1959), Dividends, earnings, and stock prices, Rev. Econ. Stat. 41, 99-105
 */
export const gordonGrowth = (inputs: GrowthModelInputs): Result<DividendValue, DividendModelFailure> =>
  hModel({ ...inputs, shortGrowth: inputs.longGrowth, halfLife: 0 });
