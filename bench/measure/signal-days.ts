import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importData } from '../../src/app/import-data.ts';
import { type MarketData, openMarketData } from '../../src/app/read-market-data.ts';
import { isoDate } from '../../src/core/dates.ts';
import { clock, newYorkInstant } from '../../src/core/new-york.ts';
import type { IsoDate } from '../../src/core/units.ts';
import { type History, historyThrough, type Series } from '../../src/market/history.ts';
import { sessionsIn } from '../../src/market/session-calendar.ts';
import { score } from '../../src/strategy/confluence.ts';
import { regimeThrough } from '../../src/strategy/regime-through.ts';
import type { Regime, RegimeMemory, Score } from '../../src/strategy/regime-types.ts';
import { readSignals } from '../../src/strategy/signal/read-signals.ts';
import type { Reading } from '../../src/strategy/signal/signal.ts';

/** What one evening concluded, chains aside. */
export interface SignalDay {
  readonly session: IsoDate;
  readonly readings: readonly Reading[];
  readonly score: Score;
  readonly regime: Regime;
}

/** Files the signals are read from, below `data/`. */
const FOLDERS = ['index', 'vix_futures', 'breadth', 'valuation', 'macro/fred', 'rates', 'etf/yahoo'];
/** Series a signal or the regime asks for; the rest of the lake is left out, or each evening would scan all of it. */
const WANTED =
  /^(SPX|VIX|VIX9D|VIX3M|NYAD)\.close$|^SHILLER\.(price|earnings)$|^(CPIAUCSL|PPIACO|PPIFIS|GDPC1|TB3MS|RBUSBIS)$|^OECD\.(EA19|JPN|GBR)$|^(CASA|TASA|DPSA)CBW027SBOG$|^(SPY|VNQ|SPHB)\.(adjClose|volume)$/;
/** The newest date the files may speak of: the day they were gathered. */
const GATHERED = isoDate('2026-11-20');

/** The shared folder through the product's own import, in a lake that is gone afterwards. */
export async function importedMarket(root: string): Promise<MarketData> {
  const home = mkdtempSync(join(tmpdir(), 'alvh-signals-'));
  try {
    await importData({ home, paths: FOLDERS.map((folder) => join(root, 'data', folder)), today: GATHERED });
    return await openMarketData(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** What was known at 17:00 of a session. */
export function pastOf({ series, vx }: Pick<MarketData, 'series' | 'vx'>): (session: IsoDate) => History {
  const wanted = new Map<string, Series>([...series].filter(([name]) => WANTED.test(name)));
  return (session) => historyThrough(wanted, vx, newYorkInstant(session, clock(17)));
}

/** Every evening from `from` to `to`, each with the memory of the one before. */
export function signalDays(
  market: Pick<MarketData, 'series' | 'vx'>,
  from: IsoDate,
  to: IsoDate,
): readonly SignalDay[] {
  const past = pastOf(market);
  let memory: RegimeMemory | undefined;
  return sessionsIn(from, to).map((session) => {
    const known = past(session);
    const readings = readSignals({ session, past: known });
    const regime = regimeThrough(known, session, memory);
    memory = regime.memory;
    return { session, readings, score: score(readings), regime };
  });
}
