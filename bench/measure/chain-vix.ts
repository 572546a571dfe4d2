import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber } from '../../src/core/dates.ts';
import type { IsoDate } from '../../src/core/units.ts';
import { readFile } from '../../src/data/read-file.ts';
import type { ChainItem, ReadItem } from '../../src/data/read-item.ts';
import { calendarArbitrage } from '../../src/market/calendar-arbitrage.ts';
import type { Chain, QuoteColumns } from '../../src/market/chain.ts';
import { checkChain } from '../../src/market/chain-check.ts';
import type { Series } from '../../src/market/history.ts';
import { fitSmile, smileVol } from '../../src/market/smile.ts';
import { smileQuotes } from '../../src/market/smile-quotes.ts';
import { type ExpirationView, readSurface } from '../../src/market/surface.ts';
import { vixFromChain } from '../../src/market/vix-from-chain.ts';
import { GATHERED } from '../shared-root.ts';

const FOLDERS = ['spx_2019_cboe_delayed', 'cboe_quotedata'] as const;
/** An index level this near the published close, in points, was printed at the close. */
const AT_CLOSE = 0.02;
/** Smiles of the condor rungs: what the fit is judged on. */
const SMILE_DTE = { from: 5, to: 60 };

/** Quotes a condor lives on, in standard deviations of the money: as `fitSmile` judges itself. */
const JUDGED_DEVIATIONS = 2.5;

/** VIX of one chain against the day's published values. */
export interface ChainVix {
  readonly file: string;
  readonly session: IsoDate;
  readonly value: number;
  readonly close: number;
  readonly low: number;
  readonly high: number;
  /** The index level beside the quotes is the session's close. */
  readonly isAtClose: boolean;
}

/** The smiles of one chain, over the quotes within 2.5 standard deviations. */
export interface ChainSmiles {
  readonly fits: number;
  readonly failures: number;
  /** Fitted vol between bid and ask: quotes, and those that are. */
  readonly judged: number;
  readonly inside: number;
  /** The same for every second strike, priced by a fit that never saw it. */
  readonly unseen: number;
  readonly unseenInside: number;
  /** Vol error of each fit, vol points. */
  readonly errors: readonly number[];
  readonly calendarPoints: number;
  readonly calendarViolations: number;
}

export interface ChainMeasures {
  readonly vix: readonly ChainVix[];
  readonly smiles: readonly ChainSmiles[];
  /** Files left out, with the reason. */
  readonly refused: readonly string[];
}

async function itemsOf(path: string): Promise<readonly ReadItem[]> {
  const { items } = await readFile({ name: path, bytes: readFileSync(path), today: GATHERED });
  return items;
}

async function seriesOf(path: string): Promise<Map<string, Series>> {
  const items = await itemsOf(path);
  return new Map(items.flatMap((item) => (item.kind === 'series' ? [[item.name, item] as const] : [])));
}

function valueOn(series: Series | undefined, session: IsoDate): number | undefined {
  const i = series?.days.indexOf(dayNumber(session)) ?? -1;
  return i < 0 ? undefined : series?.values[i];
}

/** A chain without its odd-numbered strikes. */
function thinned(chain: Chain): Chain {
  const even = (column: Float64Array): Float64Array => column.filter((_, i) => i % 2 === 0);
  const side = ({ bid, ask }: QuoteColumns): QuoteColumns => ({ bid: even(bid), ask: even(ask) });
  return { ...chain, strikes: even(chain.strikes), call: side(chain.call), put: side(chain.put) };
}

/** Quotes the thinned fit never saw, within 2.5 standard deviations, and how many it prices between bid and ask. */
function unseenOf({ chain, forward, expiry }: ExpirationView): readonly [number, number] {
  const fitted = fitSmile(thinned(chain), forward, expiry);
  if (!fitted.ok) return [0, 0];
  const { atmVol, quotes } = fitted.value;
  const reach = JUDGED_DEVIATIONS * atmVol * Math.sqrt(expiry);
  const seen = new Set(quotes.map(({ strike }) => strike));
  const unseen = smileQuotes(chain, forward, expiry).filter(
    ({ strike }) => !seen.has(strike) && Math.abs(Math.log(strike / forward.forward)) <= reach,
  );
  const inside = unseen.filter(({ strike, bidVol, askVol }) => {
    const vol = smileVol(fitted.value, strike);
    return vol >= bidVol && vol <= askVol;
  });
  return [unseen.length, inside.length];
}

function smilesOf({ snapshot }: ChainItem): ChainSmiles {
  const surface = readSurface(snapshot);
  const wanted = surface.expirations.filter(({ dte }) => dte >= SMILE_DTE.from && dte <= SMILE_DTE.to);
  const smiles = wanted.flatMap(({ smile }) => (smile === undefined ? [] : [smile]));
  const calendar = calendarArbitrage({ expirations: wanted });
  const inside = smiles.reduce((sum, smile) => sum + smile.insideSpread * smile.judged, 0);
  const unseen = wanted.map(unseenOf);
  return {
    fits: smiles.length,
    failures: wanted.length - smiles.length,
    judged: smiles.reduce((sum, smile) => sum + smile.judged, 0),
    inside: Math.round(inside),
    unseen: unseen.reduce((sum, [count]) => sum + count, 0),
    unseenInside: unseen.reduce((sum, [, within]) => sum + within, 0),
    errors: smiles.map(({ rmse }) => 100 * rmse),
    calendarPoints: calendar.pointsChecked,
    calendarViolations: calendar.violations,
  };
}

interface Published {
  readonly vix: ReadonlyMap<string, Series>;
  readonly spx: ReadonlyMap<string, Series>;
}

function vixOf(file: string, { snapshot }: ChainItem, { vix, spx }: Published): ChainVix | string {
  const computed = vixFromChain(readSurface(snapshot, []));
  if (!computed.ok) return computed.failure.detail;
  const { session, spot } = snapshot;
  const [close, low, high] = ['close', 'low', 'high'].map((field) =>
    valueOn(vix.get(`VIX.${field}`), session),
  );
  if (close === undefined || low === undefined || high === undefined) return 'no published VIX that day';
  const index = valueOn(spx.get('SPX.close'), session);
  const isAtClose = spot !== undefined && index !== undefined && Math.abs(spot - index) <= AT_CLOSE;
  return { file, session, value: computed.value.value, close, low, high, isAtClose };
}

async function measure(root: string): Promise<ChainMeasures> {
  const published: Published = {
    vix: await seriesOf(join(root, 'data', 'index', 'VIX_History.csv')),
    spx: await seriesOf(join(root, 'data', 'index', 'SPX_yahoo_ohlc.csv.gz')),
  };
  const vix: ChainVix[] = [];
  const smiles: ChainSmiles[] = [];
  const refused: string[] = [];
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(root, 'data', 'options', folder)).sort()) {
      for (const item of await itemsOf(join(root, 'data', 'options', folder, file))) {
        if (item.kind !== 'chain' || item.snapshot.underlying !== 'SPX') continue;
        const { passport } = checkChain(item.snapshot, item.counts, file);
        const one =
          passport.verdict === 'refuse' ? passport.reasons.join('; ') : vixOf(file, item, published);
        if (typeof one === 'string') refused.push(`${file}: ${one}`);
        else {
          vix.push(one);
          smiles.push(smilesOf(item));
        }
      }
    }
  }
  return { vix, smiles, refused };
}

let running: Promise<ChainMeasures> | undefined;

/** Measures every real SPX chain once; several rows read the result. */
export function measureChains(root: string): Promise<ChainMeasures> {
  running ??= measure(root);
  return running;
}
