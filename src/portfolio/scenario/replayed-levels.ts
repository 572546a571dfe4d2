import { requirePositive } from '../../core/errors.ts';
import type { ReplayStage } from './replays.ts';

/** Levels of one day: SPX in points, VIX and VIX3M in vol points. */
export interface IndexLevels {
  readonly spx: number;
  readonly vix: number;
  readonly vix3m: number;
}

/**
 * Where today's levels stand after a stage:
 *
 *     S' = S (1 + spx),   VIX' = VIX e^lnVix,   VIX3M' = VIX3M e^lnVix3m
 *
 * @returns a level the stage says nothing about is absent, not unchanged
 * @throws PreconditionError for a level that is not > 0
 */
export function replayedLevels(
  { spx, lnVix, lnVix3m }: ReplayStage,
  today: IndexLevels,
): Pick<IndexLevels, 'spx'> & Partial<IndexLevels> {
  for (const name of ['spx', 'vix', 'vix3m'] as const) requirePositive(name, today[name]);
  return {
    spx: today.spx * (1 + spx),
    ...(lnVix === undefined ? {} : { vix: today.vix * Math.exp(lnVix) }),
    ...(lnVix3m === undefined ? {} : { vix3m: today.vix3m * Math.exp(lnVix3m) }),
  };
}
