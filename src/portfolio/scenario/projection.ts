import { type Clip, worstClips } from './clip.ts';
import { expectedMove } from './expected-move.ts';
import type { JointShock } from './joint-shock.ts';
import { modelResponse } from './model-response.ts';
import { type CoreAndHedge, outcomeOf } from './outcome.ts';
import type { ScenarioBook } from './scenario-book.ts';
import type { ShockOutside } from './scenario-failure.ts';
import type { ScenarioMarket } from './scenario-market.ts';

/** Days ahead a book is looked at (methodology, C23). */
export const PROJECTED_DAYS: readonly number[] = [3, 7, 10, 14, 21];

/**
 * What the market does meanwhile: nothing; SPX one expected move of those days down or up, VIX with it as the model expects;
 * or all vols a fifth higher or lower, SPX where it is.
 */
export const PROJECTED_CASES = ['flat', 'down', 'up', 'vol-up', 'vol-down'] as const;
export type ProjectedCase = (typeof PROJECTED_CASES)[number];

export interface ProjectedCell extends CoreAndHedge {
  readonly days: number;
  readonly case: ProjectedCase;
  /** Relative move of SPX, and VIX afterwards. */
  readonly spx: number;
  readonly vix: number;
}

export interface Projection {
  readonly cells: readonly ProjectedCell[];
  readonly leftOut: readonly (ShockOutside & { readonly days: number; readonly case: ProjectedCase })[];
  readonly clipped: readonly Clip[];
}

const DAYS_PER_YEAR = 365;
const VOL_SHARE = 0.2;

function shockOf(market: ScenarioMarket, days: number, which: ProjectedCase): JointShock {
  const { vix, vix3m } = market.quoted;
  const years = days / DAYS_PER_YEAR;
  const moved = (direction: -1 | 1): JointShock => {
    const spx = direction * expectedMove(market, years);
    const after = modelResponse(market, spx, years);
    return { spx, vix: after.vix - vix, vix3m: after.vix3m, days };
  };
  const scaled = (share: number): JointShock => ({
    spx: 0,
    vix: share * vix,
    vix3m: (1 + share) * vix3m,
    days,
  });
  switch (which) {
    case 'flat':
      return { spx: 0, vix: 0, vix3m, days };
    case 'down':
      return moved(-1);
    case 'up':
      return moved(1);
    case 'vol-up':
      return scaled(VOL_SHARE);
    case 'vol-down':
      return scaled(-VOL_SHARE);
  }
}

/** The book some days on: what time alone does, and what one expected move or a change of vol does besides. */
export function projectBook(book: ScenarioBook): Projection {
  const cells: ProjectedCell[] = [];
  const leftOut: (ShockOutside & { days: number; case: ProjectedCase })[] = [];
  const clips: Clip[] = [];
  for (const days of PROJECTED_DAYS)
    for (const which of PROJECTED_CASES) {
      const shock = shockOf(book.market, days, which);
      const done = outcomeOf(book, shock);
      if (!done.ok) {
        leftOut.push({ ...done.failure, days, case: which });
        continue;
      }
      const { vix, core, hedge, other, total, clipped } = done.value;
      cells.push({ days, case: which, spx: shock.spx, vix, core, hedge, other, total });
      clips.push(...clipped);
    }
  return { cells, leftOut, clipped: worstClips(clips) };
}
