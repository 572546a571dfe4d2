import { PreconditionError } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { mean } from '../stats.ts';
import { type BootstrapFailure, isFigure, requireSeries, type Statistic } from './bootstrap.ts';
import { isConstant, requireCount } from './observations.ts';

/**
 * Acceleration of a statistic, for `bcaInterval`: a sixth of the skewness of what each block of observations does to it.
 *
 *     a = sum d_i^3 / [6 (sum d_i^2)^(3/2)],   d_i = mean of theta - theta without block i
 *
 * Blocks of `block` rows in a row, because single rows of a series that remembers its past are no independent pieces;
 * the last one is shorter where they do not come out even. With block 1 it is the ordinary jackknife.
 *
 * @param statistic  must not keep the arrays it is given
 * @returns 0 when no block makes a difference; failure when the statistic is undefined without block `replicate`
 * @throws PreconditionError as `bootstrap`, or unless block is an integer from 1 to half the observations
 * @see Efron (1987), J. Am. Statistical Assoc. 82(397), 171-185, equation 6.6
 */
export function jackknifeAcceleration(
  series: readonly Float64Array[],
  statistic: Statistic,
  block: number,
): Result<number, BootstrapFailure> {
  const rows = requireSeries(series);
  requireCount('block', block, 1);
  if (2 * block > rows)
    throw new PreconditionError('block', `must leave half of ${rows} observations`, block);
  const figures = new Float64Array(Math.ceil(rows / block));
  for (let i = 0; i < figures.length; i++) {
    const figure = statistic(series.map((one) => without(one, i * block, Math.min((i + 1) * block, rows))));
    if (!isFigure(figure)) return fail({ code: 'statistic-undefined', replicate: i });
    figures[i] = figure;
  }
  if (isConstant(figures)) return ok(0);
  const centre = mean(figures);
  const largest = figures.reduce((most, figure) => Math.max(most, Math.abs(centre - figure)), 0);
  let squares = 0;
  let cubes = 0;
  for (const figure of figures) {
    const d = (centre - figure) / largest;
    squares += d ** 2;
    cubes += d ** 3;
  }
  return ok(cubes / (6 * squares ** 1.5));
}

function without(values: Float64Array, from: number, to: number): Float64Array {
  const out = new Float64Array(values.length - (to - from));
  out.set(values.subarray(0, from));
  out.set(values.subarray(to), from);
  return out;
}
