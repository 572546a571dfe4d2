import { requireFinite } from '../../core/errors.ts';

/**
 * Return the capital asset pricing model asks of an investment.
 *
 *     k_e = rf + beta ERP
 *
 * @param riskFree  per year, decimal
 * @param equityPremium  ERP: expected return of the market over the riskless one, per year, decimal
 * @returns per year, decimal
 * @throws PreconditionError if a number is not finite
 * @see Sharpe (1964), J. Finance 19, 425-442
 */
export function costOfEquity(riskFree: number, beta: number, equityPremium: number): number {
  requireFinite('riskFree', riskFree);
  requireFinite('beta', beta);
  requireFinite('equityPremium', equityPremium);
  return riskFree + beta * equityPremium;
}

export interface CapitalMix {
  /** Own money, in any one unit with `debt`. */
  readonly equity: number;
  readonly debt: number;
  /** Per year, decimal. */
  readonly costOfEquity: number;
  /** Per year, decimal, before tax. */
  readonly costOfDebt: number;
  /** Share of interest that tax gives back, decimal. */
  readonly taxRate: number;
}

/**
 * Weighted average cost of capital.
 *
 *     WACC = E/V k_e + D/V k_d (1 - t),   V = E + D
 *
 * Without capital (V <= 0) there are no weights; the cost of equity stands for it, being what new money would ask.
 *
 * @returns per year, decimal
 * @throws PreconditionError if a number is not finite
 * @see Modigliani and Miller (1963), Am. Econ. Rev. 53, 433-443
 */
export function wacc(mix: CapitalMix): number {
  for (const [name, value] of Object.entries(mix)) requireFinite(name, value);
  const total = mix.equity + mix.debt;
  const afterTaxDebt = mix.costOfDebt * (1 - mix.taxRate);
  return total > 0 ? (mix.equity * mix.costOfEquity + mix.debt * afterTaxDebt) / total : mix.costOfEquity;
}
