/** The moves a heat map is drawn over. */
export interface ShockAxes {
  /** Relative moves of SPX, decimal, ascending. */
  readonly spx: readonly number[];
  /** Changes of VIX, points, ascending. */
  readonly vix: readonly number[];
}

const CELLS = 21;
/** From -15 % to +10 % by 1.25 %. */
const SPX = { lowest: -0.15, step: 0.0125 };
const VIX_STEP = 2.5;
/** VIX has fallen by a third within a month and seldom by more. */
const FALL_SHARE = 1 / 3;
const MOST_FALLS = 10;
/** VIX never closed below 9. */
const LOWEST_VIX = 9;

const fromStep = (first: number, step: number): readonly number[] =>
  Array.from({ length: CELLS }, (_, i) => Number(((first + i) * step).toFixed(6)) + 0);

/**
 * Twenty-one moves of either, "no move" among them. VIX goes by 2.5 points from about a third below today, though not under
 * 9, upwards: from a calm VIX that is -5 to +45, and from one already high there is more room to fall and less to rise.
 */
export function shockAxes(vix: number): ShockAxes {
  const wanted = Math.max(Math.round((vix * FALL_SHARE) / VIX_STEP), 2);
  const room = Math.max(Math.floor((vix - LOWEST_VIX) / VIX_STEP), 0);
  const falls = Math.min(wanted, room, MOST_FALLS);
  return { spx: fromStep(SPX.lowest / SPX.step, SPX.step), vix: fromStep(-falls, VIX_STEP) };
}
