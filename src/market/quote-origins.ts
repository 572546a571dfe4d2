/** What modelled quotes were made from, a line for each thing. */
export interface QuoteOrigins {
  /** Closed or settled that day. */
  readonly real: readonly string[];
  /** A stand-in for a number that was not published, is not held, or had to be assumed. */
  readonly proxied: readonly string[];
  /** What the model says. */
  readonly modelled: readonly string[];
}
