/** A joint move of index and volatility, and the days it takes. */
export interface JointShock {
  /** Relative move of SPX, decimal: -0.08. */
  readonly spx: number;
  /** Change of VIX, points. */
  readonly vix: number;
  /** VIX3M afterwards, vol points; without it VIX3M follows VIX, by `slope` or else by the measured rule. */
  readonly vix3m?: number;
  /** Power with which VIX3M follows: VIX3M' = VIX3M (VIX' / VIX)^slope. */
  readonly slope?: number;
  /** Calendar days that pass; 0 is at once. The move is what stands at their end. */
  readonly days: number;
}

export const NO_MOVE: JointShock = { spx: 0, vix: 0, days: 0 };

/** What a scenario may ask for; beyond it there is no precedent, and nothing here was ever held against anything. */
export const SHOCK_RANGE = {
  /** SPX fell 57 % from 2007 to 2009 and 31 % within two weeks of 1987; it never rose by half within a year. */
  spx: { lowest: -0.6, highest: 0.5 },
  /** A year: the longest hedge is 260 days out, and volatility of a year ahead is not a scenario but a guess. */
  days: { lowest: 0, highest: 365 },
  /** Measured powers lie between .5 and .9; 1 moves the whole curve alike, 0 the front alone. */
  slope: { lowest: 0, highest: 1.2 },
} as const;
