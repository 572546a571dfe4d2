import { hashOf } from '../core/hash.ts';
import type { History } from '../market/history.ts';
import type { Snapshot } from '../market/snapshot.ts';
import { score as confluence } from '../strategy/confluence.ts';
import type { Held } from '../strategy/held.ts';
import { signalWeights } from '../strategy/plan-signals.ts';
import { regimeThrough } from '../strategy/regime-through.ts';
import type { Regime, Score } from '../strategy/regime-types.ts';
import { readSignals } from '../strategy/signal/read-signals.ts';
import type { Reading } from '../strategy/signal/signal.ts';
import { planHash } from '../strategy/trading-plan.ts';
import { accountState } from './account-state.ts';
import { afterOrders } from './after-orders.ts';
import { caveats } from './caveats.ts';
import type { DaySheet } from './day-sheet.ts';
import { inputsHash } from './inputs-hash.ts';
import { marketView } from './market-view.ts';
import { proposeTrades } from './propose-trades.ts';
import { readMarket } from './read-market.ts';
import { recordingHistory } from './recording-history.ts';
import type { Rules } from './rules.ts';
import { settleExpired } from './settle-expired.ts';

interface Judgement {
  readonly signals: readonly Reading[];
  readonly score: Score;
  readonly regime: Regime;
}

function judge(market: Snapshot, past: History, held: Held, { plan }: Rules): Judgement {
  const weights = Object.fromEntries(signalWeights(plan).map(({ id, weight }) => [id, weight]));
  const signals = readSignals({ session: market.session, past, weights });
  const score = confluence(signals, plan.signals.minVolGroupShare);
  const { rules: _, ...borders } = plan.regime;
  return { signals, score, regime: regimeThrough(past, market.session, held.memory.regime, borders) };
}

/**
 * One trading day: everything known at the decision instant in, one explained sheet out. The same function decides in a
 * back-test, on paper and live; it reads nothing but its arguments (architecture, steps 3 to 8).
 *
 * @param market  the quotes of the session
 * @param past    what was known by then; nothing that became available later can be reached through it
 * @param held    the book and the plan's memory as the day before left them
 */
export function decideDay(market: Snapshot, past: History, held: Held, rules: Rules): DaySheet {
  const known = recordingHistory(past);
  const { book, settled, unsettled } = settleExpired(held.book, known);
  const reading = readMarket(market, known, rules.plan);
  const judgement = judge(market, known, held, rules);
  const account = accountState(book, reading, held.memory, rules);
  const trades = proposeTrades({
    market: reading,
    passport: market.passport,
    book,
    account,
    held,
    rules,
    ...judgement,
  });
  const after = afterOrders({ market: reading, book, account, trades, rules, held });
  const view = marketView(reading, known);
  const sheet = {
    schema: 'alvh.day-sheet/1' as const,
    date: market.session,
    asOf: market.asOf,
    executeOn: reading.executeOn,
    quotes: market.quotes,
    plan: rules.plan.plan,
    passport: market.passport,
    market: view,
    ...judgement,
    decisions: trades.decisions,
    orders: trades.orders,
    ...after,
    events: trades.events,
    caveats: caveats({
      snapshot: market,
      market: reading,
      score: judgement.score,
      decisions: trades.decisions,
      unsettled,
      ...(view.spxClose === undefined ? {} : { close: view.spxClose }),
    }),
    settled: settled.map(({ position, cash, value }) => ({ id: position.id, cash, value })),
    held: {
      book,
      memory: {
        ...held.memory,
        regime: judgement.regime.memory,
        navHigh: account.navHigh,
        navBase: account.navBase,
      },
    },
  };
  const hashes = { inputs: inputsHash(market, known, held), plan: planHash(rules.plan) };
  return { ...sheet, hashes: { ...hashes, decision: hashOf({ ...sheet, hashes }) } };
}
