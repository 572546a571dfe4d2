/** Half of a bid-ask spread, points: max(least, perVega vega + perPrice price), vega in points per vol point. */
export interface HalfSpreadRule {
  readonly least: number;
  readonly perVega: number;
  readonly perPrice: number;
}

export type SpreadRegime = 'calm' | 'normal' | 'elevated' | 'stress';

/** Where each regime of spreads begins, VIX points; calm from 0. */
const BEGINS: readonly (readonly [from: number, regime: SpreadRegime])[] = [
  [30, 'stress'],
  [20, 'elevated'],
  [15, 'normal'],
];

export const spreadRegime = (vix: number): SpreadRegime =>
  BEGINS.find(([from]) => vix >= from)?.[1] ?? 'calm';

/** Spreads of one underlying by regime. */
export type SpreadTable = Readonly<Record<SpreadRegime, HalfSpreadRule>>;

/**
 * SPX options, fitted to out-of-the-money quotes of 0.50 and more, 3 to 120 days: 16 real days below VIX 15, 29 from 15 to 20
 * and 2 above, none above 24. Quotes spread by these rules and rounded to the tick are 33, 35 and 32 % (root mean
 * square) off the real spreads, and less than 10 % on average at any price from 0.50 to 40; in the money, where
 * nobody trades, a third of the real ones. `perPrice` was held at 0.002. Stress is twice elevated: nobody measured it.
 */
export const SPX_SPREADS: SpreadTable = {
  calm: { least: 0.05, perVega: 0.04, perPrice: 0.002 },
  normal: { least: 0.05, perVega: 0.041, perPrice: 0.002 },
  elevated: { least: 0.05, perVega: 0.06, perPrice: 0.002 },
  stress: { least: 0.1, perVega: 0.12, perPrice: 0.004 },
};

/**
 * VIX options, from the one real chain there is (2023-05-15, VIX 17, 1,080 quotes): half of them within a factor of 2 of the
 * rule. Vega explains none of the rest. The other regimes are that one times what SPX spreads do.
 */
export const VIX_SPREADS: SpreadTable = {
  calm: { least: 0.02, perVega: 0, perPrice: 0.01 },
  normal: { least: 0.02, perVega: 0, perPrice: 0.01 },
  elevated: { least: 0.03, perVega: 0, perPrice: 0.015 },
  stress: { least: 0.06, perVega: 0, perPrice: 0.03 },
};

/**
 * @param vega   points per vol point
 * @param price  points
 */
export const halfSpread = (
  { least, perVega, perPrice }: HalfSpreadRule,
  vega: number,
  price: number,
): number => Math.max(least, perVega * vega + perPrice * price);
