import type { Reason } from './reason.ts';

/** Rules named for a decision that is taken: the ones that would fail first. */
const NAMED = 3;
/** Counts of open condors are always at a whole number from their cap; how near says nothing of the market. */
const COUNTING = 'R-C1.';

/** The first number of a requirement, in the unit of the margin: percentages are shown times a hundred, margins are not. */
function boundOf(required: string): number | undefined {
  const [, digits, percent] = /(-?\d[\d,]*(?:\.\d+)?)( %)?/.exec(required) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits.replaceAll(',', '')) * (percent === undefined ? 1 : 0.01);
}

/** Distance to the bound as a share of it; undefined for a rule without a number, or with a bound of 0. */
function slackOf({ rule, verdict, margin, required }: Reason): number | undefined {
  if (verdict !== 'pass' || margin === undefined || rule.startsWith(COUNTING)) return undefined;
  const bound = boundOf(required);
  return bound === undefined || bound === 0 ? undefined : margin / Math.abs(bound);
}

/**
 * What would change a decision: for one not taken, every rule that stands in its way; for one taken, the rules that
 * pass by the least, measured as a share of their bounds because their units differ.
 */
export function wouldChange(reasons: readonly Reason[], taken: boolean): readonly string[] {
  if (!taken) {
    return reasons
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ rule, observed, required }) => `${rule}: ${observed}; would pass at ${required}`);
  }
  return reasons
    .flatMap((reason) => {
      const slack = slackOf(reason);
      return slack === undefined ? [] : [{ reason, slack }];
    })
    .sort((a, b) => a.slack - b.slack)
    .slice(0, NAMED)
    .map(
      ({ reason: { rule, observed, required }, slack }) =>
        `${rule}: ${observed}, ${(100 * slack).toFixed(0)} % inside its bound; fails unless ${required}`,
    );
}
