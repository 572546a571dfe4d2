import { type DayNumber, dateOfDay, dayNumber, isoDate } from '../../../src/core/dates.ts';
import type { IsoDate } from '../../../src/core/units.ts';
import { mergeSeries } from '../../../src/store/merge-series.ts';
import { heldDraft } from './held-files.ts';

/** Held files of the index closes; where two state one close, the project's order of sources decides. */
const FILES = [
  'GSPC_close_volume.csv.gz',
  'SPX_yahoo_ohlc.csv.gz',
  'VIX_History.csv',
  'VIX_ohlc_to_20260729.csv',
  'VIX9D_yahoo_ohlc.csv',
  'VIX_term_cash_2008_2021.csv',
  'VIX_term_2011_2018.csv',
  'VIX3M_History.csv',
  'VIX6M_History.csv',
  'VVIX_History.csv',
] as const;

const SERIES = {
  spx: 'SPX.close',
  vix: 'VIX.close',
  vix9d: 'VIX9D.close',
  vix3m: 'VIX3M.close',
  vix6m: 'VIX6M.close',
  vvix: 'VVIX.close',
} as const;

export type IndexName = keyof typeof SERIES;
const NAMES = Object.keys(SERIES) as IndexName[];

/** First session of VIX's history. */
const FROM = dayNumber(isoDate('1990-01-02'));

/**
 * Closes by session since 1990, columns of one length. NaN marks a close that does not exist or is not held (VIX on four
 * sessions of the 1990s, the younger indices before their life): these columns are for arithmetic over whole histories,
 * and NaN does not leave the measurements. `closesOn` gives single closes, absent ones absent.
 */
export interface IndexHistory extends Readonly<Record<IndexName, Float64Array>> {
  /** SPX sessions. */
  readonly sessions: readonly IsoDate[];
  /** The sessions as day numbers, ascending. */
  readonly days: Int32Array;
}

/** Closes of one session; an index without one is absent. */
export type Closes = Readonly<Partial<Record<IndexName, number>>>;

async function build(root: string): Promise<IndexHistory> {
  const drafts = await Promise.all(FILES.map((file) => heldDraft(root, 'index', file)));
  const merged = mergeSeries(drafts.flatMap(({ series }) => series));
  const days = (merged.get(SERIES.spx)?.series.days ?? new Int32Array(0)).filter((day) => day >= FROM);
  const column = (name: IndexName): Float64Array => {
    const series = merged.get(SERIES[name])?.series;
    const closes = new Map<DayNumber, number>();
    series?.days.forEach((day, i) => {
      closes.set(day, series.values[i] as number);
    });
    return Float64Array.from(days, (day) => closes.get(day) ?? Number.NaN);
  };
  const [spx, vix, vix9d] = [column('spx'), column('vix'), column('vix9d')];
  const [vix3m, vix6m, vvix] = [column('vix3m'), column('vix6m'), column('vvix')];
  return { sessions: Array.from(days, dateOfDay), days, spx, vix, vix9d, vix3m, vix6m, vvix };
}

let running: Promise<IndexHistory> | undefined;

/** Every SPX session from 1990-01-02 to the last one held, read once a process. */
export function indexHistory(root: string): Promise<IndexHistory> {
  running ??= build(root);
  return running;
}

/** What closed where on a session; nothing on a day that is none. */
export function closesOn(history: IndexHistory, session: IsoDate): Closes {
  const i = history.days.indexOf(dayNumber(session));
  const held = NAMES.filter((name) => i >= 0 && !Number.isNaN(history[name][i]));
  return Object.fromEntries(held.map((name) => [name, history[name][i] as number]));
}
