import { type Aligned, alignedAt } from '../../src/quant/series/aligned.ts';
import { atr } from '../../src/quant/series/atr.ts';
import { bollinger } from '../../src/quant/series/bollinger.ts';
import { ema } from '../../src/quant/series/ema.ts';
import { macd } from '../../src/quant/series/macd.ts';
import { rollingStdDev } from '../../src/quant/series/rolling-std-dev.ts';
import { rsi } from '../../src/quant/series/rsi.ts';
import { sma } from '../../src/quant/series/sma.ts';
import {
  type ErrorAt,
  numberIn,
  readVectors,
  relativeError,
  type VectorRow,
  type Worst,
  worstOf,
} from './vectors.ts';

const columnOf = (rows: readonly VectorRow[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => numberIn(row, name));

/** Where only one side has a value the error is infinite: alignment is part of the claim. */
function errorsOf(rows: readonly VectorRow[], column: string, ours: Aligned): readonly ErrorAt[] {
  return rows.flatMap((row, i) => {
    const computed = alignedAt(ours, i);
    if (row[column] === '')
      return computed === undefined ? [] : [{ error: Number.POSITIVE_INFINITY, at: `${column}[${i}]` }];
    return [{ error: relativeError(computed ?? Number.NaN, numberIn(row, column)), at: `${column}[${i}]` }];
  });
}

const table = (root: string): readonly VectorRow[] => readVectors(root, 'vectors', 'indicators_talib.csv');

/** Worst relative error of SMA 20, EMA 20, RSI 14, MACD 12/26/9, ATR 14 and true range (ATR 1) against TA-Lib. */
export function indicatorError(root: string): Worst {
  const rows = table(root);
  const close = columnOf(rows, 'close');
  const { line, signal, histogram } = macd(close);
  const bars = { high: columnOf(rows, 'high'), low: columnOf(rows, 'low'), close };
  const ours: Readonly<Record<string, Aligned>> = {
    sma20: sma(close, 20),
    ema20: ema(close, 20),
    rsi14: rsi(close, 14),
    macd: line,
    macd_signal: signal,
    macd_hist: histogram,
    atr14: atr(bars, 14),
    trange: atr(bars, 1),
  };
  return worstOf(Object.entries(ours).flatMap(([column, series]) => errorsOf(rows, column, series)));
}

/** Worst relative error of Bollinger 20/2 and its standard deviation against TA-Lib, which itself only keeps 1e-8 here. */
export function bollingerError(root: string): Worst {
  const rows = table(root);
  const close = columnOf(rows, 'close');
  const { upper, middle, lower } = bollinger(close, 20, 2);
  return worstOf([
    ...errorsOf(rows, 'bb_upper', upper),
    ...errorsOf(rows, 'bb_middle', middle),
    ...errorsOf(rows, 'bb_lower', lower),
    ...errorsOf(rows, 'stddev20', rollingStdDev(close, 20)),
  ]);
}
