import type { DayPassport } from '../market/passport.ts';
import { blackout } from '../strategy/events.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import type { Reason } from '../strategy/reason.ts';
import { asNumber, asPercent, atLeast, below, holds } from '../strategy/reasons.ts';
import type { Regime, Score } from '../strategy/regime-types.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';

/** What the day itself says about opening a condor, before any candidate is looked at (R-C2). */
export interface DayGates {
  readonly reasons: readonly Reason[];
  /** Regime permission times the events' scale. */
  readonly regimeScale: number;
  readonly drawdownScale: number;
}

export function dayGates(
  input: {
    readonly passport: DayPassport;
    readonly score: Score;
    readonly regime: Regime;
    readonly drawdown: number;
  },
  market: MarketReading,
  plan: TradingPlan,
): DayGates {
  const { passport, score, regime, drawdown } = input;
  const events = blackout(market.executeOn, plan);
  const { corePermission } = plan.regime.rules[regime.label];
  const { halveAt, stopAt, halfSize } = plan.risk.drawdown;
  const valid = score.groups.find(({ group }) => group === 'vol');
  const reasons = [
    holds(
      'R-C2.data',
      passport.chain.verdict !== 'refuse',
      `chain verdict ${passport.chain.verdict}`,
      'a usable chain',
    ),
    holds(
      'R-C2.signals',
      score.sufficient,
      `vol group has ${valid?.validWeight ?? 0} of ${valid?.weight ?? 0}`,
      `>= ${(100 * plan.signals.minVolGroupShare).toFixed(0)} % of its weight`,
    ),
    holds(
      'R-C2.regime',
      corePermission > 0,
      `${regime.label} permits ${(100 * corePermission).toFixed(0)} %`,
      '> 0 %',
    ),
    atLeast('R-C2.score', score.value, plan.core.minScore, asNumber(1)),
    ...events.reasons,
    below('R-C2.drawdown', drawdown, stopAt, asPercent(1)),
  ];
  return {
    reasons,
    regimeScale: corePermission * events.scale,
    drawdownScale: drawdown >= halveAt ? halfSize : 1,
  };
}
