/**
 * Options on a spot that pays a yield, one a row, as columns of one length (structure of arrays): the generalised
 * Black-Scholes model. Units as in `blackScholes`.
 */
export interface BlackScholesBook {
  /** +1 for a call, -1 for a put; see `rightSign`. */
  readonly sign: Float64Array;
  readonly spot: Float64Array;
  readonly strike: Float64Array;
  /** Continuously compounded, decimal, of either sign. */
  readonly rate: Float64Array;
  readonly yield: Float64Array;
  readonly vol: Float64Array;
  readonly expiry: Float64Array;
}

/** Options on forwards, one a row: Black-76. Units as in `Black76Inputs`. */
export interface Black76Book {
  readonly sign: Float64Array;
  readonly forward: Float64Array;
  readonly strike: Float64Array;
  readonly vol: Float64Array;
  readonly expiry: Float64Array;
  readonly discount: Float64Array;
}

/** The strikes of one expiration with their logarithms, which outlive any one set of quotes: see `chainStrikes`. */
export interface ChainStrikes {
  readonly strike: Float64Array;
  /** ln(K / anchor). */
  readonly logStrike: Float64Array;
  /** A strike near the money, so that logarithms are small where precision matters. */
  readonly anchor: number;
}

/** Options of one expiration, one a row: what they have in common is said once. */
export interface Black76Chain extends ChainStrikes {
  readonly forward: number;
  readonly discount: number;
  readonly expiry: number;
  readonly sign: Float64Array;
  readonly vol: Float64Array;
}

/** What the European kernels write; per row, in the units of `Black76Greeks` and `BlackScholesGreeks`. */
export interface EuropeanValues {
  readonly premium: Float64Array;
  readonly delta: Float64Array;
  readonly gamma: Float64Array;
  /** Per 1.00 of vol. */
  readonly vega: Float64Array;
  /** Per year. */
  readonly theta: Float64Array;
  /** Per 1.00 of the rate. */
  readonly rho: Float64Array;
}

/** What is derived from them; see `secondOrderGreeks`. */
export interface SecondOrderValues {
  readonly vanna: Float64Array;
  readonly volga: Float64Array;
  readonly charm: Float64Array;
}

/** Quoted premiums, one a row. */
export interface PremiumQuotes {
  readonly sign: Float64Array;
  readonly premium: Float64Array;
  readonly forward: Float64Array;
  readonly strike: Float64Array;
  readonly expiry: Float64Array;
  readonly discount: Float64Array;
}

/** Their implied vols; a row that has none has NaN and the reason. */
export interface ImpliedVols {
  readonly vol: Float64Array;
  /** An `IV_CODE`. */
  readonly code: Uint8Array;
}

/** What became of a quote: the codes of `impliedVol`, as numbers for a column. */
export const IV_CODE = { solved: 0, 'below-intrinsic': 1, 'above-maximum': 2 } as const;

/** The columns of each kernel in the order kernels read them. */
export const COLUMNS = {
  blackScholes: ['sign', 'spot', 'strike', 'rate', 'yield', 'vol', 'expiry'],
  black76: ['sign', 'forward', 'strike', 'vol', 'expiry', 'discount'],
  black76Chain: ['sign', 'strike', 'logStrike', 'vol'],
  impliedVol: ['sign', 'premium', 'forward', 'strike', 'expiry', 'discount'],
  european: ['premium', 'delta', 'gamma', 'vega', 'theta', 'rho'],
  impliedVols: ['vol', 'code'],
  secondOrder: ['vanna', 'volga', 'charm'],
} as const;
