import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Aligned, alignedAt } from './aligned.ts';
import { type AtrState, atr, atrStream } from './atr.ts';
import { bollinger, bollingerStream } from './bollinger.ts';
import { type Divergence, divergences } from './divergence.ts';
import { type DivergenceState, divergenceStream } from './divergence-stream.ts';
import { type EmaState, ema, emaStream } from './ema.ts';
import { type EwmaVolState, ewmaVolSeries, ewmaVolStream } from './ewma-vol.ts';
import { type Gapped, gappedAt } from './gapped.ts';
import { type MacdState, macd, macdStream } from './macd.ts';
import type { Ohlc, OhlcBars } from './ohlc.ts';
import { type OlsSlopeState, olsSlopeStream, rollingOlsSlope } from './ols-slope.ts';
import { percentileRankStream, rollingPercentileRank } from './percentile-rank.ts';
import { type Pivot, pivotStream, pivots } from './pivots.ts';
import { type RealisedVolState, realisedVolStream, rollingRealisedVol } from './realised-vol.ts';
import type { RingState } from './ring.ts';
import { momentsStream, rollingMoments } from './rolling-moments.ts';
import { rollingStdDev, stdDevStream } from './rolling-std-dev.ts';
import { type RsiState, rsi, rsiStream } from './rsi.ts';
import { garmanKlass, parkinson, rogersSatchell } from './session-variance.ts';
import { rollingSessionVol, sessionVolStream } from './session-vol.ts';
import type { SquaresState } from './sliding-squares.ts';
import { type SmaState, sma, smaStream } from './sma.ts';
import type { Stream } from './stream.ts';
import { rollingYangZhangVol, type YangZhangState, yangZhangStream } from './yang-zhang.ts';
import { rollingZScore, type ZScoreState, zScoreStream } from './z-score.ts';

/** What an indicator says at one bar; nothing while it is silent. */
type Said = readonly number[];

/** A stream of any kind over bars. */
interface Feed {
  readonly next: (bar: Ohlc) => Said;
  readonly state: () => unknown;
}

interface Case {
  readonly name: string;
  /** The batch form: what it says at every bar. */
  readonly batch: (bars: OhlcBars, period: number) => readonly Said[];
  readonly start: (period: number, saved?: unknown) => Feed;
}

const feed = <Input, Output, State>(
  make: (state?: State) => Stream<Input, Output, State>,
  saved: unknown,
  inputOf: (bar: Ohlc) => Input,
  said: (output: Output) => Said,
): Feed => {
  const { next, snapshot } = make(saved as State | undefined);
  return {
    next: (bar) => {
      const output = next(inputOf(bar));
      return output === undefined ? [] : said(output);
    },
    state: snapshot,
  };
};

const closeOf = ({ close }: Ohlc): number => close;
const one = (x: number): Said => [x];
const saidBy = (bars: OhlcBars, ...series: readonly Aligned[]): readonly Said[] =>
  Array.from(bars.close, (_, i) => series.flatMap((each) => alignedAt(each, i) ?? []));
const saidWithGaps = (bars: OhlcBars, series: Gapped): readonly Said[] =>
  Array.from(bars.close, (_, i) => gappedAt(series, i) ?? []).map((x) => [x].flat());
const saidAt = <Found extends { readonly confirmedAt: number }>(
  bars: OhlcBars,
  found: readonly Found[],
  said: (one: Found) => Said,
): readonly Said[] =>
  Array.from(bars.close, (_, i) => found.filter(({ confirmedAt }) => confirmedAt === i).flatMap(said));

const RULE = { confirmation: 1, nearest: 1, farthest: 7 };
const periodsOf = (period: number) => ({ fast: period, slow: period + 3, signal: 2 });
const pivotSaid = ({ kind, index, confirmedAt }: Pivot): Said => [
  kind === 'high' ? 1 : -1,
  index,
  confirmedAt,
];
const divergenceSaid = ({ at, first, second, confirmedAt }: Divergence): Said => [
  at === 'highs' ? 1 : -1,
  first,
  second,
  confirmedAt,
];

const AVERAGES: readonly Case[] = [
  {
    name: 'sma',
    batch: (bars, period) => saidBy(bars, sma(bars.close, period)),
    start: (period, saved) => feed((state?: SmaState) => smaStream(period, state), saved, closeOf, one),
  },
  {
    name: 'ema',
    batch: (bars, period) => saidBy(bars, ema(bars.close, period)),
    start: (period, saved) => feed((state?: EmaState) => emaStream(period, state), saved, closeOf, one),
  },
  {
    name: 'rsi',
    batch: (bars, period) => saidBy(bars, rsi(bars.close, period)),
    start: (period, saved) => feed((state?: RsiState) => rsiStream(period, state), saved, closeOf, one),
  },
  {
    name: 'macd',
    batch: (bars, period) => {
      const { line, signal, histogram } = macd(bars.close, periodsOf(period));
      return saidBy(bars, line, signal, histogram);
    },
    start: (period, saved) =>
      feed(
        (state?: MacdState) => macdStream(periodsOf(period), state),
        saved,
        closeOf,
        ({ line, signal, histogram }) => [line, signal, histogram],
      ),
  },
  {
    name: 'atr',
    batch: (bars, period) => saidBy(bars, atr(bars, period)),
    start: (period, saved) =>
      feed(
        (state?: AtrState) => atrStream(period, state),
        saved,
        (bar) => bar,
        one,
      ),
  },
];

const WINDOWS: readonly Case[] = [
  {
    name: 'rollingMoments',
    batch: (bars, period) => {
      const { mean, stdDev } = rollingMoments(bars.close, period);
      return saidBy(bars, mean, stdDev);
    },
    start: (period, saved) =>
      feed(
        (state?: SquaresState) => momentsStream(period, state),
        saved,
        closeOf,
        ({ mean, stdDev }) => [mean, stdDev],
      ),
  },
  {
    name: 'rollingStdDev',
    batch: (bars, period) => saidBy(bars, rollingStdDev(bars.close, period)),
    start: (period, saved) =>
      feed((state?: SquaresState) => stdDevStream(period, state), saved, closeOf, one),
  },
  {
    name: 'bollinger',
    batch: (bars, period) => {
      const { upper, middle, lower } = bollinger(bars.close, period, 1.5);
      return saidBy(bars, upper, middle, lower);
    },
    start: (period, saved) =>
      feed(
        (state?: SquaresState) => bollingerStream(period, 1.5, state),
        saved,
        closeOf,
        ({ upper, middle, lower }) => [upper, middle, lower],
      ),
  },
  {
    name: 'rollingZScore',
    batch: (bars, period) => saidWithGaps(bars, rollingZScore(bars.close, period + 1)),
    start: (period, saved) =>
      feed((state?: ZScoreState) => zScoreStream(period + 1, state), saved, closeOf, one),
  },
  {
    name: 'rollingPercentileRank',
    batch: (bars, period) => saidBy(bars, rollingPercentileRank(bars.close, period)),
    start: (period, saved) =>
      feed((state?: RingState) => percentileRankStream(period, state), saved, closeOf, one),
  },
  {
    name: 'rollingOlsSlope',
    batch: (bars, period) => saidBy(bars, rollingOlsSlope(bars.close, period + 1)),
    start: (period, saved) =>
      feed((state?: OlsSlopeState) => olsSlopeStream(period + 1, state), saved, closeOf, one),
  },
  {
    name: 'ewmaVolSeries',
    batch: (bars, period) => saidBy(bars, ewmaVolSeries(bars.close, 1 - 1 / period, 12)),
    start: (period, saved) =>
      feed((state?: EwmaVolState) => ewmaVolStream(1 - 1 / period, 12, state), saved, closeOf, one),
  },
  {
    name: 'pivots',
    batch: (bars, period) => saidAt(bars, pivots(bars.close, period), pivotSaid),
    start: (period, saved) =>
      feed((state?: RingState) => pivotStream(period, state), saved, closeOf, pivotSaid),
  },
  {
    name: 'divergences',
    batch: (bars) =>
      saidAt(bars, divergences(bars.close, { first: 0, values: bars.high }, RULE), divergenceSaid),
    start: (_, saved) =>
      feed(
        (state?: DivergenceState) => divergenceStream(RULE, state),
        saved,
        ({ close, high }) => ({ price: close, oscillator: high }),
        divergenceSaid,
      ),
  },
];

const VOLATILITIES: readonly Case[] = [
  ...[parkinson, garmanKlass, rogersSatchell].map(
    (variance): Case => ({
      name: `rollingSessionVol of ${variance.name}`,
      batch: (bars, period) => saidBy(bars, rollingSessionVol(bars, variance, period, 52)),
      start: (period, saved) =>
        feed(
          (state?: SmaState) => sessionVolStream(variance, period, 52, state),
          saved,
          (bar) => bar,
          one,
        ),
    }),
  ),
  {
    name: 'rollingYangZhangVol',
    batch: (bars, period) => saidBy(bars, rollingYangZhangVol(bars, period + 1)),
    start: (period, saved) =>
      feed(
        (state?: YangZhangState) => yangZhangStream(period + 1, 252, state),
        saved,
        (bar) => bar,
        one,
      ),
  },
  {
    name: 'rollingRealisedVol',
    batch: (bars, period) => saidBy(bars, rollingRealisedVol(bars.close, period + 1)),
    start: (period, saved) =>
      feed((state?: RealisedVolState) => realisedVolStream(period + 1, 252, state), saved, closeOf, one),
  },
];

/** Values of ordinary size, repeated ones, both zeros, and now and then a wild one. */
const anyValue = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 5, 7) },
  { weight: 1, arbitrary: fc.constantFrom(1e12, -1e12) },
);
const anyPrice = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 1, max: 1000, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(5, 7) },
  { weight: 1, arbitrary: fc.constantFrom(1e-9, 1e12) },
);
const barOf = ([a, b, c, d]: readonly [number, number, number, number]): Ohlc => {
  const [low, first, second, high] = [a, b, c, d].sort((x, y) => x - y) as [number, number, number, number];
  return a < c ? { open: first, high, low, close: second } : { open: second, high, low, close: first };
};
const barsOf = (price: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(price, price, price, price).map(barOf), { maxLength: 90 });
const columnsOf = (bars: readonly Ohlc[]): OhlcBars => ({
  open: Float64Array.from(bars, ({ open }) => open),
  high: Float64Array.from(bars, ({ high }) => high),
  low: Float64Array.from(bars, ({ low }) => low),
  close: Float64Array.from(bars, ({ close }) => close),
});

/** Every bar through a stream that is stopped before bar `cut` and started again from a copy of what it remembered. */
function streamed(
  { start }: Case,
  bars: readonly Ohlc[],
  { period, cut, copy }: { period: number; cut: number; copy: (state: unknown) => unknown },
): readonly Said[] {
  const before = start(period);
  const early = bars.slice(0, cut).map((bar) => before.next(bar));
  const after = start(period, copy(before.state()));
  return [...early, ...bars.slice(cut).map((bar) => after.next(bar))];
}

const asJson = (state: unknown): unknown => JSON.parse(JSON.stringify(state));
/** JSON has no -0. */
const sameButForZeros = (a: number | undefined, b: number | undefined): boolean => Object.is(a, b) || a === b;

/** The first bar and line at which they differ. Comparing by hand: a matcher's report of each failure is slow to make. */
function firstDifference(
  stream: readonly Said[],
  batch: readonly Said[],
  same: (a: number | undefined, b: number | undefined) => boolean = Object.is,
): string | undefined {
  for (const [i, said] of stream.entries()) {
    const expected = batch[i] ?? [];
    for (let line = 0; line < Math.max(said.length, expected.length); line++) {
      if (!same(said[line], expected[line])) return `bar ${i}: ${said[line]} for ${expected[line]}`;
    }
  }
  return undefined;
}

describe('a stream gives the bits of its batch form, also when stopped and taken up again', () => {
  const holds = (one: Case, price: fc.Arbitrary<number>): void => {
    fc.assert(
      fc.property(barsOf(price), fc.integer({ min: 1, max: 9 }), fc.nat(90), (bars, period, cut) => {
        const batch = one.batch(columnsOf(bars), period);
        const copied = streamed(one, bars, { period, cut, copy: structuredClone });
        expect(firstDifference(copied, batch)).toBeUndefined();
        const fromJson = streamed(one, bars, { period, cut, copy: asJson });
        expect(firstDifference(fromJson, batch, sameButForZeros)).toBeUndefined();
      }),
    );
  };

  it.each([...AVERAGES, ...WINDOWS])('$name', (one) => holds(one, anyValue));
  it.each(VOLATILITIES)('$name', (one) => holds(one, anyPrice));

  it.each(AVERAGES.filter(({ name }) => name !== 'atr'))('$name, over ten thousand bars', (one) => {
    const bars = Array.from({ length: 10_000 }, (_, i) => {
      const close = 4000 + 300 * Math.sin(i / 50) + 40 * Math.cos(1.7 * i);
      return { open: close, high: close, low: close, close };
    });
    const stream = streamed(one, bars, { period: 20, cut: 4321, copy: asJson });
    expect(firstDifference(stream, one.batch(columnsOf(bars), 20))).toBeUndefined();
  });
});

describe('a stream refuses', () => {
  const bar = { open: Number.NaN, high: Number.NaN, low: Number.NaN, close: Number.NaN };

  it.each([...AVERAGES, ...WINDOWS, ...VOLATILITIES])('a NaN, and is then as it was: $name', (one) => {
    const stream = one.start(2);
    for (const close of [3, 4, 3, 5]) stream.next({ open: close, high: close, low: close, close });
    const before = stream.state();
    expect(() => stream.next(bar)).toThrow(/must (be|lie)/);
    expect(stream.state()).toEqual(before);
  });

  it.each([...AVERAGES, ...WINDOWS, ...VOLATILITIES].filter(({ name }) => name !== 'divergences'))(
    'a snapshot of another period: $name',
    (one) => {
      const saved = one.start(5).state();
      expect(() => one.start(4, saved)).toThrow(/state\.\w+ must/);
    },
  );

  it('a snapshot that is damaged', () => {
    const saved = smaStream(3).snapshot();
    expect(() => smaStream(3, { ...saved, sum: Number.NaN })).toThrow('state.sum must be finite, was NaN');
    expect(() => smaStream(3, { ...saved, window: { ...saved.window, seen: -1 } })).toThrow(
      'state.seen must be an integer >= 0, was -1',
    );
    expect(() => smaStream(3, { ...saved, window: { ...saved.window, slots: [1] } })).toThrow(
      'state.slots must have 3 entries, was 1',
    );
    expect(() => smaStream(3, { ...saved, window: { ...saved.window, slots: [1, 2, Number.NaN] } })).toThrow(
      'state.slots[2] must be finite, was NaN',
    );
    expect(() => emaStream(3, { period: 3, seen: 1.5, average: 0, partial: 0 })).toThrow('state.seen');
  });
});
