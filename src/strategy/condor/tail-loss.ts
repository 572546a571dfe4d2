import { normalQuantile } from '../../quant/normal.ts';
import type { CondorTerms, DensityInputs } from './economics.ts';

/** Equally likely levels the tail is averaged over; 2,000 puts 100 of them in the worst 5 %. */
const LEVELS = 2_000;

/** Profit or loss of a condor at a settlement level, points per condor before the hedge's share. */
export function condorOutcome({ longPut, shortPut, shortCall, longCall, creditNet }: CondorTerms, level: number): number {
  const put = Math.max(shortPut - level, 0) - Math.max(longPut - level, 0);
  const call = Math.max(level - shortCall, 0) - Math.max(level - longCall, 0);
  return creditNet - put - call;
}

/**
 * Mean outcome of the worst `share` of the density, points per condor (expected shortfall, as a signed outcome).
 * A condor loses on both sides, so the outcomes are sorted rather than the levels.
 */
export function tailOutcome(terms: CondorTerms, { forward, vol, expiry }: DensityInputs, share: number): number {
  const sd = vol * Math.sqrt(expiry);
  const outcomes = Float64Array.from({ length: LEVELS }, (_, i) =>
    condorOutcome(terms, forward * Math.exp(sd * normalQuantile((i + 0.5) / LEVELS) - (sd * sd) / 2)),
  ).sort();
  const worst = outcomes.subarray(0, Math.max(1, Math.round(share * LEVELS)));
  return worst.reduce((sum, x) => sum + x, 0) / worst.length;
}
