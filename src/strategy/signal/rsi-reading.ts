import { rsi } from '../../quant/series/rsi.ts';

const PERIOD = 14;

/**
 * Bars an RSI is computed from. Wilder's average forgets 1/14 of itself a bar, so what came before 500 bars weighs
 * (13/14)^486 = 2e-16: the same number as on the whole history, at a twentieth of the cost.
 */
export const RSI_BARS = 500;
/** Fewest bars for a reading: after 50 bars past the seed the seed itself still weighs (13/14)^50 = 2.5 %. */
export const RSI_MIN_BARS = 64;

/** RSI(14) of the last close; the caller has checked that there are `RSI_MIN_BARS` of them. */
export function lastRsi(closes: Float64Array): number {
  return rsi(closes, PERIOD).values.at(-1) ?? 50;
}
