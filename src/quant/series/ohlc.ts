import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { type Bar, type Bars, requireLength } from './bars.ts';

/** One session's prices. */
export interface Ohlc extends Bar {
  readonly open: number;
}

/** Sessions, one column each, all of one length. */
export interface OhlcBars extends Bars {
  readonly open: Float64Array;
}

/** The session in row `i`. */
export const ohlcAt = ({ open, high, low, close }: OhlcBars, i: number): Ohlc => ({
  open: open[i] as number,
  high: high[i] as number,
  low: low[i] as number,
  close: close[i] as number,
});

/**
 * A logarithm of prices needs prices, and a high below the close would make a negative variance.
 *
 * @throws PreconditionError unless the columns have one length and 0 < low <= open, close <= high < infinity in each row
 */
export function requireOhlcBars(bars: OhlcBars): void {
  for (const name of ['open', 'high', 'low'] as const) requireLength(name, bars[name], bars.close.length);
  for (let i = 0; i < bars.close.length; i++) {
    const session = ohlcAt(bars, i);
    if (!isInOrder(session)) refuse(session, `[${i}]`);
  }
}

/** @throws PreconditionError unless 0 < low <= open, close <= high < infinity */
export function requireOhlc(session: Ohlc): void {
  if (!isInOrder(session)) refuse(session, '');
}

const isInOrder = ({ open, high, low, close }: Ohlc): boolean =>
  0 < low && low <= open && low <= close && open <= high && close <= high && high < Number.POSITIVE_INFINITY;

function refuse({ open, high, low, close }: Ohlc, at: string): never {
  requirePositive(`high${at}`, high);
  requirePositive(`low${at}`, low);
  const [name, price] = low <= open && open <= high ? ['close', close] : ['open', open];
  throw new PreconditionError(`${name}${at}`, `must lie between low ${low} and high ${high}`, price);
}
