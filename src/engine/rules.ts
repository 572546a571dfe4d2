import type { FeeSchedule } from '../portfolio/fees.ts';
import type { MarginConvention } from '../portfolio/margin-report.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';

/** What the account's broker charges and requires. */
export interface AccountTerms {
  readonly marginConvention: MarginConvention;
  readonly fees: readonly FeeSchedule[];
}

/** The plan in force and the terms of the account it runs in. */
export interface Rules {
  readonly plan: TradingPlan;
  readonly account: AccountTerms;
}
