import { fail, ok, type Result } from '../../core/result.ts';
import { applyBlocks, blockSampler, type Resampling } from './block-sampler.ts';
import { requireCount, requireLength, requireObservations } from './observations.ts';

/** A figure of one or several series of equal length; undefined where they have none (a Sharpe ratio without risk). */
export type Statistic = (series: readonly Float64Array[]) => number | undefined;

export interface Bootstrap {
  /** The statistic of the series themselves. */
  readonly estimate: number;
  /** The statistic of every resample, in the order drawn. */
  readonly replicates: Float64Array;
}

/** No distribution: the statistic is undefined or not finite on the series (`replicate` absent) or on a resample. */
export interface BootstrapFailure {
  readonly code: 'statistic-undefined';
  readonly replicate: number | undefined;
}

/**
 * Distribution of a statistic over resamples of one or several series.
 *
 * Rows are drawn jointly: every series is resampled by the same blocks, so a strategy keeps its hedge, its benchmark
 * and its placebo beside it, and the difference of two figures is paired.
 *
 * One undefined resample is a failure and not left out, since the resamples that fail are never a fair sample of all.
 *
 * @param statistic  is given arrays that are overwritten afterwards: it must not keep them
 * @throws PreconditionError without series, below two observations, if a value is not finite, if series differ in
 *   length, or as `blockSampler`
 */
export function bootstrap(
  series: readonly Float64Array[],
  statistic: Statistic,
  resampling: Resampling,
): Result<Bootstrap, BootstrapFailure> {
  const rows = requireSeries(series);
  const draw = blockSampler(rows, resampling);
  const estimate = statistic(series);
  if (!isFigure(estimate)) return fail({ code: 'statistic-undefined', replicate: undefined });
  const resampled = series.map(() => new Float64Array(rows));
  const replicates = new Float64Array(resampling.replicates);
  for (let i = 0; i < replicates.length; i++) {
    const blocks = draw();
    series.forEach((one, k) => {
      applyBlocks(blocks, one, resampled[k] as Float64Array);
    });
    const figure = statistic(resampled);
    if (!isFigure(figure)) return fail({ code: 'statistic-undefined', replicate: i });
    replicates[i] = figure;
  }
  return ok({ estimate, replicates });
}

export const isFigure = (figure: number | undefined): figure is number =>
  figure !== undefined && Number.isFinite(figure);

/** @returns how many observations each series has */
export function requireSeries(series: readonly Float64Array[]): number {
  requireCount('series.length', series.length, 1);
  const rows = series[0]?.length ?? 0;
  series.forEach((one, k) => {
    requireObservations(`series[${k}]`, one, 2);
    requireLength(`series[${k}]`, one, rows);
  });
  return rows;
}
