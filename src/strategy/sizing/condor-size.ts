import type { Cents } from '../../core/units.ts';
import { clip } from '../../quant/stats.ts';
import type { TradingPlan } from '../trading-plan.ts';

export interface SizeInputs {
  readonly navBase: Cents;
  /** Worst case of one condor, net of its credit. */
  readonly maxLoss: Cents;
  readonly marginPerContract: Cents;
  /** Loss of one condor in the sizing scenario. */
  readonly stressLossPerContract: Cents;
  /** Worst case already on the book. */
  readonly openMaxLoss: Cents;
  readonly openMargin: Cents;
  /** Net loss of the book, hedge included, in the sizing scenario; >= 0: a book that gains there adds no room. */
  readonly openStressLoss: Cents;
  /** Expected return, cost of capital and standard deviation over the life of the trade, per unit of max loss. */
  readonly expected: number;
  readonly costOfCapital: number;
  readonly deviation: number;
  readonly score: number;
  readonly regimeScale: number;
  readonly drawdownScale: number;
  /** Caps on what is traded, whatever the score: sensitivities (R-P1) and what the market shows (3.8). */
  readonly otherCaps: readonly SizeCap[];
}

/** One cap and the count it allows before flooring. */
export interface SizeCap {
  readonly id: 'kelly' | 'trade' | 'core' | 'stress' | 'margin' | 'theta' | 'vega' | 'gamma' | 'liquidity';
  readonly contracts: number;
}

export interface CondorSize {
  /** Before flooring. */
  readonly exact: number;
  /** The same without the liquidity cap: what the account could carry, which decides between SPX and XSP (E11). */
  readonly affordable: number;
  readonly contracts: number;
  readonly caps: readonly SizeCap[];
  readonly binding: SizeCap['id'];
  /** Share of full size the score allows. */
  readonly scoreScale: number;
  /** Fraction of NAV the Kelly rule would put at risk. */
  readonly kelly: number;
}

/** g(C): from a half at the entry score to one at `fullAt` (methodology 3.0, E10). */
export const scoreScale = (score: number, plan: TradingPlan): number => {
  const { floor, span, fullAt } = plan.sizing.scoreScale;
  return clip(floor + (span * (score - plan.core.minScore)) / (fullAt - plan.core.minScore), floor, 1);
};

/** f = clip(kappa (mu_T - WACC_T) / sigma_T^2, 0, cap): a fraction of NAV in max loss (methodology 3.7.4). */
const kellyFraction = ({ expected, costOfCapital, deviation }: SizeInputs, plan: TradingPlan): number =>
  deviation > 0
    ? clip((plan.sizing.kelly * (expected - costOfCapital)) / deviation ** 2, 0, plan.sizing.maxLossPerTrade)
    : 0;

/** A count this close below a whole number is that number. */
const DUST = 1e-9;

const room = (cap: number, used: number, each: number): number =>
  each > 0 ? Math.max(0, cap - used) / each : 0;

const smallestOf = (caps: readonly SizeCap[]): SizeCap =>
  caps.reduce((least, cap) => (cap.contracts < least.contracts ? cap : least));

/**
 * How many condors: the smallest of the money caps, scaled by regime, score and drawdown (methodology 3.7.4), then no
 * more than sensitivities and liquidity allow, rounded down. The latter are not scaled: they bound what is traded, and
 * a cap of one contract scaled by a half would forbid what it permits.
 *
 * Hard bounds of the plan are the caller's business; this respects the profile's caps.
 */
export function condorSize(inputs: SizeInputs, plan: TradingPlan): CondorSize {
  const { navBase, maxLoss } = inputs;
  const { maxLossPerTrade, maxCoreLoss, maxMargin, maxStressLoss } = plan.sizing;
  const kelly = kellyFraction(inputs, plan);
  const caps: readonly SizeCap[] = [
    { id: 'kelly', contracts: room(kelly * navBase, 0, maxLoss) },
    { id: 'trade', contracts: room(maxLossPerTrade * navBase, 0, maxLoss) },
    { id: 'core', contracts: room(maxCoreLoss * navBase, inputs.openMaxLoss, maxLoss) },
    {
      id: 'stress',
      contracts:
        inputs.stressLossPerContract > 0
          ? room(maxStressLoss * navBase, inputs.openStressLoss, inputs.stressLossPerContract)
          : Number.MAX_SAFE_INTEGER,
    },
    { id: 'margin', contracts: room(maxMargin * navBase, inputs.openMargin, inputs.marginPerContract) },
  ];
  const scale = scoreScale(inputs.score, plan);
  const most = smallestOf(caps);
  const money: SizeCap = {
    id: most.id,
    contracts: most.contracts * inputs.regimeScale * scale * inputs.drawdownScale,
  };
  const binding = smallestOf([money, ...inputs.otherCaps]);
  const liquid = inputs.otherCaps.filter(({ id }) => id !== 'liquidity');
  return {
    exact: binding.contracts,
    affordable: smallestOf([money, ...liquid]).contracts,
    contracts: Math.floor(binding.contracts + DUST),
    caps: [...caps, ...inputs.otherCaps],
    binding: binding.id,
    scoreScale: scale,
    kelly,
  };
}
