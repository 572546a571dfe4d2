/** A number or date in the source beside the same one found again in the data. */
export interface Fact {
  readonly id: string;
  readonly committed: number | string;
  /** Rounded to the digits the committed one is printed with. */
  readonly recomputed: number | string;
}

/** For what is not there, so that its absence is checked too. */
export const ABSENT = 'absent';

/** A number to so many digits after the point; never a negative zero. */
const rounded = (x: number, digits: number): number => Number(x.toFixed(digits)) + 0;

/** @param recomputed  undefined where the data has none */
export const fact = (
  id: string,
  committed: number | undefined,
  recomputed: number | undefined,
  digits: number,
): Fact => ({
  id,
  committed: committed ?? ABSENT,
  recomputed: recomputed === undefined ? ABSENT : rounded(recomputed, digits),
});
