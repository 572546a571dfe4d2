/** One measured number: what every issue's target is checked with. Computed when asked, never typed in. */
export interface Row {
  /** Area first: `day.black76-price`. */
  readonly id: string;
  /** Null when it could not be measured; `note` then says why. */
  readonly value: number | string | null;
  readonly unit: string;
  readonly target: string;
  /** Null when skipped, or when the row reports without judging. */
  readonly pass: boolean | null;
  /** What it was measured against: the reference and how many cases. */
  readonly against: string;
  readonly note: string;
}

/** A row whose data or baseline is absent. */
export const skipped = (id: string, reason: string): Row => ({
  id,
  value: null,
  unit: '',
  target: '',
  pass: null,
  against: '',
  note: `skipped: ${reason}`,
});
