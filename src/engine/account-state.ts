import { type Cents, cents, points } from '../core/units.ts';
import type { Leg } from '../portfolio/leg.ts';
import { regTMargin } from '../portfolio/margin.ts';
import { type BookMark, markBook } from '../portfolio/marks.ts';
import type { Book } from '../portfolio/position.ts';
import type { Memory } from '../strategy/held.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import { markOf } from '../strategy/stress/mark.ts';
import { indexScale, reprice } from '../strategy/stress/reprice.ts';
import { shockOf } from '../strategy/stress/shock.ts';
import type { Rules } from './rules.ts';

/** What the account is worth before today's orders, and what is free in it. */
export interface AccountState {
  readonly marks: BookMark;
  readonly nav: Cents;
  /** Base of all sizing: never above NAV (methodology 3.10). */
  readonly navBase: Cents;
  readonly navHigh: Cents;
  /** Fall from the high, decimal. */
  readonly drawdown: number;
}

/** A position that cannot be marked counts at what it cost; the sheet names it. */
export function accountState(
  book: Book,
  market: MarketReading,
  memory: Memory,
  { plan }: Rules,
): AccountState {
  const marks = markBook(book, (contract) => markOf(market, plan, contract));
  const value = marks.positions.reduce(
    (sum, { value: marked, position }) => sum + (marked ?? position.premium),
    0,
  );
  const nav = marks.nav ?? cents(book.cash + value);
  const navHigh = cents(Math.max(nav, memory.navHigh ?? nav));
  const navBase = cents(Math.min(nav, memory.navBase ?? nav));
  return { marks, nav, navBase, navHigh, drawdown: navHigh > 0 ? 1 - nav / navHigh : 0 };
}

/** A VX future's requirement: a multiple of its loss in the harshest scenario (methodology 4.4). */
const FUTURE_MARGIN_MULTIPLE = 1.2;

/** Reg-T requirement of legs; undefined when a naked VIX short or an unpriced leg makes it unknowable. */
export function marginOf(
  legs: readonly Leg[],
  market: MarketReading,
  { plan, account }: Rules,
): Cents | undefined {
  const report = regTMargin(
    legs,
    {
      asOf: market.session,
      spot: (contract) => points(market.spot / indexScale(contract)),
      price: (contract) => markOf(market, plan, contract)?.value,
      futureMargin: (contract) => {
        const now = markOf(market, plan, contract)?.value;
        const then = reprice(market, plan, contract, shockOf(plan, 'S3'));
        return now === undefined || then === undefined
          ? undefined
          : cents(FUTURE_MARGIN_MULTIPLE * Math.abs(then - now) * contract.multiplier * 100);
      },
    },
    account.marginConvention,
  );
  return report.ok ? report.value.requirement : undefined;
}
