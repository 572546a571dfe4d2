import { PreconditionError } from '../../core/errors.ts';
import { type Random, seededRandom } from '../../core/random.ts';

/** Seeds are 32-bit: a larger one would give the path of a smaller one without saying so. */
const SEEDS = 2 ** 32;

/** @throws PreconditionError unless `seed` is an integer in [0, 2^32) */
export function checkedSeed(seed: number): number {
  if (!Number.isInteger(seed)) throw new PreconditionError('seed', 'must be an integer', seed);
  if (!(seed >= 0 && seed < SEEDS)) throw new PreconditionError('seed', `must be in [0, ${SEEDS - 1}]`, seed);
  return seed;
}

/**
 * One stream of chance for each cause, so that a world with other jumps, or none, still sees the same diffusion: paths of
 * two worlds from one seed can be compared day by day.
 */
export interface WorldStreams {
  readonly diffusion: Random;
  readonly jumpTimes: Random;
  readonly jumpSizes: Random;
}

/** @throws PreconditionError unless `seed` is an integer in [0, 2^32) */
export function worldStreams(seed: number): WorldStreams {
  const root = seededRandom(checkedSeed(seed));
  const stream = (): Random => seededRandom(root() * SEEDS);
  return { diffusion: stream(), jumpTimes: stream(), jumpSizes: stream() };
}
