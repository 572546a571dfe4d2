import type { Years } from '../core/units.ts';

/** The rate one expiration gives by itself, and how well it knows it. */
export interface RatePoint {
  readonly expiry: Years;
  readonly rate: number;
  /** Standard error, decimal, > 0. */
  readonly error: number;
}

/** A smoothed rate for any maturity, with its standard error. */
export type ImpliedRateCurve = (expiry: Years) => { readonly rate: number; readonly error: number };

/**
 * How far the rates of two maturities a factor e apart are taken to differ, decimal. 0.0025: a quarter of a point
 * between one month and three, the usual size on the Treasury curves of 1990-2026.
 */
const DRIFT_PER_E = 0.0025;
/** Below this maturity the distance in ln T is frozen: overnight and one-week money are the same thing here. */
const SHORTEST = 7 / 365;

/**
 * The financing rate as a smooth function of maturity, from the rates of single expirations.
 *
 * Every expiration votes for every maturity, with variance `error^2 + (drift x |ln T - ln T_i|)^2`: its own error and
 * how much the curve may have moved between the two. Weekly expirations, whose own slope says little, so borrow from
 * the quarterly ones, and long ones keep their own.
 *
 * @returns undefined when no expiration has a finite rate
 */
export function impliedRateCurve(observed: readonly RatePoint[]): ImpliedRateCurve | undefined {
  const usable = observed.filter(
    (p) => Number.isFinite(p.rate) && p.error > 0 && Number.isFinite(p.error) && p.expiry > 0,
  );
  if (usable.length === 0) return undefined;
  return (expiry) => {
    const at = Math.log(Math.max(expiry, SHORTEST));
    let [weights, sum, nearest] = [0, 0, Number.POSITIVE_INFINITY];
    for (const p of usable) {
      const variance = p.error ** 2 + (DRIFT_PER_E * (Math.log(Math.max(p.expiry, SHORTEST)) - at)) ** 2;
      weights += 1 / variance;
      sum += p.rate / variance;
      nearest = Math.min(nearest, variance);
    }
    return { rate: sum / weights, error: Math.sqrt(nearest) };
  };
}
