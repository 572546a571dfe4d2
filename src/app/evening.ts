import { newYorkInstant } from '../core/new-york.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type EpochMs, epochMs, type IsoDate, points } from '../core/units.ts';
import type { ChainSnapshot } from '../market/chain.ts';
import { type History, historyThrough, observationOn } from '../market/history.ts';
import { sampleMarket } from '../market/sample-day.ts';
import { nextSession, sessionOpen } from '../market/session-calendar.ts';
import type { Snapshot } from '../market/snapshot.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';
import { dayPassport } from './data-passport.ts';
import { dateData, noChain } from './decision-date.ts';
import type { MarketData } from './read-market-data.ts';
import { SERIES_READ } from './series-read.ts';

/** Where and when the day is decided: the market shown, and the past known by then. */
export interface Evening {
  readonly snapshot: Snapshot;
  readonly past: History;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The instant a session is decided at: the plan's time, or the time the quotes were taken when that is later. A file
 * fetched over the weekend belongs to Friday's session and is decided before the next one opens.
 */
export function decisionInstant(session: IsoDate, chain: ChainSnapshot, plan: TradingPlan): EpochMs {
  return epochMs(Math.max(newYorkInstant(session, minutesOf(plan.execution.decisionTime)), chain.asOf));
}

/** The evening of a session in the lake; a problem when its chain is missing, refused or taken too late. */
export async function eveningOf(
  market: MarketData,
  session: IsoDate,
  plan: TradingPlan,
): Promise<Result<Evening, readonly Problem[]>> {
  const spxChain = await market.chainSnapshot('SPX', session);
  if (spxChain === undefined) return fail(noChain(market, session));
  const asOf = decisionInstant(session, spxChain, plan);
  const opens = sessionOpen(nextSession(session));
  if (asOf >= opens)
    return fail(
      dateData('has quotes taken after the next session opened', 'import a chain taken before it', session),
    );
  const past = historyThrough(market.series, market.vx, asOf);
  const spx = spxChain.spot ?? observationOn(past.series('SPX.close'), session)?.value;
  const passport = dayPassport(market, session, asOf, SERIES_READ);
  if (spx === undefined || passport === undefined) {
    return fail(dateData('has a chain without an index level', 'import the SPX closes of that day', session));
  }
  const vix = await market.chainSnapshot('VIX', session);
  const vixChain = vix !== undefined && vix.asOf <= asOf ? { vixChain: vix } : {};
  return ok({
    past,
    snapshot: { session, asOf, quotes: spxChain.quotes, spx: points(spx), spxChain, ...vixChain, passport },
  });
}

/** Until data is imported the day decided is a generated one, and says so on every line. */
export function sampleEvening(): Evening {
  const { snapshot, series, vx } = sampleMarket();
  return { snapshot, past: historyThrough(series, vx, snapshot.asOf) };
}
