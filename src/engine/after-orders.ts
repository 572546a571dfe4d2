import { cents } from '../core/units.ts';
import { calendarDte } from '../market/settlement.ts';
import { legsOfBook } from '../portfolio/book.ts';
import { greeksOfBook } from '../portfolio/greeks-of-book.ts';
import { positionLabel } from '../portfolio/label.ts';
import type { Leg } from '../portfolio/leg.ts';
import type { Order } from '../portfolio/order.ts';
import type { Book } from '../portfolio/position.ts';
import { bestCandidate } from '../strategy/condor/best-candidate.ts';
import { coreState } from '../strategy/condor/core-state.ts';
import { condorLegs } from '../strategy/condor/quoted-condor.ts';
import type { Held } from '../strategy/held.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import { greeksOf } from '../strategy/stress/greeks-of.ts';
import { scenarioTable } from '../strategy/stress/scenario-table.ts';
import { type AccountState, marginOf } from './account-state.ts';
import type { BookView, DaySheet } from './day-sheet.ts';
import { hedgeCost } from './hedge-cost.ts';
import { limitsView } from './limits-view.ts';
import { payoffView } from './payoff-view.ts';
import type { Trades } from './propose-trades.ts';
import type { Rules } from './rules.ts';

export interface AfterInputs {
  readonly market: MarketReading;
  readonly book: Book;
  readonly account: AccountState;
  readonly trades: Trades;
  readonly rules: Rules;
  readonly held: Held;
}

const orderLegs = (orders: readonly Order[]): readonly Leg[] =>
  orders.flatMap(({ legs, quantity }) =>
    legs.map((leg) => ({ contract: leg.contract, quantity: leg.quantity * quantity })),
  );

function bookView({ market, book, account, rules }: AfterInputs): BookView {
  const legs = legsOfBook(book);
  const greeks = greeksOfBook(legs, (contract) => greeksOf(market, rules.plan, contract));
  return {
    nav: account.nav,
    cash: book.cash,
    positions: account.marks.positions.map(({ position, value, source }) => ({
      id: position.id,
      purpose: position.purpose,
      label: positionLabel(position.legs),
      opened: position.opened,
      dte: Math.min(...position.legs.map(({ contract }) => calendarDte(market.session, contract.expiration))),
      premium: position.premium,
      ...(value === undefined ? {} : { value }),
      ...(source === undefined ? {} : { valueSource: source }),
    })),
    margin: marginOf(legs, market, rules) ?? cents(0),
    greeks: greeks.index,
    volatilityGreeks: greeks.volatility,
  };
}

function payoffOf({ market, trades, rules }: AfterInputs): Pick<DaySheet, 'payoff'> {
  const card = bestCandidate(trades.decisions)?.condor;
  if (card === undefined) return {};
  const contracts = Math.max(card.contracts, 1);
  const legs = condorLegs(card.root, card.expiration, card).map((leg) => ({
    ...leg,
    quantity: leg.quantity * contracts,
  }));
  const multiplier = legs[0]?.contract.multiplier ?? 0;
  const payoff = payoffView(market, rules.plan, {
    subject: `condor.${card.rung}`,
    legs,
    cost: -100 * card.creditNet * multiplier * contracts,
    nearest: card.expiration,
    dte: card.dte,
  });
  return payoff === undefined ? {} : { payoff };
}

/** Steps 7 and 8: stress, limits and payoff of the book as the orders would leave it. */
export function afterOrders(
  input: AfterInputs,
): Pick<DaySheet, 'scenarios' | 'limits' | 'book' | 'payoff' | 'hedge'> {
  const { market, book, account, trades, rules, held } = input;
  const { plan } = rules;
  const legs = [...legsOfBook(book), ...orderLegs(trades.orders)];
  const scenarios = scenarioTable(market, plan, legs, account.nav);
  const kept = book.positions.filter((position) => !trades.closed.includes(position));
  const entered = trades.entries.entered.map(({ card }) => card.maxLoss * card.contracts);
  const coreMaxLoss = cents(
    coreState(kept, market.session, plan).maxLoss + entered.reduce((sum, loss) => sum + loss, 0),
  );
  const margin = marginOf(legs, market, rules);
  const { coverageTarget, coverageReached, sizingLoss } = trades.ladder;
  return {
    scenarios,
    limits: limitsView({
      market,
      plan,
      nav: account.nav,
      legs,
      coreMaxLoss,
      largestTrade: cents(Math.max(0, ...entered)),
      ...(margin === undefined ? {} : { margin }),
      scenarios,
      depth: trades.depth.depth,
      hedgeCost: hedgeCost(held, account, market.session, plan),
    }),
    book: bookView(input),
    ...payoffOf(input),
    hedge: {
      depth: trades.depth.depth,
      coverageTarget,
      ...(coverageReached === undefined ? {} : { coverageReached }),
      sizingLoss,
    },
  };
}
