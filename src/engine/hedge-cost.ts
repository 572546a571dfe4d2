import { type Cents, cents, type IsoDate } from '../core/units.ts';
import { sessionsBetween } from '../market/session-calendar.ts';
import type { Held } from '../strategy/held.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';
import type { AccountState } from './account-state.ts';

/**
 * What the hedge cost over the trailing sessions of the plan: premium paid less proceeds less what is still held at its
 * mark (R-H4). Negative when the hedge has earned.
 *
 * A book that was imported carries no flows; what its layers cost then counts from the premiums of the positions held.
 */
export function hedgeCost(held: Held, { marks }: AccountState, session: IsoDate, plan: TradingPlan): Cents {
  const open = marks.positions.filter(({ position }) => position.purpose.startsWith('hedge.'));
  const value = open.reduce((sum, { value: marked, position }) => sum + (marked ?? position.premium), 0);
  const recent = held.memory.hedgeFlows.filter(
    (flow) => sessionsBetween(flow.session, session) <= plan.hedge.budget.sessions,
  );
  const flows = recent.reduce((sum, { amount }) => sum + amount, 0);
  const paid =
    held.memory.hedgeFlows.length > 0 ? flows : open.reduce((sum, { position }) => sum + position.premium, 0);
  return cents(paid - value);
}
