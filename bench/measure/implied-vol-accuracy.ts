import { impliedVol } from '../../src/quant/implied-vol.ts';
import { numberIn, readVectors, relativeError, type VectorRow, type Worst, worstOf } from './vectors.ts';

/** What an SPX quote looks like: within a quarter of the forward in log-moneyness, one day to one year. */
const isSpxLike = (row: VectorRow): boolean =>
  Math.abs(Math.log(numberIn(row, 'F') / numberIn(row, 'K'))) <= 0.25 &&
  numberIn(row, 'T') >= 1 / 365 - 1e-12 &&
  numberIn(row, 'T') <= 1;

/** Worst relative error against the exact implied vol of each reference premium; a refusal counts as infinite. */
export function impliedVolError(root: string, rows: 'spx-like' | 'all'): Worst {
  const table = readVectors(root, 'vectors', 'implied_vol_otm.csv');
  return worstOf(
    table
      .filter((row) => rows === 'all' || isSpxLike(row))
      .map((row) => ({ error: errorOf(row), at: Object.values(row).slice(0, 5).join(' ') })),
  );
}

function errorOf(row: VectorRow): number {
  const solved = impliedVol({
    right: row['type'] === 'C' ? 'call' : 'put',
    premium: numberIn(row, 'price_undiscounted'),
    forward: numberIn(row, 'F'),
    strike: numberIn(row, 'K'),
    expiry: numberIn(row, 'T'),
    discount: 1,
  });
  return solved.ok
    ? relativeError(solved.value, numberIn(row, 'implied_vol_of_that_double'))
    : Number.POSITIVE_INFINITY;
}
