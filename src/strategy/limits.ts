/** One limit of the plan, with the book and this sheet's orders counted against it. */
export interface LimitRow {
  readonly id: string;
  readonly label: string;
  /** In `unit`, after the orders of this sheet. */
  readonly used: number;
  readonly cap: number;
  /** The bound no signature moves; absent where the plan sets none. */
  readonly hard?: number;
  readonly left: number;
  readonly unit: '% NAV' | 'multiple' | '% NAV per vol point' | '% NAV per day';
  readonly within: boolean;
}

export const limitRow = (row: Omit<LimitRow, 'left' | 'within'>): LimitRow => ({
  ...row,
  left: row.cap - row.used,
  within: row.used <= row.cap + 1e-12,
});
