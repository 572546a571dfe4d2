import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber } from '../../src/core/dates.ts';
import { type IsoDate, MINUTES_PER_YEAR } from '../../src/core/units.ts';
import { readFile } from '../../src/data/read-file.ts';
import type { ChainItem, ReadItem } from '../../src/data/read-item.ts';
import { checkChain } from '../../src/market/chain-check.ts';
import type { Series } from '../../src/market/history.ts';
import { type ExpirationView, readSurface } from '../../src/market/surface.ts';
import { mean, median } from '../../src/quant/stats.ts';
import { logReturnMoments, skewness } from '../../src/quant/strip/log-return-moments.ts';
import { skewIndex } from '../../src/quant/strip/skew-index.ts';
import { bracketTenor, varianceAtTenor, volIndexMinutes } from '../../src/quant/strip/vol-index.ts';
import { GATHERED } from '../shared-root.ts';
import { type Cycle, isOfCycle, stripOf } from './model/chain-vol-indices.ts';

const FOLDERS = ['spx_2019_cboe_delayed', 'cboe_quotedata'] as const;
/** An index level this near the published close, in points, was printed at the close. */
const AT_CLOSE = 0.02;

/**
 * VIX and VIX9D use every Friday, AM-settled SPX on third Fridays and SPXW on the others. SKEW uses third Fridays only:
 * with every Friday it misses by points where it now agrees to hundredths. For VIX3M and VIX6M, whose neighbours that far
 * out are mostly third Fridays anyway, the published closes agree with both; the narrower set is the nearer one in 2019.
 */
const CYCLES = {
  VIX9D: 'fridays',
  VIX: 'fridays',
  VIX3M: 'monthlies',
  VIX6M: 'monthlies',
  SKEW: 'monthlies',
} as const satisfies Readonly<Record<string, Cycle>>;

export type TenorIndex = keyof typeof CYCLES;

const PUBLISHED: Readonly<Record<TenorIndex, string>> = {
  VIX9D: 'VIX9D_yahoo_ohlc.csv',
  VIX: 'VIX_History.csv',
  VIX3M: 'VIX3M_History.csv',
  VIX6M: 'VIX6M_History.csv',
  SKEW: 'SKEW_History.csv',
};

/** An index recomputed from a chain taken at the close, beside the published close. */
export interface TenorValue {
  readonly index: TenorIndex;
  readonly session: IsoDate;
  readonly value: number;
  readonly close: number;
}

export interface TenorGap {
  readonly chains: number;
  /** Of |recomputed - published|, index points. */
  readonly median: number;
  /** Of recomputed - published. */
  readonly mean: number;
  readonly worst: number;
  readonly worstOn: IsoDate;
}

/** Gaps of one index; undefined when no chain has it. */
export function tenorGap(values: readonly TenorValue[], index: TenorIndex): TenorGap | undefined {
  const gaps = values
    .filter((one) => one.index === index)
    .map(({ value, close, session }) => ({ gap: value - close, session }));
  const [first, ...others] = gaps;
  if (first === undefined) return undefined;
  const worst = others.reduce((a, b) => (Math.abs(b.gap) > Math.abs(a.gap) ? b : a), first);
  return {
    chains: gaps.length,
    median: median(gaps.map(({ gap }) => Math.abs(gap))),
    mean: mean(gaps.map(({ gap }) => gap)),
    worst: worst.gap,
    worstOn: worst.session,
  };
}

async function itemsOf(path: string): Promise<readonly ReadItem[]> {
  const { items } = await readFile({ name: path, bytes: readFileSync(path), today: GATHERED });
  return items;
}

/** The closes of one published file by day. */
async function closesOf(path: string, name: string): Promise<ReadonlyMap<number, number>> {
  const items = await itemsOf(path);
  const isWanted = (item: ReadItem): item is ReadItem & Series =>
    item.kind === 'series' && item.name === `${name}.close`;
  return new Map(
    items
      .filter(isWanted)
      .flatMap(({ days, values }) =>
        Array.from(days, (day, i): [number, number] => [day, values[i] ?? Number.NaN]),
      ),
  );
}

/** One expiration: what the indices are interpolated from. */
interface Term {
  readonly cycles: readonly Cycle[];
  readonly minutes: number;
  readonly variance: number;
  readonly skewness: number;
}

const cyclesOf = (view: ExpirationView): readonly Cycle[] =>
  (['fridays', 'monthlies'] as const).filter((cycle) => isOfCycle(view, cycle));

function termOf(view: ExpirationView): readonly Term[] {
  const { expiry } = view;
  const cycles = cyclesOf(view);
  if (cycles.length === 0 || !(expiry > 0)) return [];
  const strip = stripOf(view);
  const skew = strip.ok ? skewness(logReturnMoments(strip.value)) : undefined;
  return strip.ok && skew !== undefined
    ? [{ cycles, minutes: expiry * MINUTES_PER_YEAR, variance: strip.value.variance, skewness: skew }]
    : [];
}

function recomputed(terms: readonly Term[], index: TenorIndex): number | undefined {
  const minutes = volIndexMinutes(index === 'SKEW' ? 'VIX' : index);
  const bracket = bracketTenor(
    terms.filter(({ cycles }) => cycles.includes(CYCLES[index])),
    minutes,
  );
  if (!bracket.ok) return undefined;
  if (index === 'SKEW') return skewIndex(bracket.value, minutes);
  const variance = varianceAtTenor(bracket.value, minutes);
  return variance > 0 ? 100 * Math.sqrt(variance) : undefined;
}

type Closes = ReadonlyMap<TenorIndex | 'SPX', ReadonlyMap<number, number>>;

function valuesOf({ snapshot }: ChainItem, closes: Closes): readonly TenorValue[] {
  const { session, spot } = snapshot;
  const level = closes.get('SPX')?.get(dayNumber(session));
  if (spot === undefined || level === undefined || Math.abs(spot - level) > AT_CLOSE) return [];
  const terms = readSurface(snapshot, []).expirations.flatMap(termOf);
  const indices = Object.keys(CYCLES) as TenorIndex[];
  return indices.flatMap((index) => {
    const value = recomputed(terms, index);
    const close = closes.get(index)?.get(dayNumber(session));
    return value === undefined || close === undefined ? [] : [{ index, session, value, close }];
  });
}

async function measure(root: string): Promise<readonly TenorValue[]> {
  const folder = join(root, 'data', 'index');
  const closes = new Map([
    ['SPX' as const, await closesOf(join(folder, 'SPX_yahoo_ohlc.csv.gz'), 'SPX')],
    ...(await Promise.all(
      (Object.keys(PUBLISHED) as TenorIndex[]).map(
        async (index) => [index, await closesOf(join(folder, PUBLISHED[index]), index)] as const,
      ),
    )),
  ]);
  const values: TenorValue[] = [];
  for (const name of FOLDERS) {
    for (const file of readdirSync(join(root, 'data', 'options', name)).sort()) {
      for (const item of await itemsOf(join(root, 'data', 'options', name, file))) {
        if (item.kind !== 'chain' || item.snapshot.underlying !== 'SPX') continue;
        if (checkChain(item.snapshot, item.counts, file).passport.verdict === 'refuse') continue;
        values.push(...valuesOf(item, closes));
      }
    }
  }
  return values;
}

let running: Promise<readonly TenorValue[]> | undefined;

/** VIX9D, VIX, VIX3M, VIX6M and SKEW of every real SPX chain taken at the close; measured once, read by several rows. */
export function measureStripTenors(root: string): Promise<readonly TenorValue[]> {
  running ??= measure(root);
  return running;
}
