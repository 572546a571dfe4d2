import { PreconditionError } from '../../core/errors.ts';
import { type Random, seededRandom } from '../../core/random.ts';
import { requireCount } from './observations.ts';

/** How to resample a series that remembers its past. */
export interface Resampling {
  /** Blocks of random length about a mean (Politis and Romano 1994), or of one fixed length, both wrapped around. */
  readonly scheme: 'stationary' | 'circular';
  /** In observations, from 1 (no memory) to the length of the series; whole for the circular scheme. */
  readonly block: number;
  readonly replicates: number;
  readonly seed: number;
}

/** One resample: row starts[i] and those after it, lengths[i] in all, past the last row on to the first. */
export interface Blocks {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  /** How many blocks there are; the arrays are longer. */
  readonly count: number;
}

/**
 * A source of resamples of `rows` observations, each the same for every series it is applied to.
 *
 * Blocks rather than indices: the sum over a block is a difference of two running sums, so a resampled mean costs one
 * step a block. A block of the stationary scheme begins at any row alike and ends after each observation with chance
 * 1/block; its length is drawn at once, geometric by inversion.
 *
 * The arrays returned are written again by the next call.
 *
 * @throws PreconditionError unless rows and replicates are integers >= 1 and 1 <= block <= rows, whole if circular
 * @see Politis and Romano (1994), J. Am. Statistical Assoc. 89(428), 1303-1313, doi 10.1080/01621459.1994.10476870
 * @see Politis and Romano (1992), A circular block-resampling procedure, in Exploring the Limits of Bootstrap, Wiley
 */
export function blockSampler(rows: number, { scheme, block, replicates, seed }: Resampling): () => Blocks {
  requireCount('rows', rows, 1);
  requireCount('replicates', replicates, 1);
  if (!(block >= 1 && block <= rows)) throw new PreconditionError('block', `must lie in [1, ${rows}]`, block);
  if (scheme === 'circular') requireCount('block', block, 1);
  const random = seededRandom(seed);
  const lengthOf = scheme === 'circular' ? () => block : geometric(random, 1 / block);
  const starts = new Int32Array(rows);
  const lengths = new Int32Array(rows);
  return () => {
    let count = 0;
    for (let filled = 0; filled < rows; count++) {
      starts[count] = Math.floor(random() * rows);
      const length = Math.min(lengthOf(), rows - filled);
      lengths[count] = length;
      filled += length;
    }
    return { starts, lengths, count };
  };
}

/** 1, 2, ... with chance p, p(1 - p), ... */
function geometric(random: Random, p: number): () => number {
  const logStay = Math.log1p(-p);
  return () => 1 + Math.floor(Math.log1p(-random()) / logStay);
}

/** Writes a resample of `from` into `to`, of the same length. */
export function applyBlocks({ starts, lengths, count }: Blocks, from: Float64Array, to: Float64Array): void {
  const rows = from.length;
  let at = 0;
  for (let b = 0; b < count; b++) {
    let row = starts[b] as number;
    for (let left = lengths[b] as number; left > 0; left--) {
      to[at] = from[row] as number;
      at += 1;
      row = row + 1 === rows ? 0 : row + 1;
    }
  }
}
