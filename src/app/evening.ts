import { isIsoDate } from '../core/dates.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type IsoDate, points } from '../core/units.ts';
import { type History, historyThrough, observationOn } from '../market/history.ts';
import { nextSession, sessionOpen } from '../market/session-calendar.ts';
import type { Snapshot } from '../market/snapshot.ts';
import type { DemoChoice } from '../model/demo/demo-market.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';
import { dayPassport } from './data-passport.ts';
import { dateData, noChain, noQuotes } from './decision-date.ts';
import { decisionInstant } from './decision-instant.ts';
import { asksForSimulation, demoChoice, type SimulationOptions } from './demo-choice.ts';
import { modelledEvening } from './modelled-evening.ts';
import { newestModelled } from './modelled-session.ts';
import type { MarketData } from './read-market-data.ts';
import { SERIES_READ } from './series-read.ts';

/** Where and when the day is decided: the market shown, and the past known by then. */
export interface Evening {
  readonly snapshot: Snapshot;
  readonly past: History;
}

/** The evening of a session in the lake; a problem when its chain is missing, refused or taken too late. */
async function eveningOf(
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

/** As `simulatedEvening`; a day on real quotes does not load what makes them. */
async function simulated(choice: DemoChoice, date?: IsoDate): Promise<Result<Evening, readonly Problem[]>> {
  const { simulatedEvening } = await import('./simulated-evening.ts');
  return simulatedEvening(choice, date);
}

/** What is asked of an evening. */
export interface EveningRequest extends SimulationOptions {
  /** The session to decide; the newest one with a usable SPX chain, or that can be modelled, when absent. */
  readonly date?: string;
  /** Today in New York; a later session is not taken. */
  readonly today: IsoDate;
}

/**
 * The evening a request is about: that of the quotes it asks for, else the lake's. A lake without one usable chain shows
 * the simulated market's last day, unless a date was named: nobody who asks for March 2020 is handed an invented one.
 */
export async function chosenEvening(
  market: MarketData,
  { date, today, ...options }: EveningRequest,
  plan: TradingPlan,
): Promise<Result<Evening, readonly Problem[]>> {
  const choice = demoChoice(options);
  if (!choice.ok) return choice;
  const asked = date !== undefined && isIsoDate(date) ? date : undefined;
  const { quotes } = options;
  if (quotes === 'modelled') {
    const session = asked ?? newestModelled(market, today);
    return session === undefined ? fail(noQuotes(quotes)) : modelledEvening(market, session, plan);
  }
  if (asksForSimulation(options)) return simulated(choice.value, asked);
  const session = asked ?? market.sessionsWithChains('SPX').findLast((one) => one <= today);
  if (session !== undefined) return eveningOf(market, session, plan);
  return quotes === 'real' ? fail(noQuotes(quotes)) : simulated(choice.value);
}
