import { smileSlice } from './smile-curve.ts';
import type { Surface } from './surface.ts';

/** Where a longer expiration holds less total variance than a shorter one at the same log-moneyness. */
export interface CalendarCheck {
  readonly pairs: number;
  readonly pointsChecked: number;
  readonly violations: number;
  /** The worst shortfall, as vol of the longer expiration, decimal; 0 when there is none. */
  readonly worst: number;
}

/** Points looked at on each pair, over this many standard deviations of the shorter expiration either side. */
const GRID = 21;
const DEVIATIONS = 2.5;

/**
 * Looks for calendar arbitrage between neighbouring fitted smiles: total variance must not fall with expiry at fixed
 * k = ln(K/F). Smiles are fitted one by one, so small violations inside the bid-ask spread are to be expected, above
 * all between AM and PM contracts of one day; they are reported, not mended.
 *
 * @see Gatheral and Jacquier (2014), lemma 2.1
 */
export function calendarArbitrage({ expirations }: Pick<Surface, 'expirations'>): CalendarCheck {
  const smiles = expirations.flatMap(({ smile }) => (smile === undefined ? [] : [smile]));
  let [pairs, pointsChecked, violations, worst] = [0, 0, 0, 0];
  for (const [i, later] of smiles.entries()) {
    const earlier = smiles[i - 1];
    if (earlier === undefined) continue;
    pairs += 1;
    const reach = DEVIATIONS * earlier.atmVol * Math.sqrt(earlier.expiry);
    for (let step = 0; step < GRID; step++) {
      const k = reach * ((2 * step) / (GRID - 1) - 1);
      const [short, long] = [smileSlice(earlier.curve, k).w, smileSlice(later.curve, k).w];
      pointsChecked += 1;
      if (long >= short) continue;
      violations += 1;
      worst = Math.max(worst, (Math.sqrt(short) - Math.sqrt(long)) / Math.sqrt(later.expiry));
    }
  }
  return { pairs, pointsChecked, violations, worst };
}
