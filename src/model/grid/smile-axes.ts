/**
 * Where the smile grid has its nodes. The fast factor reaches further up than down, as panics do; the slow one covers every
 * session since 1990: -1.84 in October 2017 to 2.75 in March 2020.
 */
export const GRID_X = [-3, -2.4, -1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4, 3.2] as const;
export const GRID_Y = [-2.4, -1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4, 3] as const;
/** Calendar days. */
export const GRID_DAYS = [
  1, 2, 3, 5, 7, 10, 14, 19, 26, 35, 46, 60, 77, 100, 135, 182, 270, 365, 545, 730,
] as const;
/** Standardised log-moneyness ln(K/F) / (s sqrt T), s the variance-swap vol: close where traders sell, far where they hedge. */
export const GRID_K = [
  -7, -6, -5, -4.2, -3.6, -3.1, -2.7, -2.3, -2, -1.7, -1.4, -1.2, -1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4,
  0.6, 0.8, 1, 1.3, 1.6, 1.9, 2.2, 2.5, 2.8, 3.2,
] as const;
