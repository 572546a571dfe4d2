import { atr } from '../../src/quant/series/atr.ts';
import { bollinger } from '../../src/quant/series/bollinger.ts';
import { ema } from '../../src/quant/series/ema.ts';
import { macd } from '../../src/quant/series/macd.ts';
import { rsi } from '../../src/quant/series/rsi.ts';
import type { OurIndicators } from './compare/indicators.ts';
import { sink } from './sink.ts';

/** A column of the caller's for each output, as long as the bars: what TA-Lib is given too. */
const columns = (count: number, length: number): readonly Float64Array[] =>
  Array.from({ length: count }, () => new Float64Array(length));

/** Items of a pass: bars, as everyone counts them; the sum keeps the work from being left out. */
function counted(bars: number, first: number | undefined): number {
  sink.sum += first ?? 0;
  return bars;
}

/** The batch indicators writing into columns that are kept, so that no page is touched for the first time while timed. */
const into: OurIndicators[string] = {
  rsi: ({ close }) => {
    const [out] = columns(1, close.length);
    return () => counted(close.length, rsi(close, 14, out).values[0]);
  },
  ema: ({ close }) => {
    const [out] = columns(1, close.length);
    return () => counted(close.length, ema(close, 20, 0, out).values[0]);
  },
  macd: ({ close }) => {
    const [line, signal, histogram] = columns(3, close.length) as [Float64Array, Float64Array, Float64Array];
    return () => counted(close.length, macd(close, undefined, { line, signal, histogram }).line.values[0]);
  },
  atr: (bars) => {
    const [out] = columns(1, bars.close.length);
    return () => counted(bars.close.length, atr(bars, 14, out).values[0]);
  },
  bollinger: ({ close }) => {
    const [upper, middle, lower] = columns(3, close.length) as [Float64Array, Float64Array, Float64Array];
    return () => counted(close.length, bollinger(close, 20, 2, { upper, middle, lower }).middle.values[0]);
  },
};

export const ourIndicators: OurIndicators = { into };
