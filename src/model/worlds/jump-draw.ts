import { normalDraw, type Random } from '../../core/random.ts';
import type { JumpLaw } from '../jump-law.ts';

/** One log-jump. */
export function jumpDraw(law: JumpLaw, random: Random): number {
  if (law.kind === 'normal') return law.mean + law.sd * normalDraw(random);
  const isUp = random() < law.upShare;
  const size = -Math.log(1 - random());
  return isUp ? law.up * size : -law.down * size;
}

/** A Poisson count by inversion of one uniform: `u` below the chance of none is none. */
export function poissonCount(mean: number, u: number): number {
  if (u < 1 - mean) return 0; // e^{-m} >= 1 - m: settles nearly every step without an exponential
  let chance = Math.exp(-mean);
  let reached = chance;
  let count = 0;
  while (u >= reached && chance > 0) {
    count += 1;
    chance *= mean / count;
    reached += chance;
  }
  return count;
}
