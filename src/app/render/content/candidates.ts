import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { CondorProposal, Decision, HedgeProposal } from '../../../strategy/decision.ts';

export interface CondorDecision {
  readonly decision: Decision;
  readonly condor: CondorProposal;
}

export interface HedgeDecision {
  readonly decision: Decision;
  readonly hedge: HedgeProposal;
}

export const condorsOf = (sheet: DaySheet): readonly CondorDecision[] =>
  sheet.decisions.flatMap((decision) =>
    decision.proposal?.kind === 'condor' ? [{ decision, condor: decision.proposal }] : [],
  );

export const hedgesOf = (sheet: DaySheet): readonly HedgeDecision[] =>
  sheet.decisions.flatMap((decision) =>
    decision.proposal?.kind === 'hedge' ? [{ decision, hedge: decision.proposal }] : [],
  );

export const isTaken = ({ kind }: Decision): boolean => kind === 'enter' || kind === 'adjust';
export const failures = (decision: Decision) => decision.reasons.filter(({ verdict }) => verdict === 'fail');

/** The condors that are opened, or on a day that stands aside the one that came nearest. */
export function shownCondors(sheet: DaySheet): readonly CondorDecision[] {
  const all = condorsOf(sheet);
  const taken = all.filter(({ decision }) => isTaken(decision));
  if (taken.length > 0) return taken;
  const best = all.find(({ decision }) => decision.subject === sheet.payoff?.subject) ?? nearest(all);
  return best === undefined ? [] : [best];
}

/** Fewest failed gates, then the most return above its hurdle; the plan's own order breaks ties. */
function nearest(all: readonly CondorDecision[]): CondorDecision | undefined {
  const excess = ({ condor }: CondorDecision): number => condor.expectedReturn - condor.hurdle;
  return [...all].sort(
    (a, b) => failures(a.decision).length - failures(b.decision).length || excess(b) - excess(a),
  )[0];
}
