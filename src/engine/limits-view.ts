import type { Cents } from '../core/units.ts';
import type { Leg } from '../portfolio/leg.ts';
import { type LimitRow, limitRow } from '../strategy/limits.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import { sensitivities } from '../strategy/sizing/sensitivity-caps.ts';
import type { ScenarioRow } from '../strategy/stress/scenario-table.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';

/** What the limits are counted on: the book with this sheet's orders in it. */
export interface LimitInputs {
  readonly market: MarketReading;
  readonly plan: TradingPlan;
  readonly nav: Cents;
  readonly legs: readonly Leg[];
  readonly coreMaxLoss: Cents;
  readonly largestTrade: Cents;
  /** Absent when the requirement cannot be known. */
  readonly margin?: Cents;
  readonly scenarios: readonly ScenarioRow[];
  readonly depth: number;
  readonly hedgeCost: Cents;
}

const BASIS_POINT = 1e-4;

/** Every limit of the plan, used and left (methodology 3.3, 3.9). */
export function limitsView(input: LimitInputs): readonly LimitRow[] {
  const { market, plan, nav, legs } = input;
  const share = (x: number): number => (nav > 0 ? (100 * x) / nav : 0);
  const { theta, vegaLoss, gammaLoss } = sensitivities(market, plan, legs);
  const sizing = input.scenarios.find(({ id }) => id === plan.stress.sizing);
  const { hard } = plan.risk;
  const percent = (x: number): number => 100 * x;
  return [
    limitRow({
      id: 'core',
      label: 'core max loss',
      used: share(input.coreMaxLoss),
      cap: percent(plan.sizing.maxCoreLoss),
      hard: percent(hard.maxCoreLoss),
      unit: '% NAV',
    }),
    limitRow({
      id: 'trade',
      label: 'largest condor',
      used: share(input.largestTrade),
      cap: percent(plan.sizing.maxLossPerTrade),
      hard: percent(hard.maxLossPerTrade),
      unit: '% NAV',
    }),
    ...(input.margin === undefined
      ? []
      : [
          limitRow({
            id: 'margin',
            label: 'margin',
            used: share(input.margin),
            cap: percent(plan.sizing.maxMargin),
            hard: percent(hard.maxMargin),
            unit: '% NAV',
          }),
        ]),
    limitRow({
      id: 'stress',
      label: `${plan.stress.sizing} net loss`,
      used: share(Math.max(0, -(sizing?.net ?? 0))),
      cap: percent(plan.sizing.maxStressLoss),
      unit: '% NAV',
    }),
    limitRow({
      id: 'theta',
      label: 'theta',
      used: share(theta),
      cap: percent(plan.risk.theta.cap * BASIS_POINT),
      unit: '% NAV per day',
    }),
    limitRow({
      id: 'vega',
      label: 'vega loss',
      used: share(vegaLoss),
      cap: percent(plan.risk.maxVegaLoss),
      unit: '% NAV per vol point',
    }),
    limitRow({
      id: 'gamma',
      label: `loss in a ${plan.risk.gammaMove}-sd day`,
      used: share(gammaLoss),
      cap: percent(plan.risk.maxGammaLoss),
      unit: '% NAV',
    }),
    limitRow({
      id: 'hedge-cost',
      label: 'hedge cost, trailing year',
      used: share(input.hedgeCost),
      cap: percent(plan.hedge.budget.navCap),
      hard: percent(hard.maxHedgeCost),
      unit: '% NAV',
    }),
    limitRow({
      id: 'depth',
      label: 'hedge depth',
      used: input.depth,
      cap: plan.hedge.depth.max,
      hard: hard.maxDepth,
      unit: 'multiple',
    }),
  ];
}
