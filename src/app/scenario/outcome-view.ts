import { ok, type Result } from '../../core/result.ts';
import type { Cents } from '../../core/units.ts';
import { worstClips } from '../../portfolio/scenario/clip.ts';
import { type Outcome, outcomeOf } from '../../portfolio/scenario/outcome.ts';
import type { ScenarioBook, ScenarioLeg } from '../../portfolio/scenario/scenario-book.ts';
import type { ShockOutside } from '../../portfolio/scenario/scenario-failure.ts';
import type { AskedShock } from './asked-shocks.ts';
import type { LegView, OutcomeView } from './scenario-report.ts';

/** A leg as a report shows it. */
export function legView({
  position,
  purpose,
  symbol,
  quantity,
  pricing,
  anchor,
  contract,
  value,
}: ScenarioLeg): LegView {
  return {
    position,
    purpose,
    symbol,
    quantity,
    pricing,
    forward: anchor.kind === 'index' ? anchor.forwardSource : anchor.futureSource,
    vol: contract.kind === 'future' ? 'none' : anchor.volRatio.source,
    value,
  };
}

function viewOf({ id, origin, clipped }: AskedShock, outcome: Outcome, nav: Cents): OutcomeView {
  const { shock, spx, vix, vix3m, vx30, legs, positions, layers, core, hedge, other, total } = outcome;
  return {
    id,
    origin,
    spxMove: shock.spx,
    vixMove: shock.vix,
    days: shock.days,
    levels: { spx, vix, vix3m, vx30 },
    core,
    hedge,
    other,
    total,
    shareOfNav: nav > 0 ? total / nav : 0,
    layers,
    positions,
    legs: legs.map(({ leg, after, hasSettled, pnl }) => ({
      symbol: leg.symbol,
      position: leg.position,
      after,
      hasSettled,
      pnl,
    })),
    clipped: worstClips([...clipped, ...outcome.clipped]),
  };
}

/** What one shock does to the book. @returns the range, for a shock outside it */
export function outcomeView(
  book: ScenarioBook,
  asked: AskedShock,
  nav: Cents,
): Result<OutcomeView, ShockOutside> {
  const outcome = outcomeOf(book, asked.shock);
  return outcome.ok ? ok(viewOf(asked, outcome.value, nav)) : outcome;
}
