import { peerLabel, peerModule } from '../load-peer.ts';
import { batch, type IndicatorPeers } from './indicator-peer.ts';

interface TechnicalIndicators {
  readonly rsi: (input: { period: number; values: number[] }) => number[];
  readonly ema: (input: { period: number; values: number[] }) => number[];
  readonly macd: (input: {
    values: number[];
    fastPeriod: number;
    slowPeriod: number;
    signalPeriod: number;
    SimpleMAOscillator: boolean;
    SimpleMASignal: boolean;
  }) => readonly { readonly MACD?: number; readonly signal?: number; readonly histogram?: number }[];
  readonly atr: (input: { period: number; high: number[]; low: number[]; close: number[] }) => number[];
  readonly bollingerbands: (input: {
    period: number;
    values: number[];
    stdDev: number;
  }) => readonly { readonly upper: number; readonly middle: number; readonly lower: number }[];
}

export async function technicalIndicators(): Promise<IndicatorPeers> {
  const lib = await peerModule<TechnicalIndicators>('technicalindicators', [
    'rsi',
    'ema',
    'macd',
    'atr',
    'bollingerbands',
  ]);
  const name = peerLabel('technicalindicators');
  return {
    rsi: batch(
      name,
      'rounds to two decimals',
      (_high, _low, values) => lib.rsi({ period: 14, values }),
      (result) => [result],
    ),
    ema: batch(
      name,
      '',
      (_high, _low, values) => lib.ema({ period: 20, values }),
      (result) => [result],
    ),
    macd: batch(
      name,
      'the fast average starts on the first bar, TA-Lib starts both together',
      (_high, _low, values) =>
        lib.macd({
          values,
          fastPeriod: 12,
          slowPeriod: 26,
          signalPeriod: 9,
          SimpleMAOscillator: false,
          SimpleMASignal: false,
        }),
      (result) => [
        result.map(({ MACD }) => MACD),
        result.map(({ signal }) => signal),
        result.map(({ histogram }) => histogram),
      ],
    ),
    atr: batch(
      name,
      '',
      (high, low, close) => lib.atr({ period: 14, high, low, close }),
      (result) => [result],
    ),
    bollinger: batch(
      name,
      '',
      (_high, _low, values) => lib.bollingerbands({ period: 20, values, stdDev: 2 }),
      (result) => [
        result.map(({ upper }) => upper),
        result.map(({ middle }) => middle),
        result.map(({ lower }) => lower),
      ],
    ),
  };
}
