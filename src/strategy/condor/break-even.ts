/** What rule R-C5 looks at, all in index points of one root; expiry in years. */
export interface BreakEvenInputs {
  readonly forward: number;
  readonly atmVol: number;
  readonly expiry: number;
  readonly low: number;
  readonly high: number;
}

export interface Projection {
  readonly days: number;
  /** The move against the position, in today's expected moves. */
  readonly adverseMove: number;
  /** Relative rise of implied vol. */
  readonly volShock: number;
}

const distance = (forward: number, low: number, high: number, move: number): number =>
  Math.min(forward - low, high - forward) / move;

/** Distance from the forward to the nearer break-even, in expected moves. */
export const breakEvenDistance = ({ forward, atmVol, expiry, low, high }: BreakEvenInputs): number =>
  distance(forward, low, high, forward * atmVol * Math.sqrt(expiry));

/**
 * The same distance some days on, with the index moved against the nearer side and vol risen (R-C5, E6).
 *
 * @returns 0 or less when the index has passed the break-even; when the condor has expired by then, the distance is
 *   judged on one day left, so that a short rung is never excused
 */
export function projectedDistance(
  inputs: BreakEvenInputs,
  { days, adverseMove, volShock }: Projection,
): number {
  const { forward, atmVol, expiry, low, high } = inputs;
  const move = adverseMove * forward * atmVol * Math.sqrt(expiry);
  const left = Math.max(expiry - days / 365, 1 / 365);
  const at = (level: number, gap: number): number =>
    gap / (level * atmVol * (1 + volShock) * Math.sqrt(left));
  return Math.min(at(forward - move, forward - move - low), at(forward + move, high - forward - move));
}
