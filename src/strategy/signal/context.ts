import type { IsoDate } from '../../core/units.ts';
import type { History } from '../../market/history.ts';

/** Everything a signal may look at: the session it reads, and what was known by the decision instant. */
export interface SignalContext {
  readonly session: IsoDate;
  readonly past: History;
  /** Weight by signal id, from the plan; the default of signal-spec.ts where the plan says nothing. */
  readonly weights?: Readonly<Record<string, number>>;
}
