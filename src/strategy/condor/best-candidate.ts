import type { CondorProposal, Decision } from '../decision.ts';

/** A decision about a condor, with its card. */
export interface CondorDecision {
  readonly decision: Decision;
  readonly condor: CondorProposal;
}

export const condorDecisions = (decisions: readonly Decision[]): readonly CondorDecision[] =>
  decisions.flatMap((decision) =>
    decision.proposal?.kind === 'condor' ? [{ decision, condor: decision.proposal }] : [],
  );

const failed = ({ decision }: CondorDecision): number =>
  decision.reasons.filter(({ verdict }) => verdict === 'fail').length;
const excess = ({ condor }: CondorDecision): number => condor.expectedReturn - condor.hurdle;

/**
 * The condor a sheet shows in full: the one entered, else the one that came nearest, by fewest failed gates and then
 * by the most return above its hurdle; the plan's own order breaks ties.
 */
export function bestCandidate(decisions: readonly Decision[]): CondorDecision | undefined {
  const all = condorDecisions(decisions);
  const entered = all.find(({ decision }) => decision.kind === 'enter');
  return entered ?? [...all].sort((a, b) => failed(a) - failed(b) || excess(b) - excess(a))[0];
}
