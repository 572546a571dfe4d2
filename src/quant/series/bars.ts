import { PreconditionError } from '../../core/errors.ts';
import { requireSeries, requireValue } from './series-input.ts';

/** High, low and close of one bar. */
export interface Bar {
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** Bars, one column each, all of one length. */
export interface Bars {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** @throws PreconditionError unless the columns are finite, of one length, and high >= low everywhere */
export function requireBars({ high, low, close }: Bars): void {
  requireLength('high', high, close.length);
  requireLength('low', low, close.length);
  requireSeries('high', high);
  requireSeries('low', low);
  requireSeries('close', close);
  requireHighsOverLows(high, low);
}

/** Eight at a time, as in `requireSeries`. */
function requireHighsOverLows(high: Float64Array, low: Float64Array): void {
  let last = 7;
  while (last < high.length && areEightOver(high, low, last)) last += 8;
  for (let i = last - 7; i < high.length; i++) {
    const [above, below] = [high[i] as number, low[i] as number];
    if (above < below) throw new PreconditionError(`high[${i}]`, `must be >= low[${i}] (${below})`, above);
  }
}

/** Whether eight highs are at or over their lows, up to and with entry `last`. */
const areEightOver = (high: Float64Array, low: Float64Array, last: number): boolean =>
  (high[last] as number) >= (low[last] as number) &&
  (high[last - 1] as number) >= (low[last - 1] as number) &&
  (high[last - 2] as number) >= (low[last - 2] as number) &&
  (high[last - 3] as number) >= (low[last - 3] as number) &&
  (high[last - 4] as number) >= (low[last - 4] as number) &&
  (high[last - 5] as number) >= (low[last - 5] as number) &&
  (high[last - 6] as number) >= (low[last - 6] as number) &&
  (high[last - 7] as number) >= (low[last - 7] as number);

/** @throws PreconditionError unless the bar is finite with high >= low */
export function requireBar({ high, low, close }: Bar): void {
  requireValue('high', high);
  requireValue('low', low);
  requireValue('close', close);
  if (high < low) throw new PreconditionError('high', `must be >= low (${low})`, high);
}

/** @throws PreconditionError unless the column has `length` entries */
export function requireLength(name: string, column: Float64Array, length: number): void {
  if (column.length !== length)
    throw new PreconditionError(name, `must have ${length} entries`, column.length);
}
