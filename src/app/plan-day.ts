import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { DaySheet } from '../engine/day-sheet.ts';
import { decideDay } from '../engine/decide-day.ts';
import type { Rules } from '../engine/rules.ts';
import type { Held } from '../strategy/held.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';
import { loadAccount } from './account.ts';
import { loadBook } from './book-file.ts';
import { dateProblem } from './decision-date.ts';
import { chosenEvening, type Evening, type EveningRequest } from './evening.ts';
import { loadPlan } from './load-plan.ts';
import { MODELLED_SERIES_READ } from './modelled-evening.ts';
import { type MarketData, openMarketData } from './read-market-data.ts';
import { SERIES_READ } from './series-read.ts';
import { withSignalHistory } from './signal-history.ts';

export interface PlanDayRequest extends EveningRequest {
  readonly home: string;
  /** Name of a built-in plan or path of a file. */
  readonly plan?: string;
}

type Problems = readonly Problem[];

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

/** An evening with the sheet that was decided on it. */
export interface DecidedEvening extends Evening {
  readonly sheet: DaySheet;
  readonly plan: TradingPlan;
}

async function decide(
  market: MarketData,
  request: PlanDayRequest,
): Promise<Result<DecidedEvening, Problems>> {
  const set = desk(request);
  if (!set.ok) return set;
  const { rules, held } = set.value;
  const found = await chosenEvening(market, request, rules.plan);
  if (!found.ok) return found;
  const { snapshot, past } = found.value;
  return ok({ ...found.value, plan: rules.plan, sheet: decideDay(snapshot, past, held, rules) });
}

/** Decides one day from what a home folder holds, and keeps what it was decided on. */
export async function decideEvening(request: PlanDayRequest): Promise<Result<DecidedEvening, Problems>> {
  const { date, today, home, quotes } = request;
  const problem = date === undefined ? undefined : dateProblem(date, today);
  if (problem !== undefined) return fail(problem);
  const series = quotes === 'modelled' ? MODELLED_SERIES_READ : SERIES_READ;
  return decide(await openMarketData(home, series), request);
}

/** Decides one day from an open lake: for callers that decide many. */
export async function planDayFrom(
  market: MarketData,
  request: PlanDayRequest,
): Promise<Result<DaySheet, Problems>> {
  const decided = await decide(market, request);
  return decided.ok ? ok(decided.value.sheet) : decided;
}

/** Decides one day from what a home folder holds: data, plan, account and book in, one sheet out. */
export async function planDay(request: PlanDayRequest): Promise<Result<DaySheet, Problems>> {
  const decided = await decideEvening(request);
  return decided.ok ? ok(decided.value.sheet) : decided;
}

/** The same sheet for a page, with the trail of score and signals to draw; its hashes are those of the sheet. */
export async function planDayPage(request: PlanDayRequest): Promise<Result<DaySheet, Problems>> {
  const decided = await decideEvening(request);
  return decided.ok
    ? ok(withSignalHistory(decided.value.sheet, decided.value.past, decided.value.plan))
    : decided;
}
