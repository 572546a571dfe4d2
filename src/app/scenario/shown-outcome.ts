import type { OutcomeView } from './scenario-report.ts';

/** The outcome shown in full: the one asked for; of the stages of a replay, the worst. */
export function shownOutcome(outcomes: readonly OutcomeView[]): OutcomeView | undefined {
  const [first] = outcomes;
  if (first?.origin.kind !== 'replay') return first;
  return outcomes.reduce((worst, one) => (one.total < worst.total ? one : worst), first);
}
