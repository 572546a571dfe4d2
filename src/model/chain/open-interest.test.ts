import { expect, it } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { openInterest } from './open-interest.ts';

const strikes = Float64Array.from({ length: 400 }, (_, i) => 6000 + 5 * i);
const interest = openInterest(seededRandom(3), 'SPX', strikes, 7000);
const meanOf = (pick: (strike: number) => boolean): number => {
  const chosen = interest.filter((_, i) => pick(strikes[i] ?? 0));
  return chosen.reduce((sum, n) => sum + n, 0) / chosen.length;
};

it('is whole contracts, the same for the same stream', () => {
  expect(interest.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
  expect(openInterest(seededRandom(3), 'SPX', strikes, 7000)).toEqual(interest);
});

it('gathers at round strikes and near the money', () => {
  expect(meanOf((strike) => strike % 100 === 0)).toBeGreaterThan(2 * meanOf((strike) => strike % 25 !== 0));
  expect(meanOf((strike) => Math.abs(strike - 7000) < 200)).toBeGreaterThan(
    1.5 * meanOf((strike) => Math.abs(strike - 7000) > 600),
  );
});

it('leaves half points of VIX alone', () => {
  const half = openInterest(seededRandom(3), 'VIX', Float64Array.of(14.5), 16)[0] ?? 0;
  const whole = openInterest(seededRandom(3), 'VIX', Float64Array.of(14), 16)[0] ?? 0;
  expect(half).toBeLessThan(whole);
});
