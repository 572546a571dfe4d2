import type { CandidateContext } from './candidate.ts';

/** What judging an open condor needs beyond its own legs; a part that is absent leaves its rule unjudged, and says so. */
export interface ReviewDesk {
  /** Net loss of the whole book in the sizing scenario, share of NAV, >= 0: what STRESS keeps a condor by (E18). */
  readonly stressLossShare?: number;
  /** What a roll would be opened with. */
  readonly candidates?: CandidateContext;
}
