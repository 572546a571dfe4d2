import type { Reason } from './reason.ts';

/** How close a passing rule must be to its bound, as a share of it, to be worth naming as the next to fail. */
const NEAR = 0.1;

const asBound = (required: string): number | undefined => {
  const match = /-?\d+(\.\d+)?/.exec(required);
  return match === null ? undefined : Number(match[0]);
};

/**
 * What would change a decision: for one not taken, every rule that stands in its way; for one taken, the rules that
 * pass by the least.
 */
export function wouldChange(reasons: readonly Reason[], taken: boolean): readonly string[] {
  if (!taken) {
    return reasons
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ rule, observed, required }) => `${rule}: ${observed}; would pass at ${required}`);
  }
  return reasons
    .filter(({ verdict, margin }) => verdict === 'pass' && margin !== undefined)
    .filter(
      ({ margin, required }) => (margin ?? 0) <= NEAR * Math.abs(asBound(required) ?? 0) * scaleOf(required),
    )
    .map(({ rule, observed, required }) => `${rule}: ${observed} passes narrowly; fails beyond ${required}`);
}

/** Percentages are shown times a hundred, their margins are not. */
const scaleOf = (required: string): number => (required.includes('%') ? 0.01 : 1);
