import { planDayFrom } from '../../src/app/plan-day.ts';
import { openMarketData } from '../../src/app/read-market-data.ts';
import { SERIES_READ } from '../../src/app/series-read.ts';
import type { DaySheet } from '../../src/engine/day-sheet.ts';
import { GATHERED } from '../shared-root.ts';
import { sharedLake } from './shared-lake.ts';

/** One decided session with the time its decision took, lake already open. */
export interface DecidedDay {
  readonly sheet: DaySheet;
  readonly milliseconds: number;
}

/** Every session from `from` to `to` with a usable SPX chain, decided under a plan. */
export async function decidedDays(
  root: string,
  plan: string,
  from: string,
  to: string,
): Promise<readonly DecidedDay[]> {
  const home = await sharedLake(root);
  const market = await openMarketData(home, SERIES_READ);
  const days: DecidedDay[] = [];
  for (const date of market.sessionsWithChains('SPX').filter((session) => session >= from && session <= to)) {
    const start = performance.now();
    const sheet = await planDayFrom(market, { home, date, plan, today: GATHERED });
    if (!sheet.ok) throw new Error(`${date}: ${sheet.failure[0]?.what ?? 'no sheet'}`);
    days.push({ sheet: sheet.value, milliseconds: performance.now() - start });
  }
  return days;
}
