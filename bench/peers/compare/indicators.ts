import { normalDraw, seededRandom } from '../../../src/core/random.ts';
import type { Aligned } from '../../../src/quant/series/aligned.ts';
import { atr } from '../../../src/quant/series/atr.ts';
import type { Bars } from '../../../src/quant/series/bars.ts';
import { bollinger } from '../../../src/quant/series/bollinger.ts';
import { ema } from '../../../src/quant/series/ema.ts';
import { macd } from '../../../src/quant/series/macd.ts';
import { rsi } from '../../../src/quant/series/rsi.ts';
import { worstOf } from '../../measure/vectors.ts';
import type { Pass } from '../best-of.ts';
import type { Indicator } from '../npm/indicator-peer.ts';
import { sink } from '../sink.ts';
import type { Comparison } from './comparison.ts';
import {
  compiledContender,
  contest,
  judgedOn,
  npmContender,
  npmField,
  our,
  type Reference,
  taLibField,
} from './contest.ts';

/** Other kernels of ours by id: `{ streaming: { rsi: (bars) => () => ... } }`. */
export type OurIndicators = Readonly<
  Record<string, Readonly<Partial<Record<Indicator, (bars: Bars) => Pass>>>>
>;

const COUNT = 10_000;
/** Averages remember how they were seeded; libraries seed differently, and after so many bars it no longer shows. */
const SETTLED = 500;

/** A random walk of daily bars about 5000, one percent a day. */
function randomBars(count = COUNT, seed = 4): Bars {
  const random = seededRandom(seed);
  const close = new Float64Array(count);
  const high = new Float64Array(count);
  const low = new Float64Array(count);
  let last = 5000;
  for (let i = 0; i < count; i++) {
    const open = last;
    last *= Math.exp(0.01 * normalDraw(random));
    close[i] = last;
    high[i] = Math.max(open, last) * (1 + 0.003 * random());
    low[i] = Math.min(open, last) * (1 - 0.003 * random());
  }
  return { high, low, close };
}

const OURS: Readonly<Record<Indicator, (bars: Bars) => readonly Aligned[]>> = {
  rsi: ({ close }) => [rsi(close)],
  ema: ({ close }) => [ema(close, 20)],
  macd: ({ close }) => {
    const { line, signal, histogram } = macd(close);
    return [line, signal, histogram];
  },
  atr: (bars) => [atr(bars)],
  bollinger: ({ close }) => {
    const { upper, middle, lower } = bollinger(close);
    return [upper, middle, lower];
  },
};

const batch =
  (indicator: Indicator) =>
  (bars: Bars): Pass =>
  () => {
    sink.sum += OURS[indicator](bars)[0]?.values.length ?? 0;
    return bars.close.length;
  };

/** Difference from ours, as a share of the close (of 100 for RSI), once the seeds are forgotten. */
const againstOurs = (indicator: Indicator, bars: Bars): Reference<Bars> => ({
  input: bars,
  judge: (answers) => [
    {
      what: `difference from ours after ${SETTLED} bars, as a share of the ${indicator === 'rsi' ? 'scale' : 'close'}:`,
      ...worstOf(
        OURS[indicator](bars).flatMap(({ first, values }, column) => {
          const theirs = answers[column];
          if (theirs === undefined) return [];
          return Array.from(values.subarray(SETTLED), (value, j) => {
            const bar = first + SETTLED + j;
            const scale = indicator === 'rsi' ? 100 : (bars.close[bar] as number);
            return {
              error: Math.abs((theirs[bar] as number) - value) / scale,
              at: `column ${column}, bar ${bar}`,
            };
          });
        }),
      ),
    },
  ],
});

async function compareOne(indicator: Indicator, bars: Bars, ours: OurIndicators): Promise<Comparison> {
  const others = Object.entries(ours).flatMap(([id, kernels]) => {
    const kernel = kernels[indicator];
    return kernel === undefined ? [] : [our(id, kernel(bars))];
  });
  const references = [againstOurs(indicator, bars)];
  return contest({
    task: `indicator.${indicator}`,
    item: 'bar',
    ours: [our('batch', batch(indicator)(bars)), ...others],
    fields: [
      await taLibField((talib) => [
        compiledContender(
          { id: 'ta-lib', name: `TA-Lib ${talib.version}` },
          talib.indicator(bars, indicator),
          judgedOn(references, (on) => talib.indicator(on, indicator)),
        ),
      ]),
      await npmField(async (npm) =>
        (await npm.indicators()).map((peers) => npmContender(peers[indicator], bars, references)),
      ),
    ],
    rounds: { rounds: 5, minMs: 30 },
  });
}

/** RSI 14, EMA 20, MACD, ATR 14 and Bollinger 20/2 over ten thousand bars, with TA-Lib in C and the npm packages. */
export async function compareIndicators(ours: OurIndicators = {}): Promise<readonly Comparison[]> {
  const bars = randomBars();
  const comparisons: Comparison[] = [];
  for (const indicator of Object.keys(OURS) as Indicator[])
    comparisons.push(await compareOne(indicator, bars, ours));
  return comparisons;
}
