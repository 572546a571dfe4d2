import { requirePositive } from '../../core/errors.ts';
import { type Vol, vol } from '../../core/units.ts';
import { logReturns, stdDev, type Values } from '../stats.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { lastValues } from './last-values.ts';
import { momentsStream, rollingMoments } from './rolling-moments.ts';
import { requirePositiveSeries, requireValue } from './series-input.ts';
import type { SquaresState } from './sliding-squares.ts';
import type { Stream } from './stream.ts';

const isPrice = (close: number): boolean => close > 0 && close < Number.POSITIVE_INFINITY;

/**
 * Annualised close-to-close volatility of the last `window` log returns (sample standard deviation, so `window + 1`
 * closes are needed). Undefined when there are fewer, or a close is no price. Nights and weekends are in it, each as a
 * part of the return to the next close.
 *
 * @param perYear  returns in a year, 252 for daily closes
 */
export function realisedVol(closes: Values, window: number, perYear = 252): Vol | undefined {
  requirePositive('perYear', perYear);
  const recent = lastValues(closes, window + 1);
  if (recent === undefined || recent.length < 3 || recent.some((close) => !isPrice(close))) return undefined;
  return vol(stdDev(logReturns(recent)) * Math.sqrt(perYear));
}

/** From the population deviation that moves along to the sample deviation of a year. */
const annualising = (window: number, perYear: number): number => Math.sqrt((window / (window - 1)) * perYear);

/**
 * `realisedVol` at every bar, at a fixed number of operations a bar.
 *
 * @throws PreconditionError if `window` is not an integer >= 2, a close is not finite and > 0, or `perYear` is not > 0
 */
export function rollingRealisedVol(closes: Float64Array, window: number, perYear = 252): Aligned {
  requirePeriod('window', window, 2);
  requirePositive('perYear', perYear);
  requirePositiveSeries('closes', closes);
  if (closes.length <= window) return tooShort(window);
  const scale = annualising(window, perYear);
  const { values } = rollingMoments(logReturns(closes), window).stdDev;
  return { first: window, values: values.map((stdDev) => stdDev * scale) };
}

export interface RealisedVolState {
  /** The last close taken in; absent before the first. */
  readonly previous?: number;
  readonly returns: SquaresState;
}

/** `rollingRealisedVol` one close at a time, the same bits. @throws PreconditionError likewise, or on a foreign state */
export function realisedVolStream(
  window: number,
  perYear = 252,
  state?: RealisedVolState,
): Stream<number, Vol, RealisedVolState> {
  requirePeriod('window', window, 2);
  requirePositive('perYear', perYear);
  const returns = momentsStream(window, state?.returns);
  const scale = annualising(window, perYear);
  let previous = state?.previous;
  if (previous !== undefined) requirePositive('state.previous', previous);
  return {
    next(close) {
      requireValue('close', close);
      requirePositive('close', close);
      const before = previous;
      previous = close;
      const moments = before === undefined ? undefined : returns.next(Math.log(close / before));
      return moments === undefined ? undefined : vol(moments.stdDev * scale);
    },
    snapshot: () => ({
      ...(previous === undefined ? {} : { previous }),
      returns: returns.snapshot(),
    }),
  };
}
