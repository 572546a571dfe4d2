import { PreconditionError, requirePositive } from '../../core/errors.ts';
import type { Vol } from '../../core/units.ts';
import { mean } from '../stats.ts';
import { type Aligned, requirePeriod } from './aligned.ts';
import { annualised } from './annualised.ts';
import { type Ohlc, type OhlcBars, ohlcAt, requireOhlc, requireOhlcBars } from './ohlc.ts';
import type { SessionVariance } from './session-variance.ts';
import { type SmaState, sma, smaStream } from './sma.ts';
import type { Stream } from './stream.ts';

function sessionVariances(bars: OhlcBars, variance: SessionVariance): Float64Array {
  requireOhlcBars(bars);
  return Float64Array.from({ length: bars.close.length }, (_, i) => variance(ohlcAt(bars, i)));
}

/**
 * Annualised volatility of trading hours: the root of the mean session variance over all bars, times `perYear`.
 *
 *     sessionVol(bars, parkinson)    sessionVol(bars, garmanKlass)    sessionVol(bars, rogersSatchell)
 *
 * @param perYear  sessions in a year. 252, the sessions of a US exchange: variance grows with sessions traded, not
 *   with calendar days. For bars of another length, how many of those a year has
 * @throws PreconditionError of no bars, of a bar whose prices are not in order, or if `perYear` is not > 0
 */
export function sessionVol(bars: OhlcBars, variance: SessionVariance, perYear = 252): Vol {
  requirePositive('perYear', perYear);
  if (bars.close.length === 0) throw new PreconditionError('bars', 'must have at least 1 entry', 0);
  return annualised(mean(sessionVariances(bars, variance)), perYear);
}

/** `sessionVol` of the last `window` bars at every bar. @throws PreconditionError likewise, or on a bad window */
export function rollingSessionVol(
  bars: OhlcBars,
  variance: SessionVariance,
  window: number,
  perYear = 252,
): Aligned {
  requirePeriod('window', window);
  requirePositive('perYear', perYear);
  const { first, values } = sma(sessionVariances(bars, variance), window);
  return { first, values: values.map((each) => annualised(each, perYear)) };
}

/** `rollingSessionVol` one bar at a time, the same bits. @throws PreconditionError likewise, or on a foreign state */
export function sessionVolStream(
  variance: SessionVariance,
  window: number,
  perYear = 252,
  state?: SmaState,
): Stream<Ohlc, Vol, SmaState> {
  requirePeriod('window', window);
  requirePositive('perYear', perYear);
  const { next, snapshot } = smaStream(window, state);
  return {
    next(bar) {
      requireOhlc(bar);
      const mean = next(variance(bar));
      return mean === undefined ? undefined : annualised(mean, perYear);
    },
    snapshot,
  };
}
