import { type MarketData, openMarketData } from '../../src/app/read-market-data.ts';
import { SERIES_READ } from '../../src/app/series-read.ts';
import { clock, newYorkInstant } from '../../src/core/new-york.ts';
import type { IsoDate } from '../../src/core/units.ts';
import { type History, historyThrough } from '../../src/market/history.ts';
import { sessionsIn } from '../../src/market/session-calendar.ts';
import { score } from '../../src/strategy/confluence.ts';
import { regimeThrough } from '../../src/strategy/regime-through.ts';
import type { Regime, RegimeMemory, Score } from '../../src/strategy/regime-types.ts';
import { readSignals } from '../../src/strategy/signal/read-signals.ts';
import type { Reading } from '../../src/strategy/signal/signal.ts';
import { sharedLake } from './shared-lake.ts';

/** What one evening concluded, chains aside. */
export interface SignalDay {
  readonly session: IsoDate;
  readonly readings: readonly Reading[];
  readonly score: Score;
  readonly regime: Regime;
}

/** The series a day reads, from the shared folder through the product's own import. */
export const importedMarket = async (root: string): Promise<MarketData> =>
  openMarketData(await sharedLake(root), SERIES_READ);

/** What was known at 17:00 of a session. */
export function pastOf({ series, vx }: Pick<MarketData, 'series' | 'vx'>): (session: IsoDate) => History {
  return (session) => historyThrough(series, vx, newYorkInstant(session, clock(17)));
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
