import { PreconditionError, requireFinite, requirePositive } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { type Points, points } from '../../core/units.ts';
import {
  type StripPrice,
  type StripQuotes,
  type StripSelectionFailure,
  selectStrip,
} from './strip-selection.ts';

export interface VixStripInputs extends StripQuotes {
  /** Risk-free rate to this expiration, continuously compounded, decimal. */
  readonly rate: number;
  /** Minutes to the settlement instant / 525,600. */
  readonly expiry: number;
}

/** One strike of the sum. */
export interface StripStrike extends StripPrice {
  /** dK: half the distance between the included neighbours; the one gap at either end. */
  readonly width: number;
  /** dK / K^2 e^{RT} Q(K). */
  readonly contribution: number;
}

export interface VixStrip {
  /** Annualised variance, decimal squared. */
  readonly variance: number;
  readonly forward: Points;
  /** K0: the highest strike not above the forward. */
  readonly atStrike: number;
  /** Sum of the contributions. */
  readonly stripSum: number;
  /** (F/K0 - 1)^2 / T. */
  readonly taylorTerm: number;
  readonly included: readonly StripStrike[];
}

/** Why a chain has no strip: an ordinary thing in thin or broken quotes. */
export interface VixStripFailure {
  readonly code: StripSelectionFailure['code'] | 'not-positive';
}

/**
 * Variance of one expiration by Cboe's rule, the half of a VIX.
 *
 *     variance = (2/T) sum dK/K^2 e^{RT} Q(K) - (1/T) (F/K0 - 1)^2
 *
 * over the strikes `selectStrip` takes.
 *
 * @returns the strip; or why there is none: see `selectStrip`, and `not-positive` when the sum is
 * @throws PreconditionError if columns differ in length, strikes do not ascend from above 0, or expiry is not > 0
 * @see Cboe, Volatility Index Methodology: Cboe Volatility Index, step 2
 */
export function vixStrip(inputs: VixStripInputs): Result<VixStrip, VixStripFailure> {
  checkInputs(inputs);
  const { rate, expiry } = inputs;
  const growth = Math.exp(rate * expiry);
  const selection = selectStrip(inputs, growth);
  if (!selection.ok) return selection;
  const { forward, atStrike, prices } = selection.value;
  const included = prices.map((price, i) => weighted(price, widthAt(prices, i), growth));
  const stripSum = included.reduce((sum, { contribution }) => sum + contribution, 0);
  const taylorTerm = (forward / atStrike - 1) ** 2 / expiry;
  const variance = (2 / expiry) * stripSum - taylorTerm;
  if (!(variance > 0)) return fail({ code: 'not-positive' });
  return ok({ variance, forward: points(forward), atStrike, stripSum, taylorTerm, included });
}

const weighted = (price: StripPrice, width: number, growth: number): StripStrike => ({
  ...price,
  width,
  contribution: (width / price.strike ** 2) * growth * price.price,
});

function widthAt(prices: readonly StripPrice[], i: number): number {
  const low = Math.max(i - 1, 0);
  const high = Math.min(i + 1, prices.length - 1);
  const strikeAt = (j: number): number => prices[j]?.strike ?? 0;
  return (strikeAt(high) - strikeAt(low)) / (high - low);
}

function checkInputs({ strikes, callBid, callAsk, putBid, putAsk, rate, expiry }: VixStripInputs): void {
  requireFinite('rate', rate);
  requirePositive('expiry', expiry);
  for (const [name, column] of Object.entries({ callBid, callAsk, putBid, putAsk })) {
    if (column.length !== strikes.length) {
      throw new PreconditionError(name, `must have ${strikes.length} entries`, column.length);
    }
  }
  for (let i = 0; i < strikes.length; i++) {
    const strike = strikes[i] ?? 0;
    const below = i === 0 ? 0 : (strikes[i - 1] ?? 0);
    if (!(strike > below)) throw new PreconditionError('strikes', 'must ascend from above 0', strike);
  }
}
