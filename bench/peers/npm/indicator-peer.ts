import type { Bars } from '../../../src/quant/series/bars.ts';
import type { Peer, PeerRun } from '../peer.ts';

export type Indicator = 'rsi' | 'ema' | 'macd' | 'atr' | 'bollinger';

/** RSI 14, EMA 20, MACD 12/26/9, ATR 14 and Bollinger 20/2 of one library; several outputs in TA-Lib's order of columns. */
export type IndicatorPeers = Readonly<Record<Indicator, Peer<Bars>>>;

export type Numbers = readonly number[];

/** Results shorter than the bars belong to the last of them. */
function aligned(length: number, values: readonly (number | undefined)[]): Float64Array {
  const out = new Float64Array(length).fill(Number.NaN);
  const shift = length - values.length;
  values.forEach((value, i) => {
    if (value !== undefined) out[i + shift] = value;
  });
  return out;
}

/** A library that takes plain arrays and gives plain arrays back. */
export function batch<Result>(
  name: string,
  note: string,
  compute: (high: number[], low: number[], close: number[]) => Result,
  columnsOf: (result: Result) => readonly (readonly (number | undefined)[])[],
): Peer<Bars> {
  return {
    name,
    note,
    start: (bars): PeerRun => {
      const [high, low, close] = [bars.high, bars.low, bars.close].map((column) => Array.from(column)) as [
        number[],
        number[],
        number[],
      ];
      const run = (): Result => compute(high, low, close);
      return {
        pass: () => {
          run();
          return close.length;
        },
        answers: () => columnsOf(run()).map((values) => aligned(close.length, values)),
      };
    },
  };
}
