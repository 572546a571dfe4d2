/**
 * What was held at an edge instead of being extrapolated in silence.
 *
 * - `vix-held`: a replay's VIX leaves the model's range; asked and used are VIX, points.
 * - `spx-beyond-record`: a preset was asked for a larger move than its outermost bucket; relative moves of SPX.
 * - `state-outside-grid`: a factor lies outside the smile grid, whose edge gives the shape of SPX smiles.
 * - `maturity-outside-grid`: under a day or over two years to settlement, the edge's shape; days.
 * - `strike-outside-grid`: beyond the grid's strikes the premium goes on as a power of the strike; standardised log-moneyness.
 * - `strike-outside-quotes`: today's quotes do not reach that far from the money: the outermost one's ratio to the model is
 *   kept; standardised log-moneyness for SPX, K/F for VIX.
 * - `beyond-vx-curve`: settles after the last quoted VX future, whose ratio to the model is kept; years.
 */
export type ClipCode =
  | 'vix-held'
  | 'spx-beyond-record'
  | 'state-outside-grid'
  | 'maturity-outside-grid'
  | 'strike-outside-grid'
  | 'strike-outside-quotes'
  | 'beyond-vx-curve';

export interface Clip {
  readonly code: ClipCode;
  /** The contract or factor; absent when it is the shock itself. */
  readonly subject?: string;
  readonly asked: number;
  readonly used: number;
}

/** An entry when `asked` lies outside [low, high]. */
export function clipOutside(
  code: ClipCode,
  asked: number,
  low: number,
  high: number,
  subject?: string,
): readonly Clip[] {
  const used = Math.min(Math.max(asked, low), high);
  return used === asked ? [] : [{ code, ...(subject === undefined ? {} : { subject }), asked, used }];
}

const excess = ({ asked, used }: Clip): number => Math.abs(asked - used);

/** One entry per code and subject, the one that was held furthest from what was asked; in order of first appearance. */
export function worstClips(clips: readonly Clip[]): readonly Clip[] {
  const worst = new Map<string, Clip>();
  for (const clip of clips) {
    const key = `${clip.code} ${clip.subject ?? ''}`;
    const known = worst.get(key);
    if (known === undefined || excess(clip) > excess(known)) worst.set(key, clip);
  }
  return [...worst.values()];
}
