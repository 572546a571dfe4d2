import { type IndexSmile, type IndexSmiles, indexSmile, smilePremium } from '../index-smile.ts';

/** Static arbitrage looked for on one modelled surface, and found. */
export interface SurfaceAudit {
  /** Triples of neighbouring strikes whose butterfly, and pairs whose vertical, were looked at. */
  readonly butterflies: number;
  readonly butterfliesBroken: number;
  /** The most a slope of the call price in strike falls, or leaves [-1, 0]; a probability, 0 when none is broken. */
  readonly worstButterfly: number;
  /** Pairs of neighbouring maturities at one strike per forward. */
  readonly calendars: number;
  readonly calendarsBroken: number;
  /** The most an option loses by living longer, per unit of forward. */
  readonly worstCalendar: number;
}

/** Where a surface is looked at. */
export interface AuditMesh {
  /** Maturities, calendar days, ascending. */
  readonly days: readonly number[];
  /** Strikes in deviations of the variance swap of each maturity, ascending; for calendars those of the shortest. */
  readonly deviations: readonly number[];
}

const DAYS_PER_YEAR = 365;
/** Slopes are quotients of differences of prices near 1: rounding alone moves them by some 1e-12. */
const ROUNDING = 1e-10;

/** A week to half a year, strikes from a put nobody sells to a call nobody sells. */
export const AUDIT_MESH: AuditMesh = {
  days: [7, 10, 14, 21, 30, 45, 60, 91, 120, 150, 182],
  deviations: Array.from({ length: 81 }, (_, i) => -6 + i * 0.1125),
};

/** The call at ln(K/F), undiscounted, per unit of forward. */
const call = (smile: IndexSmile, logStrike: number): number =>
  smilePremium(smile, logStrike) + Math.max(-Math.expm1(logStrike), 0);

/** How much each butterfly and vertical of one maturity breaks its rule; 0 or less where it keeps it. */
function butterflyBreaches(smile: IndexSmile, deviations: readonly number[]): number[] {
  const logs = deviations.map((k) => k * smile.swapSd);
  const slopes = logs.slice(1).map((log, i) => {
    const before = logs[i] ?? 0;
    return (call(smile, log) - call(smile, before)) / (Math.exp(log) - Math.exp(before));
  });
  const bends = slopes.slice(1).map((slope, i) => (slopes[i] ?? 0) - slope);
  return [...bends, ...slopes.map((slope) => Math.max(slope, -1 - slope))];
}

/** How much less the out-of-the-money option of the longer maturity costs, per unit of its forward, strike by strike. */
const calendarBreaches = (near: IndexSmile, far: IndexSmile, deviations: readonly number[]): number[] =>
  deviations.map((k) => {
    const logStrike = k * near.swapSd;
    return smilePremium(near, logStrike) - smilePremium(far, logStrike);
  });

interface Tally {
  readonly looked: number;
  readonly broken: number;
  readonly worst: number;
}

const tally = (breaches: readonly number[]): Tally => ({
  looked: breaches.length,
  broken: breaches.filter((breach) => breach > ROUNDING).length,
  worst: breaches.reduce((worst, breach) => (breach > ROUNDING ? Math.max(worst, breach) : worst), 0),
});

/**
 * Looks for free lunches on the SPX surface of one state, at fair prices without carry:
 *
 *     butterfly: the slope of C(K)/F in K/F never falls, and lies in [-1, 0]
 *     calendar:  at one K/F, C(T)/F(T) never falls with T
 */
export function auditSurface(
  smiles: IndexSmiles,
  { days, deviations }: AuditMesh = AUDIT_MESH,
): SurfaceAudit {
  const slices = days.map((day) => indexSmile(smiles, day / DAYS_PER_YEAR));
  const butterflies = tally(slices.flatMap((smile) => butterflyBreaches(smile, deviations)));
  const calendars = tally(
    slices.slice(1).flatMap((far, i) => {
      const near = slices[i];
      return near === undefined ? [] : calendarBreaches(near, far, deviations);
    }),
  );
  return {
    butterflies: butterflies.looked,
    butterfliesBroken: butterflies.broken,
    worstButterfly: butterflies.worst,
    calendars: calendars.looked,
    calendarsBroken: calendars.broken,
    worstCalendar: calendars.worst,
  };
}
