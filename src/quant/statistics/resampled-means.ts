import { mean } from '../stats.ts';
import { blockSampler, type Resampling } from './block-sampler.ts';
import { columnOf, type StrategyMatrix } from './strategy-matrix.ts';

/**
 * Visits, resample by resample, how far the mean of every strategy moves from its mean over the sample: f*_k - f_k.
 *
 * All strategies are resampled by the same blocks, which is what keeps their dependence. Running sums, row after row,
 * make a resample cost N steps a block instead of N steps an observation.
 *
 * @param visit  is given one array of N, overwritten by the next resample
 * @throws PreconditionError as `blockSampler`
 */
export function forEachResampledMean(
  matrix: StrategyMatrix,
  resampling: Resampling,
  visit: (moves: Float64Array) => void,
): void {
  const { rows, columns } = matrix;
  const draw = blockSampler(rows, resampling);
  const sums = runningSums(matrix);
  const moves = new Float64Array(columns);
  const add = (from: number, to: number): void => {
    const [low, high] = [from * columns, to * columns];
    for (let k = 0; k < columns; k++)
      moves[k] = (moves[k] as number) + (sums[high + k] as number) - (sums[low + k] as number);
  };
  for (let i = 0; i < resampling.replicates; i++) {
    const { starts, lengths, count } = draw();
    moves.fill(0);
    for (let b = 0; b < count; b++) {
      const from = starts[b] as number;
      const to = from + (lengths[b] as number);
      add(from, Math.min(to, rows));
      if (to > rows) add(0, to - rows);
    }
    for (let k = 0; k < columns; k++) moves[k] = (moves[k] as number) / rows;
    visit(moves);
  }
}

/** Row t holds, for every strategy, the sum of its first t centred figures. Centred, so that the sums stay small. */
function runningSums(matrix: StrategyMatrix): Float64Array {
  const { rows, columns } = matrix;
  const sums = new Float64Array((rows + 1) * columns);
  for (let k = 0; k < columns; k++) {
    const column = columnOf(matrix, k);
    const centre = mean(column);
    let sum = 0;
    for (let t = 0; t < rows; t++) {
      sum += (column[t] as number) - centre;
      sums[(t + 1) * columns + k] = sum;
    }
  }
  return sums;
}
