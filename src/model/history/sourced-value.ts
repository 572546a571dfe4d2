import type { IsoDate } from '../../core/units.ts';

/** A number beside the series it was read from; `assumed` where no series has it. */
export interface SourcedValue {
  readonly value: number;
  readonly source: string;
  /** What date or period the source speaks of; absent when assumed. */
  readonly asOf?: IsoDate;
}
