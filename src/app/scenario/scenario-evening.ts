import type { Problem } from '../../core/problem.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { DaySheet } from '../../engine/day-sheet.ts';
import { decideDay } from '../../engine/decide-day.ts';
import { readMarket } from '../../engine/read-market.ts';
import type { History } from '../../market/history.ts';
import type { MarketReading } from '../../strategy/market-reading.ts';
import type { TradingPlan } from '../../strategy/trading-plan.ts';
import { loadAccount } from '../account.ts';
import { loadBook } from '../book-file.ts';
import { dateProblem } from '../decision-date.ts';
import { chosenEvening } from '../evening.ts';
import { loadPlan } from '../load-plan.ts';
import type { PlanDayRequest } from '../plan-day.ts';
import { openMarketData } from '../read-market-data.ts';
import { SERIES_READ } from '../series-read.ts';

/** An evening with everything a scenario starts from: the market read, and the sheet that was decided on it. */
export interface ScenarioEvening {
  readonly past: History;
  readonly plan: TradingPlan;
  readonly reading: MarketReading;
  readonly sheet: DaySheet;
}

type Problems = readonly Problem[];

/** The evening `alvh day` decides, as `alvh day` decides it. */
export async function scenarioEvening(request: PlanDayRequest): Promise<Result<ScenarioEvening, Problems>> {
  const { date, today, home } = request;
  const wrong = date === undefined ? undefined : dateProblem(date, today);
  if (wrong !== undefined) return fail(wrong);
  const loaded = loadPlan(request.plan ?? 'steward');
  if (!loaded.ok) return loaded;
  const account = loadAccount(home);
  if (!account.ok) return account;
  const book = loadBook(home, account.value.account);
  if (!book.ok) return book;
  const { plan } = loaded.value;
  const found = await chosenEvening(await openMarketData(home, SERIES_READ), request, plan);
  if (!found.ok) return found;
  const { snapshot, past } = found.value;
  const { marginConvention, fees } = account.value.account;
  const held = { book: book.value, memory: { hedgeFlows: [], lineageRolls: {} } };
  const sheet = decideDay(snapshot, past, held, { plan, account: { marginConvention, fees } });
  return ok({ past, plan, sheet, reading: readMarket(snapshot, past, plan) });
}
