import { peerLabel, peerModule } from '../load-peer.ts';
import { batch, type IndicatorPeers, type Numbers } from './indicator-peer.ts';

interface Indicatorts {
  readonly rsi: (values: number[], config: { period: number }) => Numbers;
  readonly ema: (values: number[], config: { period: number }) => Numbers;
  readonly macd: (
    values: number[],
    config: { fast: number; slow: number; signal: number },
  ) => { readonly macdLine: Numbers; readonly signalLine: Numbers };
  readonly atr: (
    high: number[],
    low: number[],
    close: number[],
    config: { period: number },
  ) => { readonly atrLine: Numbers };
  readonly bb: (
    values: number[],
    config: { period: number },
  ) => { readonly upper: Numbers; readonly middle: Numbers; readonly lower: Numbers };
}

export async function indicatorts(): Promise<IndicatorPeers> {
  const lib = await peerModule<Indicatorts>('indicatorts', ['rsi', 'ema', 'macd', 'atr', 'bb']);
  const name = peerLabel('indicatorts');
  const seed = 'seeded on the first value, not on a mean';
  return {
    rsi: batch(
      name,
      seed,
      (_high, _low, values) => lib.rsi(values, { period: 14 }),
      (result) => [result],
    ),
    ema: batch(
      name,
      seed,
      (_high, _low, values) => lib.ema(values, { period: 20 }),
      (result) => [result],
    ),
    macd: batch(
      name,
      seed,
      (_high, _low, values) => lib.macd(values, { fast: 12, slow: 26, signal: 9 }),
      ({ macdLine, signalLine }) => [macdLine, signalLine],
    ),
    atr: batch(
      name,
      'a plain mean of ranges, not Wilder smoothing',
      (high, low, close) => lib.atr(high, low, close, { period: 14 }),
      ({ atrLine }) => [atrLine],
    ),
    bollinger: batch(
      name,
      '',
      (_high, _low, values) => lib.bb(values, { period: 20 }),
      ({ upper, middle, lower }) => [upper, middle, lower],
    ),
  };
}
