/** `note` informs and gates nothing. */
export type ReasonVerdict = 'pass' | 'fail' | 'note';

/** One rule looked at: what was seen, what was needed. Passes are kept as well as failures. */
export interface Reason {
  /** Stable identifier: `R-C2.score`, `R-C4.credit-share`. */
  readonly rule: string;
  readonly verdict: ReasonVerdict;
  readonly observed: string;
  readonly required: string;
  /** Signed distance to passing in the rule's own unit, when it is a number: < 0 means short of it. */
  readonly margin?: number;
}
