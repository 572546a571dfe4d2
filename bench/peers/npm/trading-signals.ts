import { peerLabel, peerModule } from '../load-peer.ts';
import { batch, type IndicatorPeers } from './indicator-peer.ts';

/** An indicator of `trading-signals`: a value in, perhaps a result out. */
interface Streaming<Value, Result> {
  readonly add: (value: Value) => Result | null;
}

interface MacdResult {
  readonly macd: number;
  readonly signal: number;
  readonly histogram: number;
}

interface BandsResult {
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
}

type Average = Streaming<number, number>;

interface TradingSignals {
  readonly RSI: new (period: number) => Streaming<number, number>;
  readonly EMA: new (period: number) => Average;
  readonly MACD: new (fast: Average, slow: Average, signal: Average) => Streaming<number, MacdResult>;
  readonly ATR: new (
    period: number,
  ) => Streaming<{ readonly high: number; readonly low: number; readonly close: number }, number>;
  readonly BollingerBands: new (period: number, width: number) => Streaming<number, BandsResult>;
}

/** Every value through a fresh indicator; nothing is kept where it says nothing. */
function streamed<Value, Result>(
  values: readonly Value[],
  indicator: Streaming<Value, Result>,
): readonly (Result | undefined)[] {
  return values.map((value) => indicator.add(value) ?? undefined);
}

export async function tradingSignals(): Promise<IndicatorPeers> {
  const lib = await peerModule<TradingSignals>('trading-signals', [
    'RSI',
    'EMA',
    'MACD',
    'ATR',
    'BollingerBands',
  ]);
  const name = peerLabel('trading-signals');
  const seed = 'averages seeded on the first value, not on a mean';
  return {
    rsi: batch(
      name,
      '',
      (_high, _low, close) => streamed(close, new lib.RSI(14)),
      (result) => [result],
    ),
    ema: batch(
      name,
      seed,
      (_high, _low, close) => streamed(close, new lib.EMA(20)),
      (result) => [result],
    ),
    macd: batch(
      name,
      seed,
      (_high, _low, close) => streamed(close, new lib.MACD(new lib.EMA(12), new lib.EMA(26), new lib.EMA(9))),
      (result) => [
        result.map((one) => one?.macd),
        result.map((one) => one?.signal),
        result.map((one) => one?.histogram),
      ],
    ),
    atr: batch(
      name,
      'counts the first bar, which has no close before it',
      (high, low, close) => {
        const bars = close.map((last, i) => ({ high: high[i] ?? last, low: low[i] ?? last, close: last }));
        return streamed(bars, new lib.ATR(14));
      },
      (result) => [result],
    ),
    bollinger: batch(
      name,
      '',
      (_high, _low, close) => streamed(close, new lib.BollingerBands(20, 2)),
      (result) => [
        result.map((one) => one?.upper),
        result.map((one) => one?.middle),
        result.map((one) => one?.lower),
      ],
    ),
  };
}
