import { type Cents, type Rate, rate } from '../../core/units.ts';
import { costOfEquity, wacc as weightedCost } from '../../quant/finance/wacc.ts';
import type { TradingPlan } from '../trading-plan.ts';

export interface CapitalInputs {
  readonly riskFree: Rate;
  /** OLS beta of the strategy's daily return on SPX on falling days; absent until there is a record. */
  readonly downsideBeta?: number;
  readonly equity: Cents;
  readonly debt: Cents;
}

/** Downside beta as used: floored, then shrunk half-way to the prior; the prior alone without a record (C17). */
export function usedBeta(
  measured: number | undefined,
  { betaFloor, betaShrink, betaShrinkTo }: TradingPlan['sizing']['capital'],
): number {
  if (measured === undefined) return betaShrinkTo;
  return (1 - betaShrink) * Math.max(betaFloor, measured) + betaShrink * betaShrinkTo;
}

/**
 * Weighted average cost of capital of the account.
 *
 *     k_e = rf + beta ERP,   WACC = E/V k_e + D/V k_d (1 - t),   t = l LT + (1 - l) ST
 *
 * @see methodology 3.7.1; Modigliani and Miller (1963), Am. Econ. Rev. 53, 433-443
 */
export function wacc(
  { riskFree, downsideBeta, equity, debt }: CapitalInputs,
  rules: TradingPlan['sizing']['capital'],
): Rate {
  const taxRate = rules.longTermShare * rules.longTermTax + (1 - rules.longTermShare) * rules.shortTermTax;
  return rate(
    weightedCost({
      equity,
      debt,
      costOfEquity: costOfEquity(riskFree, usedBeta(downsideBeta, rules), rules.equityRiskPremium),
      costOfDebt: rules.debtRate,
      taxRate,
    }),
  );
}
