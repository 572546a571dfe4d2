/** Raw SVI parameters of one slice. */
export interface SviParams {
  /** Level of total variance. */
  readonly a: number;
  /** Slope of the wings, >= 0. */
  readonly b: number;
  /** Skew, in [-1, 1]. */
  readonly rho: number;
  /** Log-moneyness about which the slice bends. */
  readonly m: number;
  /** How widely it bends, > 0. */
  readonly sigma: number;
}

/** Total variance and its first two derivatives by log-moneyness. */
export interface SviSlice {
  readonly w: number;
  readonly w1: number;
  readonly w2: number;
}

/**
 * Total implied variance vol^2 T of the raw SVI slice at log-moneyness k = ln(K/F).
 *
 *     w(k) = a + b { rho (k - m) + sqrt[(k - m)^2 + sigma^2] }
 *
 * @see Gatheral and Jacquier (2014), Quant. Finance 14(1), 59-71, doi 10.1080/14697688.2013.819986, section 3.1
 */
export function sviTotalVariance({ a, b, rho, m, sigma }: SviParams, k: number): number {
  const x = k - m;
  return a + b * (rho * x + Math.sqrt(x * x + sigma * sigma));
}

/** w, w' and w'' at one log-moneyness. */
export function sviSlice({ a, b, rho, m, sigma }: SviParams, k: number): SviSlice {
  const x = k - m;
  const root = Math.sqrt(x * x + sigma * sigma);
  return {
    w: a + b * (rho * x + root),
    w1: b * (rho + x / root),
    w2: (b * sigma * sigma) / (root * root * root),
  };
}

/**
 * Durrleman's function, proportional to the density of the index at expiration: a slice of total variance, SVI
 * or other, is free of butterfly arbitrage at k exactly when it is >= 0 (and w > 0).
 *
 *     g = (1 - k w'/2w)^2 - (w'^2/4)(1/w + 1/4) + w''/2
 *
 * @see Gatheral and Jacquier (2014), equation (2.1) and lemma 2.2
 */
export function durrleman({ w, w1, w2 }: SviSlice, k: number): number {
  const lean = 1 - (0.5 * k * w1) / w;
  return lean * lean - 0.25 * w1 * w1 * (1 / w + 0.25) + 0.5 * w2;
}
