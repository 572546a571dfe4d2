import { isIsoDate } from '../core/dates.ts';
import { newYorkInstant } from '../core/new-york.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type EpochMs, epochMs, type IsoDate, points } from '../core/units.ts';
import type { DaySheet } from '../engine/day-sheet.ts';
import { decideDay } from '../engine/decide-day.ts';
import type { Rules } from '../engine/rules.ts';
import type { ChainSnapshot } from '../market/chain.ts';
import { type History, historyThrough, observationOn } from '../market/history.ts';
import { sampleMarket } from '../market/sample-day.ts';
import { nextSession, sessionOpen, sessionStatus } from '../market/session-calendar.ts';
import type { Snapshot } from '../market/snapshot.ts';
import type { Held } from '../strategy/held.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';
import { loadAccount } from './account.ts';
import { loadBook } from './book-file.ts';
import { dayPassport } from './data-passport.ts';
import { loadPlan } from './load-plan.ts';
import { type MarketData, openMarketData } from './read-market-data.ts';
import { SERIES_READ } from './series-read.ts';

export interface PlanDayRequest {
  readonly home: string;
  /** The session to decide; the newest one with a usable SPX chain when absent. */
  readonly date?: string;
  /** Name of a built-in plan or path of a file. */
  readonly plan?: string;
  /** Today in New York; a later date is refused. */
  readonly today: IsoDate;
}

type Problems = readonly Problem[];
const usage = (what: string, fix: string, value: string): Problems => [
  { kind: 'usage', field: '--date', value, what, fix },
];
const data = (what: string, fix: string, value: string): Problems => [
  { kind: 'data', field: '--date', value, what, fix },
];

/** Where and when the day is decided: the market shown, and the past known by then. */
interface Evening {
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

/** Why a date cannot be decided before any data is looked at. */
function dateProblem(date: string, today: IsoDate): Problems | undefined {
  if (!isIsoDate(date)) return usage('is not a date', 'write it as YYYY-MM-DD', date);
  if (date > today) return usage('lies in the future', `ask for ${today} or earlier`, date);
  const status = sessionStatus(date);
  switch (status.kind) {
    case 'session':
      return undefined;
    case 'holiday':
      return data(
        `is a market holiday (${status.name})`,
        `ask for ${nextSession(date)}, the session after it`,
        date,
      );
    case 'weekend':
      return data('is a weekend', `ask for ${nextSession(date)}, the session after it`, date);
    case 'unknown':
      return data('lies outside the exchange calendar', 'ask for a date from 1990 to 2030', date);
  }
}

function noChain(market: MarketData, date: IsoDate): Problems {
  const passport = market.chainPassport('SPX', date);
  if (passport !== undefined) {
    return data(
      `has an SPX chain that is refused: ${passport.reasons.join('; ')}; ${passport.usable} of ${passport.contracts} quotes usable`,
      'import another chain of that day',
      date,
    );
  }
  const known = market.sessionsWithChains('SPX');
  const nearest = known.findLast((session) => session < date) ?? known[0];
  const have =
    nearest === undefined ? 'import one with `alvh data import PATH`' : `import one, or ask for ${nearest}`;
  return data('has no SPX chain', have, date);
}

async function eveningOf(
  market: MarketData,
  session: IsoDate,
  plan: TradingPlan,
): Promise<Result<Evening, Problems>> {
  const spxChain = await market.chainSnapshot('SPX', session);
  if (spxChain === undefined) return fail(noChain(market, session));
  const asOf = decisionInstant(session, spxChain, plan);
  const opens = sessionOpen(nextSession(session));
  if (asOf >= opens)
    return fail(
      data('has quotes taken after the next session opened', 'import a chain taken before it', session),
    );
  const past = historyThrough(market.series, market.vx, asOf);
  const spx = spxChain.spot ?? observationOn(past.series('SPX.close'), session)?.value;
  const passport = dayPassport(market, session, asOf, SERIES_READ);
  if (spx === undefined || passport === undefined) {
    return fail(data('has a chain without an index level', 'import the SPX closes of that day', session));
  }
  const vix = await market.chainSnapshot('VIX', session);
  const vixChain = vix !== undefined && vix.asOf <= asOf ? { vixChain: vix } : {};
  return ok({
    past,
    snapshot: { session, asOf, quotes: spxChain.quotes, spx: points(spx), spxChain, ...vixChain, passport },
  });
}

/** Until data is imported the day decided is a generated one, and says so on every line. */
function sampleEvening(): Evening {
  const { snapshot, series, vx } = sampleMarket();
  return { snapshot, past: historyThrough(series, vx, snapshot.asOf) };
}

async function evening(
  market: MarketData,
  { date, today }: PlanDayRequest,
  plan: TradingPlan,
): Promise<Result<Evening, Problems>> {
  const session =
    date !== undefined && isIsoDate(date)
      ? date
      : market.sessionsWithChains('SPX').findLast((s) => s <= today);
  if (session !== undefined) return eveningOf(market, session, plan);
  return ok(sampleEvening());
}

interface Desk {
  readonly rules: Rules;
  readonly held: Held;
}

/** The plan, the account and the book a home folder holds. */
function desk(request: PlanDayRequest): Result<Desk, Problems> {
  const plan = loadPlan(request.plan ?? 'steward');
  if (!plan.ok) return plan;
  const account = loadAccount(request.home);
  if (!account.ok) return account;
  const book = loadBook(request.home, account.value.account);
  if (!book.ok) return book;
  const { marginConvention, fees } = account.value.account;
  return ok({
    rules: { plan: plan.value.plan, account: { marginConvention, fees } },
    held: { book: book.value, memory: { hedgeFlows: [], lineageRolls: {} } },
  });
}

/** Decides one day from an open lake: for callers that decide many. */
export async function planDayFrom(
  market: MarketData,
  request: PlanDayRequest,
): Promise<Result<DaySheet, Problems>> {
  const set = desk(request);
  if (!set.ok) return set;
  const { rules, held } = set.value;
  const found = await evening(market, request, rules.plan);
  if (!found.ok) return found;
  const { snapshot, past } = found.value;
  return ok(decideDay(snapshot, past, held, rules));
}

/** Decides one day from what a home folder holds: data, plan, account and book in, one sheet out. */
export async function planDay(request: PlanDayRequest): Promise<Result<DaySheet, Problems>> {
  const { date, today, home } = request;
  const problem = date === undefined ? undefined : dateProblem(date, today);
  return problem === undefined ? planDayFrom(await openMarketData(home, SERIES_READ), request) : fail(problem);
}
