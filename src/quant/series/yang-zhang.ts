import { PreconditionError, requirePositive } from '../../core/errors.ts';
import type { Vol } from '../../core/units.ts';
import { mean, stdDev } from '../stats.ts';
import { type Aligned, requirePeriod, tooShort } from './aligned.ts';
import { annualised } from './annualised.ts';
import { type Ohlc, type OhlcBars, ohlcAt, requireOhlc, requireOhlcBars } from './ohlc.ts';
import { momentsStream, rollingMoments } from './rolling-moments.ts';
import { rogersSatchell } from './session-variance.ts';
import type { SquaresState } from './sliding-squares.ts';
import { type SmaState, sma, smaStream } from './sma.ts';
import type { Stream } from './stream.ts';

/** The three parts of a day: the night before the open, the session, and its Rogers-Satchell variance. */
interface DayParts<T> {
  /** ln(open / previous close). */
  readonly overnight: T;
  /** ln(close / open). */
  readonly session: T;
  readonly range: T;
}

const partsOf = (bar: Ohlc, before: number): DayParts<number> => ({
  overnight: Math.log(bar.open / before),
  session: Math.log(bar.close / bar.open),
  range: rogersSatchell(bar),
});

/**
 * Yang and Zhang's variance of a whole day, from sample variances of night and session and the mean range variance.
 *
 *     V = V_overnight + k V_session + (1 - k) V_rs,   k = 0.34 / (1.34 + (n + 1) / (n - 1))
 *
 * the weight that gives it the least variance over n days.
 */
function yangZhangVariance({ overnight, session, range }: DayParts<number>, days: number): number {
  const k = 0.34 / (1.34 + (days + 1) / (days - 1));
  return overnight + k * session + (1 - k) * range;
}

/** The parts of every day but the first, which has no close before it. */
function columnsOf(bars: OhlcBars): DayParts<Float64Array> {
  const days = Math.max(bars.close.length - 1, 0);
  const parts = Array.from({ length: days }, (_, j) => partsOf(ohlcAt(bars, j + 1), bars.close[j] as number));
  return {
    overnight: Float64Array.from(parts, ({ overnight }) => overnight),
    session: Float64Array.from(parts, ({ session }) => session),
    range: Float64Array.from(parts, ({ range }) => range),
  };
}

/**
 * Annualised volatility of whole days from open, high, low and close: unbiased under drift and under overnight gaps,
 * which it counts; up to 14 times (two days; 8 in the long run) less variance than the variance of closes.
 *
 * The first bar only lends its close: n + 1 bars are n days, and two days are the least that have a variance.
 *
 * @param perYear  days in a year: 252, the sessions of a US exchange, each with the night before it
 * @throws PreconditionError below three bars, of a bar whose prices are not in order, or if `perYear` is not > 0
 * @see Yang and Zhang (2000), J. Business 73(3), 477-491, doi 10.1086/209650
 */
export function yangZhangVol(bars: OhlcBars, perYear = 252): Vol {
  requirePositive('perYear', perYear);
  requireOhlcBars(bars);
  if (bars.close.length < 3)
    throw new PreconditionError('bars', 'must have at least 3 entries', bars.close.length);
  const { overnight, session, range } = columnsOf(bars);
  const variances = { overnight: stdDev(overnight) ** 2, session: stdDev(session) ** 2, range: mean(range) };
  return annualised(yangZhangVariance(variances, range.length), perYear);
}

/** Sample variance from a population deviation. */
const sampleVariance = (stdDev: number, window: number): number => stdDev * stdDev * (window / (window - 1));

/** `yangZhangVol` of the last `window` days (`window` + 1 bars) at every bar. @throws likewise, or if `window` < 2 */
export function rollingYangZhangVol(bars: OhlcBars, window: number, perYear = 252): Aligned {
  requirePeriod('window', window, 2);
  requirePositive('perYear', perYear);
  requireOhlcBars(bars);
  if (bars.close.length <= window) return tooShort(window);
  const columns = columnsOf(bars);
  const overnight = rollingMoments(columns.overnight, window).stdDev.values;
  const session = rollingMoments(columns.session, window).stdDev.values;
  const values = sma(columns.range, window).values.map((range, j) => {
    const variances = {
      overnight: sampleVariance(overnight[j] as number, window),
      session: sampleVariance(session[j] as number, window),
      range,
    };
    return annualised(yangZhangVariance(variances, window), perYear);
  });
  return { first: window, values };
}

export interface YangZhangState {
  /** The last close taken in; absent before the first. */
  readonly previous?: number;
  readonly overnight: SquaresState;
  readonly session: SquaresState;
  readonly range: SmaState;
}

/** `rollingYangZhangVol` one bar at a time, the same bits. @throws PreconditionError likewise, or on a foreign state */
export function yangZhangStream(
  window: number,
  perYear = 252,
  state?: YangZhangState,
): Stream<Ohlc, Vol, YangZhangState> {
  requirePeriod('window', window, 2);
  requirePositive('perYear', perYear);
  const overnights = momentsStream(window, state?.overnight);
  const sessions = momentsStream(window, state?.session);
  const ranges = smaStream(window, state?.range);
  let previous = state?.previous;
  if (previous !== undefined) requirePositive('state.previous', previous);
  return {
    next(bar) {
      requireOhlc(bar);
      const before = previous;
      previous = bar.close;
      if (before === undefined) return undefined;
      const parts = partsOf(bar, before);
      const overnight = overnights.next(parts.overnight);
      const session = sessions.next(parts.session);
      const range = ranges.next(parts.range);
      if (overnight === undefined || session === undefined || range === undefined) return undefined;
      const variances = {
        overnight: sampleVariance(overnight.stdDev, window),
        session: sampleVariance(session.stdDev, window),
        range,
      };
      return annualised(yangZhangVariance(variances, window), perYear);
    },
    snapshot: () => ({
      ...(previous === undefined ? {} : { previous }),
      overnight: overnights.snapshot(),
      session: sessions.snapshot(),
      range: ranges.snapshot(),
    }),
  };
}
