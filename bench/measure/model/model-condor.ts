/** Four strikes over the forward, as the specification's check states them, ascending. */
export interface CondorStrikes {
  readonly longPut: number;
  readonly shortPut: number;
  readonly shortCall: number;
  readonly longCall: number;
}

/** What the condor owes at maturity per unit of forward: the credit's fair value is its mean. */
export const owedAt = ({ longPut, shortPut, shortCall, longCall }: CondorStrikes, index: number): number =>
  Math.max(shortPut - index, 0) -
  Math.max(longPut - index, 0) +
  Math.max(index - shortCall, 0) -
  Math.max(index - longCall, 0);

/** Credit from a function that prices the out-of-the-money option at a log-strike. */
export function creditOf(
  { longPut, shortPut, shortCall, longCall }: CondorStrikes,
  premiums: (logStrikes: Float64Array) => Float64Array,
): number {
  const [a, b, c, d] = premiums(Float64Array.of(longPut, shortPut, shortCall, longCall).map(Math.log));
  return (b ?? 0) - (a ?? 0) + (c ?? 0) - (d ?? 0);
}

/** The specification's two condors at its usual state, no rates. */
export const CHECKED_STATE = { x: -0.13, y: -0.44 } as const;
export const CHECKED_CONDORS = [
  { days: 24, longPut: 0.8996, shortPut: 0.9541, shortCall: 1.0324, longCall: 1.0523 },
  { days: 46, longPut: 0.8573, shortPut: 0.9315, shortCall: 1.0467, longCall: 1.0749 },
] as const;
