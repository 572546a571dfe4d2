import type { IsoDate } from '../../core/units.ts';

export type SignalGroup = 'vol' | 'breadth' | 'macro' | 'liquidity' | 'flows' | 'research';
/** `benign` for selling premium, `adverse` for it, or neither. */
export type Direction = 'benign' | 'neutral' | 'adverse';

/** One reading, in [-1, +1]: + benign for premium selling, - hedge more and sell less. */
export interface Signal {
  /** `S01` ... `S17`. */
  readonly id: string;
  readonly name: string;
  readonly concept: string;
  readonly group: SignalGroup;
  readonly weight: number;
  readonly value: number;
  readonly direction: Direction;
  /** The numbers behind it, in words a trader reads: `RSI14(VIX) 43.2, band 35-55`. */
  readonly evidence: string;
  /** The named numbers again, for other rules (RSI for widening, D_RSI for hedge depth). */
  readonly inputs: Readonly<Record<string, number>>;
  /** The newest date any input describes. */
  readonly asOf: IsoDate;
  /** `proxied`, `revised`, `partial`: a caveat the sheet prints. */
  readonly tags: readonly string[];
}

/** A signal that could not be read: its weight goes to the others of its group. */
export interface AbsentSignal {
  readonly id: string;
  readonly name: string;
  readonly concept: string;
  readonly group: SignalGroup;
  readonly weight: number;
  readonly absent: string;
}

export type Reading = Signal | AbsentSignal;
export const isPresent = (reading: Reading): reading is Signal => 'value' in reading;
