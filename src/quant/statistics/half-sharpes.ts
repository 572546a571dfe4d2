import { columnOf, type StrategyMatrix } from './strategy-matrix.ts';

/** A variance below this share of the mean square is rounding: all returns of the half are equal. */
const FLAT = 1e-12;

/** Sharpe ratios of every strategy over the union of some of S blocks of rows. */
export interface HalfSharpes {
  /**
   * Writes them into `out`, one a strategy, per period, divisor n - 1. A strategy that stood aside throughout, all
   * returns 0, has 0.
   *
   * @param blocks  bit b set when block b belongs to the half
   * @returns the first strategy with equal returns other than 0, which has no Sharpe ratio; undefined when all have one
   */
  readonly into: (out: Float64Array, blocks: number) => number | undefined;
}

/**
 * Prepares Sharpe ratios of unions of blocks, so that each costs one addition and not a pass over its rows.
 *
 * Sums and sums of squares are tabulated for every subset of the first S/2 blocks and of the last S/2, 2 x 2^(S/2) of
 * them; any subset of all S is the sum of one of each. Nothing is added and taken away again, so no rounding builds up.
 * Block b holds rows floor(bT/S) to floor((b + 1)T/S) - 1: equal blocks when S divides T, and no row left out when not.
 */
export function halfSharpes(matrix: StrategyMatrix, blockCount: number): HalfSharpes {
  const half = blockCount / 2;
  const lows = subsetSums(matrix, blockCount, 0, half);
  const highs = subsetSums(matrix, blockCount, half, half);
  return { into: (out, blocks) => sharpesInto(out, lows, blocks & (2 ** half - 1), highs, blocks >>> half) };
}

/** By subset: how many rows, and strategy by strategy the sum of the returns and of their squares. */
interface SubsetSums {
  readonly rows: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

function subsetSums(matrix: StrategyMatrix, blockCount: number, first: number, count: number): SubsetSums {
  const { rows: allRows, columns } = matrix;
  const subsets = 2 ** count;
  const rows = new Float64Array(subsets);
  const sums = new Float64Array(subsets * columns);
  const squares = new Float64Array(subsets * columns);
  for (let b = 0; b < count; b++) {
    const from = Math.floor(((first + b) * allRows) / blockCount);
    const to = Math.floor(((first + b + 1) * allRows) / blockCount);
    rows[1 << b] = to - from;
    for (let k = 0; k < columns; k++) {
      const column = columnOf(matrix, k);
      let sum = 0;
      let square = 0;
      for (let t = from; t < to; t++) {
        sum += column[t] as number;
        square += (column[t] as number) ** 2;
      }
      sums[(1 << b) * columns + k] = sum;
      squares[(1 << b) * columns + k] = square;
    }
  }
  for (let subset = 1; subset < subsets; subset++) {
    const rest = subset & (subset - 1);
    if (rest === 0) continue; // a single block, already there
    const lowest = subset ^ rest;
    rows[subset] = (rows[rest] as number) + (rows[lowest] as number);
    for (let k = 0; k < columns; k++) {
      const [to, a, b] = [subset * columns + k, rest * columns + k, lowest * columns + k];
      sums[to] = (sums[a] as number) + (sums[b] as number);
      squares[to] = (squares[a] as number) + (squares[b] as number);
    }
  }
  return { rows, sums, squares };
}

function sharpesInto(
  out: Float64Array,
  lows: SubsetSums,
  low: number,
  highs: SubsetSums,
  high: number,
): number | undefined {
  const columns = out.length;
  const n = (lows.rows[low] as number) + (highs.rows[high] as number);
  const [atLow, atHigh] = [low * columns, high * columns];
  for (let k = 0; k < columns; k++) {
    const sum = (lows.sums[atLow + k] as number) + (highs.sums[atHigh + k] as number);
    const square = (lows.squares[atLow + k] as number) + (highs.squares[atHigh + k] as number);
    const deviations = square - (sum * sum) / n;
    if (deviations > FLAT * square) out[k] = sum / n / Math.sqrt(deviations / (n - 1));
    else if (square === 0) out[k] = 0;
    else return k;
  }
  return undefined;
}
