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
 * SPX options, fitted to real out-of-the-money quotes of 3 to 120 days: 16 days below VIX 15, 29 from 15 to 20 and 2 above,
 * the wildest at 24. Quoted by these rules and rounded to the tick, quotes of 0.50 and more are 37, 38 and 33 % off their
 * real spreads (root mean square of the logarithm), because real ones differ that much among themselves; on average they are
 * within 20 % at any price from 0.50 to 40. In the money, where nobody trades, real spreads are two or three times as wide.
 * Stress is twice elevated: nobody measured it.
 */
export const SPX_SPREADS: SpreadTable = {
  calm: { least: 0.04, perVega: 0.04, perPrice: 0.001 },
  normal: { least: 0.04, perVega: 0.041, perPrice: 0.002 },
  elevated: { least: 0.05, perVega: 0.06, perPrice: 0.002 },
  stress: { least: 0.1, perVega: 0.12, perPrice: 0.004 },
};

/**
 * VIX options, from the one real chain there is (2023-05-15 before noon, VIX 17, 1,048 quotes): six in ten are within a factor
 * of 2 of the rule, and vega explains none of the rest. The other regimes widen it as they widen SPX.
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
